"use strict";

// Words of articles enter the page as text nodes only; nothing is ever parsed as HTML.

const BATCH = 40; // cards drawn at once; more as the reader scrolls
const MANY_FIGURES = 8; // those beyond are folded
const MANY_DATES = 8;
const SLICE = 12; // milliseconds of searching texts before the reader's next key counts
const byId = (id) => document.getElementById(id);
const index = JSON.parse(byId("index").textContent);
const events = index.events.map((event, number) => ({ ...event, number, statuses: event.statuses ?? {} }));
const names = Object.keys(index.looks); // the most urgent first

// ---- Making elements -------------------------------------------------------------------------

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

const plural = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
const voices = ({ articles, origins }) => `${plural(articles, "article")}, ${plural(origins, "origin")}`;

function pill(status, number) {
  const { glyph, word } = index.looks[status];
  return make("span", { class: `pill ${status}` },
    make("span", { class: "glyph", "aria-hidden": "true" }, glyph), `${number ? `${number} ` : ""}${word}`);
}

function section(title, ...children) {
  return make("section", {}, make("h4", {}, title), ...children);
}

function later(details, fill) {
  // What unfolds is made when it unfolds.
  details.addEventListener("toggle", () => details.open && fill(details), { once: true });
  return details;
}

// ---- Finding ---------------------------------------------------------------------------------

const controls = Object.fromEntries(["search", "from", "to", "origins", "order"].map((id) => [id, byId(id)]));
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

// Words to compare: lower case, without punctuation, a space before each; bare of accents or with them.
const lower = (words) => ` ${words}`.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trimEnd();
const bare = (lowered) => lowered.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");

function searchable(words) {
  const lowered = lower(words.join("\n"));
  return { lower: lowered, bare: bare(lowered) };
}

function termOf(words) {
  // Typed with accents, it is looked for with them. A word is found by how it begins; where a script has no spaces, anywhere.
  const lowered = lower(words);
  const kind = lowered === bare(lowered) ? "bare" : "lower";
  return { kind, words: UNSPACED.test(words) ? lowered.trim() : lowered };
}

const termsOf = (asked) => [...asked.matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g)].map(([word, phrase]) => termOf(phrase ?? word)).filter(({ words }) => words);

// Where an event has what is asked: in its card in one piece, there, in what unfolds under it in one piece, there, or nowhere.
const ABSENT = 4;

function rankOf(words, { terms, phrase }) {
  if (!terms.every((term) => words[term.kind].includes(term.words))) return ABSENT;
  return words[phrase.kind].includes(phrase.words) ? 0 : 1;
}

const texts = []; // the words of each event's card and of what unfolds under it, once they were asked for

function rankUnder(event, asked) {
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

const urgentOf = (event) => names.find((name) => event.statuses[name]); // undefined where there are no figures

const urgency = (event) => names.indexOf(urgentOf(event) ?? names.at(-1));

const orders = {
  urgent: (a, b) => urgency(a) - urgency(b) || b.origins - a.origins,
  origins: (a, b) => b.origins - a.origins || b.articles - a.articles,
  latest: (a, b) => (b.last ?? "").localeCompare(a.last ?? ""),
  earliest: (a, b) => (a.first ?? "9").localeCompare(b.first ?? "9"),
  given: (a, b) => a.number - b.number,
};

function chosen() {
  // The events that the filters let through, in the order that the reader chose.
  const { from, to, origins, order } = Object.fromEntries(Object.entries(controls).map(([id, one]) => [id, one.value]));
  const statuses = names.filter((name) => byId(`status-${name}`).checked);
  return events
    .filter((event) =>
      event.origins >= Number(origins) &&
      (!statuses.length || statuses.some((name) => event.statuses[name])) &&
      (!from || (event.last ?? "") >= from) &&
      (!to || (event.first ?? "9") <= to))
    .sort(orders[order]);
}

let questions = 0;

async function find() {
  // The cards answer at once, the texts in slices of time; a later question ends an earlier one.
  const question = ++questions;
  const asked = { terms: termsOf(controls.search.value), phrase: termOf(controls.search.value) };
  const ranked = chosen().map((event) => ({ event, rank: rankOf((event.words ??= searchable(wordsOf(event))), asked) }));
  show(ranked, asked.terms.length > 0);
  scrollTo(0, 0);
  if (!asked.terms.length) return;
  await parsed;
  let since = performance.now();
  for (const one of ranked) {
    if (one.rank === ABSENT) one.rank = rankUnder(one.event, asked);
    if (performance.now() - since < SLICE) continue;
    await new Promise((pause) => setTimeout(pause));
    if (question !== questions) return;
    since = performance.now();
  }
  show(ranked, false);
}

// ---- The list --------------------------------------------------------------------------------

const list = byId("list");
const more = byId("more");
const cards = [];
let found = [];
let drawn = 0;

function show(ranked, goesOn) {
  // Cards that stay at the beginning stay as they are, with the reader's place among them.
  const before = found.slice(0, drawn);
  found = ranked.filter(({ rank }) => rank < ABSENT).sort((a, b) => a.rank - b.rank).map(({ event }) => event);
  if (before.some((event, place) => event !== found[place])) {
    drawn = 0;
    list.replaceChildren();
  }
  draw(Math.max(BATCH - drawn, 0));
  byId("nothing").hidden = found.length > 0 || goesOn;
  byId("count").textContent = (found.length === events.length ? "" : `${found.length.toLocaleString("en")} of `) +
    plural(events.length, "event") + (goesOn ? "; reading the texts …" : "");
}

function draw(number) {
  const next = found.slice(drawn, drawn + number);
  list.append(...next.map((event) => (cards[event.number] ??= card(event))));
  drawn += next.length;
  more.hidden = drawn >= found.length;
}

new IntersectionObserver(([end]) => end.isIntersecting && draw(BATCH), { rootMargin: "1200px" }).observe(more);

function card(event) {
  const urgent = urgentOf(event);
  const head = make("summary", {},
    make("h3", { lang: event.language, dir: "auto" }, event.title),
    make("p", { class: "meta" },
      event.when && make("span", { class: "when" }, event.when, event.datesDiffer && make("span", { class: "hint" }, " (dates differ)")),
      make("span", {}, voices(event)),
      event.sources && make("span", { class: "sources" }, outlets(event.sources))),
    make("p", { class: "tally" }, Object.entries(event.statuses).map(([name, number]) => pill(name, number)),
      !urgent && make("span", { class: "hint" }, "no figures")),
    event.figures && make("ul", { class: "key" }, event.figures.map((figure) =>
      make("li", { lang: event.language },
        make("span", { class: `glyph ${figure.status}`, "aria-hidden": "true" }, index.looks[figure.status].glyph),
        make("b", {}, figure.value), " ", make("span", { class: "of" }, figure.name)))));
  const details = make("details", { class: `event ${urgent ?? ""}`, id: event.id }, head);
  return later(details, async () => {
    await parsed;
    details.append(inside(event, unfolded(event)));
  });
}

function outlets(sources) {
  const [first, second, third, ...others] = sources;
  return [first, second, third].filter(Boolean).join(" · ") + (others.length ? ` · ${others.length} more` : "");
}

// ---- What unfolds ----------------------------------------------------------------------------

// Cards are drawn while the browser still reads what unfolds under them.
const parsed = new Promise((done) =>
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", done) : done());

const unfolded = (event) => JSON.parse(byId(`event-${event.number}`).textContent);

function inside(event, { figures = [], articles, ...facts }) {
  const view = { event, articles, figures, marks: marksOf(figures), panel: null };
  view.panel = reports(view);
  return make("div", { class: "inside" },
    facts.notes?.map((note) => make("p", { class: "note" }, note)),
    make("div", { class: "halves" }, figuresOf(view), factsOf(view, facts)),
    view.panel);
}

function marksOf(figures) {
  // Where the claims of each figure stand, by article and passage.
  const marks = new Map();
  figures.forEach((figure, number) => figure.claims.forEach(([article, passage, start, end]) => {
    const key = `${article} ${passage}`;
    if (!marks.has(key)) marks.set(key, []);
    marks.get(key).push({ start, end, number });
  }));
  return marks;
}

function marked(view, article, passage, only) {
  // A passage as text, each claim in it marked; claims may overlap.
  const words = view.articles[article].passages[passage];
  const spans = (view.marks.get(`${article} ${passage}`) ?? []).filter(({ number }) => only === undefined || number === only);
  const cuts = [...new Set([0, words.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const numbers = spans.filter((span) => span.start <= cuts[place] && end <= span.end).map(({ number }) => number);
    const piece = words.slice(cuts[place], end);
    return numbers.length ? mark(view, numbers, piece) : piece;
  });
}

function mark(view, numbers, words) {
  const first = view.figures[Math.min(...numbers)];
  const { word } = index.looks[first.status];
  return make("mark", { class: first.status, "data-figures": ` ${numbers.join(" ")} `, title: `${first.name}: ${first.value} (${word})` }, words);
}

function figuresOf(view) {
  const numbered = view.figures.map((figure, number) => ({ figure, number }));
  const shared = numbered.filter(({ figure }) => figure.status !== "single_source");
  const single = numbered.filter(({ figure }) => figure.status === "single_source");
  const items = (rows) => make("ul", { class: "figures" }, rows.map(({ figure, number }) => figureOf(view, figure, number)));
  const shown = (shared.length ? shared : single).slice(0, MANY_FIGURES);
  const others = (shared.length ? shared : single).slice(MANY_FIGURES);
  return section("Figures",
    shown.length ? items(shown) : make("p", { class: "hint" }, "No report gives a figure."),
    folded(`${plural(others.length, "more figure")}`, others, items),
    shared.length > 0 && folded(`${plural(single.length, "figure")} from one origin`, single, items));
}

function folded(title, rows, items) {
  if (!rows.length) return null;
  const details = make("details", { class: "folded" }, make("summary", {}, title));
  return later(details, () => details.append(items(rows)));
}

function figureOf(view, figure, number) {
  const language = view.articles[figure.claims[0][0]].language;
  const claims = make("details", { class: "claims" }, make("summary", {}, plural(figure.claims.length, "claim")));
  const toggle = make("button", { type: "button", class: "trace", "aria-pressed": "false", "data-figure": number,
    onclick: () => trace(view, toggle.getAttribute("aria-pressed") === "true" ? null : number) }, "Show in the reports");
  return make("li", { class: `figure ${figure.status}` },
    make("div", { class: "said" },
      make("p", { class: "name" }, make("span", { lang: language, dir: "auto" }, figure.named ? figure.name : make("i", {}, figure.name)),
        figure.remarks && make("span", { class: "remarks" }, figure.remarks.join(" · "))),
      make("p", { class: "value", lang: language }, figure.value),
      pill(figure.status)),
    figure.bar && bar(figure),
    figure.status === "single_source"
      ? make("p", { class: "excerpt", lang: language, dir: "auto" }, excerpt(view, figure.claims[0], number))
      : make("p", { class: "rule" }, `${figure.rule}. `, make("span", { class: "hint" }, voices(figure))),
    figure.history && steps("Told before", figure.history),
    figure.alternatives && steps("Values", figure.alternatives, "apart"),
    figure.series && steps("By date", figure.series),
    figure.partOf && make("p", { class: "hint" }, `Part of: ${figure.partOf}`),
    figure.notes?.map((note) => make("p", { class: "note" }, note)),
    make("div", { class: "actions" }, later(claims, () => claims.append(claimsOf(view, figure, number))), toggle));
}

const AROUND = 70; // characters beside a claim in an excerpt

function excerpt(view, [article, passage, start, end], number) {
  const words = view.articles[article].passages[passage];
  const before = words.slice(0, start);
  const after = words.slice(end);
  const left = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, " ")}` : before;
  const right = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, " ")}…` : after;
  return [left, mark(view, [number], words.slice(start, end)), right];
}

function claimsOf(view, figure, number) {
  return make("ul", {}, figure.claims.map((claim) => {
    const article = view.articles[claim[0]];
    return make("li", {},
      make("q", { lang: article.language, dir: "auto" }, excerpt(view, claim, number)),
      make("cite", {}, [article.source ?? article.id, article.when].filter(Boolean).join(", ")));
  }));
}

function steps(title, values, kind = "") {
  return make("div", { class: `steps ${kind}` }, make("span", { class: "hint" }, `${title}: `),
    make("ol", {}, values.map(({ value, when, step, origins }) => make("li", { class: step },
      make("b", {}, value), make("span", { class: "hint" }, [when, origins > 1 && `${origins} origins`].filter(Boolean).join(", "))))));
}

function bar({ bar: { values, best, feasible, openLeft, openRight, ends }, value, status }) {
  const place = (element, left, right) => {
    element.style.left = `${left}%`;
    if (right !== undefined) element.style.width = `${right - left}%`;
    return element;
  };
  const track = make("div", { class: `track${openLeft ? " open-left" : ""}${openRight ? " open-right" : ""}` },
    place(make("span", { class: "span" }), values[0], values.at(-1)),
    feasible && place(make("span", { class: `feasible ${status}` }), ...feasible),
    values.map((at) => place(make("span", { class: "tick" }), at)),
    best && place(make("span", { class: "best" }), best[0]));
  const open = `${openLeft ? ", or fewer" : ""}${openRight ? ", or more" : ""}`;
  return make("div", { class: "bar", role: "img", "aria-label": `Printed values from ${ends[0]} to ${ends[1]}${open}; ${value}` },
    make("span", { class: "end" }, `${openLeft ? "≤ " : ""}${ends[0]}`), track, make("span", { class: "end" }, `${ends[1]}${openRight ? " or more" : ""}`));
}

function factsOf(view, { people, places, quotes, timeline, dates }) {
  const by = (article) => make("cite", {}, view.articles[article].source ?? view.articles[article].id);
  const several = (origins) => origins > 1 && make("span", { class: "hint" }, ` ${origins} origins`);
  return make("div", { class: "facts" },
    dates && section("When", make("p", {}, view.event.when, " ", dates.status !== "single_source" && pill(dates.status), " ",
      make("span", { class: "hint" }, voices(dates)))),
    people && section("People", make("ul", { class: "people" }, people.map(({ name, office, origins }) =>
      make("li", {}, make("b", {}, name), " ", make("span", { class: "hint" }, office), several(origins))))),
    places && section("Places", make("ul", { class: "places" }, places.map(({ name, level, origins }) =>
      make("li", {}, name, level && make("span", { class: "hint" }, ` ${level}`), several(origins))))),
    quotes && section("Quoted by several", quotes.map(({ text, articles }) =>
      make("blockquote", { dir: "auto" }, make("p", { lang: view.articles[articles[0]].language }, `“${text}”`), make("footer", {}, articles.map(by))))),
    timeline && timelineOf(timeline, by, view));
}

function timelineOf(timeline, by, view) {
  const items = (rows) => make("ol", { class: "timeline" }, rows.map(({ when, text, article }) =>
    make("li", {}, make("b", {}, when), make("p", { lang: view.articles[article].language, dir: "auto" }, text, " ", by(article)))));
  const rest = timeline.slice(MANY_DATES);
  return section("Timeline", items(timeline.slice(0, MANY_DATES)), folded(`${rest.length} more`, rest, items));
}

// ---- Reports side by side --------------------------------------------------------------------

function reports(view) {
  const columns = make("div", { class: "columns" }, view.articles.map((article, number) => report(view, article, number)));
  return make("section", { class: "reports", tabindex: "-1", "aria-label": "Reports side by side" },
    make("div", { class: "bench" }, make("h4", {}, "Reports side by side"),
      make("p", { class: "hint traced", role: "status" }, ""),
      make("button", { type: "button", class: "all", hidden: true, onclick: () => untrace(view) }, "Back to the figure")),
    columns);
}

function report(view, article, number) {
  const { source, when, title, url, relation, of, whole, language, passages = [], id } = article;
  const heading = title ?? id;
  return make("article", { class: "report" },
    make("header", {},
      make("p", { class: "meta" }, source && make("b", {}, source), when && make("span", {}, when)),
      make("h5", { lang: language, dir: "auto" }, url ? make("a", { href: url, rel: "noopener noreferrer" }, heading) : heading),
      relation && make("p", { class: "relation" }, of ? `${relation} of ${view.articles[of[0]].source ?? view.articles[of[0]].id}` : relation)),
    make("div", { class: "words", lang: language, dir: "auto", tabindex: "0", role: "region", "aria-label": heading },
      passages.map((_, passage) => make("p", { class: whole ? "whole" : "sentence" }, marked(view, number, passage))),
      !passages.length && make("p", { class: "hint" }, "This report gives no figure.")));
}

function trace(view, number) {
  // Show where one figure stands in each report; null shows all again.
  const { panel, figures } = view;
  const inOne = (article) => figures[number].claims.some((claim) => claim[0] === article);
  for (const button of panel.parentElement.querySelectorAll(".trace")) {
    const pressed = number !== null && Number(button.dataset.figure) === number;
    button.setAttribute("aria-pressed", String(pressed));
  }
  panel.classList.toggle("tracing", number !== null);
  panel.querySelector(".all").hidden = number === null;
  for (const one of panel.querySelectorAll("mark")) one.classList.toggle("traced", number !== null && one.dataset.figures.includes(` ${number} `));
  [...panel.querySelectorAll(".report")].forEach((one, article) => (one.hidden = number !== null && !inOne(article)));
  panel.querySelector(".traced[role]").textContent = number === null ? "" :
    `${figures[number].name}: ${figures[number].value} in ${figures[number].articles} of ${plural(view.articles.length, "report")}`;
  if (number !== null) reveal(panel);
}

function untrace(view) {
  const pressed = view.panel.parentElement.querySelector('.trace[aria-pressed="true"]');
  trace(view, null);
  pressed?.focus();
}

function reveal(panel) {
  for (const words of panel.querySelectorAll(".report:not([hidden]) .words")) {
    const first = words.querySelector("mark.traced");
    if (first) words.scrollTop = first.offsetTop - words.offsetTop - 60;
  }
  panel.scrollIntoView({ block: "nearest" });
  panel.focus({ preventScroll: true });
}

// ---- The keyboard ----------------------------------------------------------------------------

function escape(target) {
  // The innermost thing that is open goes first: what is typed, a traced figure, an event.
  if (target === controls.search) {
    if (!target.value) return target.blur();
    target.value = "";
    return find();
  }
  const event = target.closest?.("details.event[open]");
  const back = event?.querySelector(".reports.tracing .all");
  if (back) return back.click();
  if (event) {
    event.open = false;
    event.firstElementChild.focus();
  }
}

document.addEventListener("keydown", (key) => {
  const typing = key.target.matches("input:not([type=checkbox]), select, textarea");
  if (key.key === "Escape") escape(key.target);
  if (key.key === "/" && !typing && !key.ctrlKey && !key.metaKey && !key.altKey) {
    key.preventDefault();
    controls.search.focus();
    controls.search.select();
  }
});

// ---- Printing, addresses, beginning ----------------------------------------------------------

addEventListener("beforeprint", () => draw(found.length));

function goToAddress() {
  const event = events.find(({ id }) => `#${id}` === location.hash);
  if (!event) return;
  if (!found.includes(event)) byId("finder").reset();
  if (!cards[event.number]?.isConnected) draw(found.indexOf(event) + 1 - drawn);
  cards[event.number].open = true;
  cards[event.number].scrollIntoView();
}

function begin() {
  const tally = (name) => events.filter((event) => event.statuses[name]).length;
  const articles = events.reduce((sum, event) => sum + event.articles, 0);
  const conflicts = tally("conflict");
  byId("summary").textContent = `${plural(events.length, "event")} from ${plural(articles, "article")}` +
    (conflicts ? `; in ${conflicts.toLocaleString("en")} of them figures are in conflict` : "");
  byId("statuses").append(...names.map((name) => make("label", { class: "choice" },
    make("input", { type: "checkbox", id: `status-${name}`, disabled: !tally(name) }), pill(name), make("span", { class: "hint" }, tally(name).toLocaleString("en")))));
  byId("legend").lastElementChild.append(...names.flatMap((name) => [make("dt", {}, pill(name)), make("dd", {}, MEANINGS[name])]));
  later(byId("about"), about);
  byId("filters").open = matchMedia("(min-width: 60rem)").matches;
  listen();
  find();
  goToAddress();
}

const MEANINGS = {
  conflict: "The reports give values that do not go together.",
  superseded: "A later report gives another value than earlier ones.",
  compatible: "The values differ, but one of them fits what all reports say.",
  agree: "Several origins give the same value.",
  single_source: "One origin gives it; copies do not count.",
};

function about(details) {
  const settings = Object.entries(index.settings).map(([name, value]) => [make("dt", {}, name.replaceAll("_", " ")), make("dd", {}, JSON.stringify(value))]);
  details.append(
    make("dl", {}, settings.flat()),
    make("p", {}, index.rejected.length ? `${plural(index.rejected.length, "row")} of the input left out:` : "No row of the input was left out."),
    make("ul", {}, index.rejected.map(({ id, row, reason }) => make("li", {}, `row ${row}${id ? ` (${id})` : ""}: ${reason}`))));
}

function listen() {
  const finder = byId("finder");
  finder.addEventListener("submit", (event) => event.preventDefault());
  finder.addEventListener("reset", () => setTimeout(find)); // after the controls are reset
  finder.addEventListener("change", (event) => event.target !== controls.search && find());
  controls.search.addEventListener("input", find);
  byId("clear").addEventListener("click", () => finder.reset());
  more.firstElementChild.addEventListener("click", () => draw(BATCH));
  addEventListener("hashchange", goToAddress);
}

begin();
