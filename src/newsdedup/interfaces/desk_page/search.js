// Words as they are searched: which events have what the reader typed, and where it stands.

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

// Words to compare: lower case, without punctuation, a space before each; bare of accents or with them.
const lower = (words) => ` ${words}`.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trimEnd();
const bare = (lowered) => lowered.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");

function searchable(words) {
  const lowered = lower(words.join("\n"));
  return { lower: lowered, bare: bare(lowered) };
}

function termOf(words) {
  // Typed with accents, it is looked for with them. A word is found by how it begins; where a script
  // has no spaces, anywhere.
  const lowered = lower(words);
  const kind = lowered === bare(lowered) ? "bare" : "lower";
  return { kind, words: UNSPACED.test(words) ? lowered.trim() : lowered };
}

const termsOf = (asked) => [...asked.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)]
  .map(([word, phrase]) => termOf(phrase ?? word))
  .filter(({ words }) => words);

const ABSENT = 4; // the last of the ranks

function rankOf(words, { terms, phrase }) {
  // In one piece, in several, or not at all.
  if (!terms.every((term) => words[term.kind].includes(term.words))) return ABSENT;
  return words[phrase.kind].includes(phrase.words) ? 0 : 1;
}

const texts = []; // the words of each event's card and of what unfolds under it, once they were asked for

function rankUnder(event, asked) {
  // What unfolds under a card ranks after the cards.
  const words = (texts[event.number] ??= searchable([...wordsOf(event), ...wordsUnder(unfolded(event))]));
  return Math.min(2 + rankOf(words, asked), ABSENT);
}

const wordsOf = ({ title, sources = [], figures = [] }) => [title, ...sources, ...figures.map(({ name }) => name)];

const wordsUnder = ({ articles, figures = [], people = [], places = [], quotes = [] }) => [
  articles.map(({ id, title, passages = [] }) => [id, title, passages]),
  figures.map(({ name, value }) => [name, value]),
  people.map(({ name, office }) => [office, name]),
  places.map(({ name }) => name),
  quotes.map(({ text }) => text),
].flat(3).filter(Boolean);

function markFound() {
  // Ranges over the text as it is: the page itself does not change.
  if (!CSS.highlights) return;
  const patterns = termsOf(controls.search.value).map(patternOf);
  const parts = patterns.length ? [...list.querySelectorAll(".inside, h3")] : [];
  const ranges = parts.flatMap((part) => rangesIn(part, patterns));
  CSS.highlights.set("found", new Highlight(...ranges));
}

function patternOf({ kind, words }) {
  const start = words.startsWith(" ") ? "(?<![\\p{L}\\p{M}\\p{N}])" : "";
  return { kind, pattern: new RegExp(start + words.trim().split(" ").join("[^\\p{L}\\p{M}\\p{N}]+"), "gu") };
}

function rangesIn(part, patterns) {
  const ranges = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { kind, pattern } of patterns) {
      for (const { index: start, 0: words } of alike(node.data, kind).matchAll(pattern)) {
        const end = start + words.length;
        ranges.push(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
      }
    }
  }
  return ranges;
}

// The words as they are compared, letter for letter, so that places stay.
const alike = (words, kind) => words.replace(/[^\x00-\x7f]|[A-Z]/g, (letter) => {
  const low = letter.toLowerCase();
  const one = kind === "bare" ? bare(low) : low;
  return one.length === 1 ? one : letter;
});
