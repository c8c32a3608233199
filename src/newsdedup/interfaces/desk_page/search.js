// The search: the events that contain the typed words, and the positions of these words.

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

// Words to compare: lower case, without punctuation, with a space before each; with or without accents.
const lower = (words) => ` ${words}`.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trimEnd();
const bare = (lowered) => lowered.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");

function searchable(words) {
  const lowered = lower(words.join("\n"));
  return { lower: lowered, bare: bare(lowered) };
}

function termOf(words) {
  // A word typed with accents is compared with accents. Words match from their beginning, or anywhere
  // in scripts without spaces.
  const lowered = lower(words);
  const kind = lowered === bare(lowered) ? "bare" : "lower";
  return { kind, words: UNSPACED.test(words) ? lowered.trim() : lowered };
}

const termsOf = (query) => [...query.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)]
  .map(([word, phrase]) => termOf(phrase ?? word))
  .filter(({ words }) => words);

const ABSENT = 4; // the last rank

function rankOf(words, { terms, phrase }) {
  // All words in a row, all words apart, or not all of them.
  if (!terms.every((term) => words[term.kind].includes(term.words))) return ABSENT;
  return words[phrase.kind].includes(phrase.words) ? 0 : 1;
}

const texts = []; // the words of the card and the details of each event, made when they are first searched

function rankUnder(event, query) {
  // Words in the details rank after words in the cards.
  const words = (texts[event.number] ??= searchable([...wordsOf(event), ...wordsUnder(unfolded(event))]));
  return Math.min(2 + rankOf(words, query), ABSENT);
}

const wordsOf = ({ title, sources = [], figures = [] }) => [title, ...sources, ...figures.map(({ name }) => name)];

const wordsUnder = ({ articles, figures = [], people = [], places = [], quotes = [] }) => [
  articles.map(({ id, title, passages = [] }) => [id, title, passages]),
  figures.map(({ name, value }) => [name, value]),
  people.map(({ name, about }) => [about, name]),
  places.map(({ name }) => name),
  quotes.map(({ text }) => text),
].flat(3).filter(Boolean);

function markFound() {
  // Highlights are ranges over the text; the elements of the page do not change.
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

// The words to compare, letter by letter, so that offsets stay the same.
const alike = (words, kind) => words.replace(/[^\x00-\x7f]|[A-Z]/g, (letter) => {
  const low = letter.toLowerCase();
  const one = kind === "bare" ? bare(low) : low;
  return one.length === 1 ? one : letter;
});
