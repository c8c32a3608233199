// The search: which events contain the typed words, how well, and where.

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

// Both places of a tone mark are in use: "hoà" is "hòa". The number of letters stays the same.
const TONES = { oà: "òa", oá: "óa", oả: "ỏa", oã: "õa", oạ: "ọa", oè: "òe", oé: "óe", oẻ: "ỏe", oẽ: "õe", oẹ: "ọe",
  uỳ: "ùy", uý: "úy", uỷ: "ủy", uỹ: "ũy", uỵ: "ụy" };
const toned = (lowered) => lowered.replace(/o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g, (two) => TONES[two]);

// Words to compare: lower case, without punctuation, with a space before and after each; with or without accents.
const lower = (words) => `${` ${words}`.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trimEnd()} `;
const accented = (words) => toned(lower(words));
const bare = (lowered) => lowered.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");

const WEIGHTS = [100, 30, 5]; // of a word in the title, in names and nouns, and in sentences
const ABSENT = 0;

function searchable(fields) {
  // Each field with accents; without them when it is first searched so.
  const whole = fields.map((words) => accented(words.join("\n")));
  return { accented: whole, get bare() {
    const made = whole.map(bare);
    Object.defineProperty(this, "bare", { value: made });
    return made;
  } };
}

function termOf(words, isPhrase) {
  // A word that is typed with accents is compared with accents. Words match from their beginning, or anywhere
  // in scripts without spaces.
  const typed = accented(words).trimEnd();
  const kind = typed === bare(typed) ? "bare" : "accented";
  return { kind, isPhrase, words: UNSPACED.test(words) ? typed.trim() : typed };
}

function queryOf(typed) {
  // The typed words and phrases, and each two or more words in a row, which rank higher where they are side by side.
  const parts = [...typed.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)];
  const terms = parts.map(([word, phrase]) => termOf(phrase ?? word, phrase !== undefined)).filter(({ words }) => words.trim());
  const single = terms.every(({ isPhrase }) => !isPhrase) && terms.length > 1;
  const whole = single ? termOf(typed, true) : null;
  const pairs = single ? terms.slice(1).map((_, place) => termOf(`${terms[place].words} ${terms[place + 1].words}`, true)) : [];
  return { terms, whole, pairs };
}

function weightOf(words, term) {
  // The weight of the best field that has the term; of the beginning of a word, a half.
  let best = ABSENT;
  words[term.kind].forEach((field, place) => {
    if (WEIGHTS[place] <= best || !field.includes(term.words)) return;
    best = Math.max(best, field.includes(`${term.words} `) ? WEIGHTS[place] : WEIGHTS[place] / 2);
  });
  return best;
}

function rankOf(words, { terms, whole, pairs }) {
  // How well the words of an event match, and whether all typed words are side by side somewhere.
  const weights = terms.map((term) => weightOf(words, term));
  if (weights.includes(ABSENT)) return { weight: ABSENT, together: false };
  const together = whole ? weightOf(words, whole) : 0;
  const nearby = pairs.reduce((sum, pair) => sum + weightOf(words, pair), 0);
  return { weight: weights.reduce((sum, one) => sum + one, 0) + 2 * together + nearby, together: together > 0 };
}

const cardFields = ({ title, sources = [], figures = [] }) => [[title], [...sources, ...figures.map(({ name }) => name)], []];

const detailFields = (event, { articles, figures = [], people = [], places = [], quotes = [] }) => [
  [event.title],
  [...cardFields(event)[1], ...figures.flatMap(({ name, value }) => [name, value]),
    ...people.flatMap(({ name, about }) => [about, name]), ...places.map(({ name }) => name)].filter(Boolean),
  [...articles.flatMap(({ id, title, passages = [] }) => [id, title, ...passages]), ...quotes.map(({ text }) => text)].filter(Boolean),
];

const cardWords = (event) => (event.words ??= searchable(cardFields(event)));
const allWords = (event) => (event.allWords ??= searchable(detailFields(event, unfolded(event)))); // made once

const isWithoutAccents = (query) => query.terms.every(({ kind }) => kind === "bare");

function patternOf({ kind, words }) {
  const start = words.startsWith(" ") ? "(?<![\\p{L}\\p{M}\\p{N}])" : "";
  return { kind, pattern: new RegExp(start + words.trim().split(" ").join("[^\\p{L}\\p{M}\\p{N}]+"), "gu") };
}

// The words to compare, letter by letter, so that offsets stay the same.
const alike = (words, kind) => {
  const letters = words.replace(/[^\x00-\x7f]|[A-Z]/g, (letter) => {
    const low = letter.toLowerCase();
    const one = kind === "bare" ? bare(low) : low;
    return one.length === 1 ? one : letter;
  });
  return kind === "bare" ? letters : toned(letters);
};

function hitsIn(words, patterns) {
  // Where the typed words are, in order and without overlaps.
  const hits = patterns.flatMap(({ kind, pattern }, number) =>
    [...alike(words, kind).matchAll(pattern)].map(({ index: start, 0: { length } }) => ({ start, end: start + length, number })));
  let last = 0;
  return hits.sort((a, b) => a.start - b.start || b.end - a.end).filter(({ start, end }) => start >= last && (last = end));
}
