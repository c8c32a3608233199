// Snippets: the words around what was typed, under the card of an event, with the hits marked.

const SNIPPETS = 2; // of an event
const AROUND_HIT = 80; // characters on each side of a hit

const isTogether = new Set(); // numbers of the events that have all typed words side by side: there, single ones are not marked

// What is marked: all typed words side by side where they are, or else each of them.
const patternsOf = ({ terms, whole }) => ({ whole: whole && patternOf(whole), each: terms.map(patternOf) });

function snippetsOf(event, patterns) {
  // The passages with all typed words side by side come first, then those with the most different words.
  const { articles } = unfolded(event);
  const passages = articles.flatMap((article) => (article.passages ?? []).map((words) => ({ article, words })));
  const wanted = patterns.whole ? [[patterns.whole], patterns.each] : [patterns.each];
  for (const some of wanted) {
    const found = passages.map((one) => ({ ...one, hits: hitsIn(one.words, some) })).filter(({ hits }) => hits.length)
      .map((one) => ({ ...one, first: densest(one.hits) })).sort((a, b) => b.first.near - a.first.near);
    if (found.length) return found.slice(0, SNIPPETS);
  }
  return [];
}

function snippet({ article, words, hits, first }) {
  const from = startOfWord(words, Math.max(0, first.start - AROUND_HIT));
  const to = endOfWord(words, Math.min(words.length, first.end + AROUND_HIT));
  const shown = unbroken(words); // each letter at its place
  const parts = [];
  let last = from;
  for (const { start, end } of hits.filter((hit) => hit.start >= from && hit.end <= to)) {
    parts.push(shown.slice(last, start), make("mark", { class: "hit" }, shown.slice(start, end)));
    last = end;
  }
  return make("p", { class: "snippet", lang: article.language, dir: "auto" },
    from > 0 && "… ", parts, shown.slice(last, to), to < words.length && " …", " ", make("cite", {}, outletOf(article)));
}

function densest(hits) {
  // The first of the hits that has the most different typed words near it.
  const near = ({ start }) => new Set(hits.filter((hit) => hit.start >= start && hit.start < start + AROUND_HIT).map(({ number }) => number)).size;
  return hits.map((hit) => ({ ...hit, near: near(hit) })).reduce((best, hit) => (hit.near > best.near ? hit : best));
}

const startOfWord = (words, place) => (place === 0 ? 0 : words.indexOf(" ", place) + 1 || place);
const endOfWord = (words, place) => (place === words.length ? place : Math.max(words.lastIndexOf(" ", place), place - 12));

function showSnippets(details, event) {
  // Under the title of a card that is drawn; the words of a title are highlighted there.
  const summary = details.firstElementChild;
  summary.querySelector(".snippets")?.remove();
  if (!query.terms.length) return;
  const found = snippetsOf(event, patternsOf(query));
  if (found.length) summary.append(make("span", { class: "snippets" }, found.map(snippet)));
}

function markFound() {
  // Highlights are ranges over the text; the elements of the page do not change.
  if (!CSS.highlights) return;
  const patterns = patternsOf(query);
  const parts = query.terms.length ? [...list.querySelectorAll(".inside, h3, .key")] : [];
  CSS.highlights.set("found", new Highlight(...parts.flatMap((part) => rangesOf(part, patterns))));
}

const rangesOf = (part, { whole, each }) => rangesIn(part, isTogether.has(Number(part.closest("details.event").dataset.number)) ? [whole] : each);

function rangesIn(part, patterns) {
  const ranges = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { start, end } of hitsIn(node.data, patterns)) {
      ranges.push(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    }
  }
  return ranges;
}
