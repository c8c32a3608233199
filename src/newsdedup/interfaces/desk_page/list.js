// The list: the events that pass the filters and contain the typed words, drawn as the reader scrolls.

const BATCH = 40; // cards drawn at once
const SLICE = 12; // milliseconds of searching texts before the page reacts to the reader again

const controls = Object.fromEntries(["search", "from", "to", "origins", "order"].map((id) => [id, byId(id)]));

const urgentOf = (event) => names.find((name) => event.statuses[name]); // undefined without figures

const urgency = (event) => names.indexOf(urgentOf(event) ?? names.at(-1));

const orders = {
  urgent: (a, b) => urgency(a) - urgency(b) || b.origins - a.origins,
  origins: (a, b) => b.origins - a.origins || b.articles - a.articles,
  latest: (a, b) => (b.last ?? "").localeCompare(a.last ?? ""),
  earliest: (a, b) => (a.first ?? "9").localeCompare(b.first ?? "9"),
  given: (a, b) => a.number - b.number,
};

function chosen() {
  // The events that pass the filters, in the chosen order.
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
  // Cards are searched at once, texts in slices of time; a new search ends the one before.
  const question = ++questions;
  const query = { terms: termsOf(controls.search.value), phrase: termOf(controls.search.value) };
  const ranked = chosen().map((event) => ({ event, rank: rankOf((event.words ??= searchable(wordsOf(event))), query) }));
  show(ranked, query.terms.length > 0);
  if (!query.terms.length) return;
  await parsed;
  let since = performance.now();
  for (const one of ranked) {
    if (one.rank === ABSENT) one.rank = rankUnder(one.event, query);
    if (performance.now() - since < SLICE) continue;
    await new Promise((pause) => setTimeout(pause));
    if (question !== questions) return;
    since = performance.now();
  }
  show(ranked, false);
}

const list = byId("list");
const more = byId("more");
const cards = [];
let found = [];
let drawn = 0;

function show(ranked, goesOn) {
  // Cards that remain first are kept as they are, so that the reader does not lose the place.
  const before = found.slice(0, drawn);
  found = ranked.filter(({ rank }) => rank < ABSENT).sort((a, b) => a.rank - b.rank).map(({ event }) => event);
  if (before.some((event, place) => event !== found[place])) {
    drawn = 0;
    list.replaceChildren();
  }
  draw(Math.max(BATCH - drawn, 0));
  byId("nothing").hidden = found.length > 0 || goesOn;
  byId("unfold").hidden = !found.length || found.length > BATCH;
  byId("count").textContent = (found.length === events.length ? "" : `${found.length.toLocaleString("en")} of `) +
    plural(events.length, "event") + (goesOn ? "; reading the texts …" : "");
  markFound();
}

function unfoldAll() {
  const all = found.map(({ number }) => cards[number]);
  const open = !all.every((one) => one.open);
  for (const one of all) one.open = open;
}

function draw(number) {
  const next = found.slice(drawn, drawn + number);
  list.append(...next.map((event) => (cards[event.number] ??= card(event))));
  drawn += next.length;
  more.hidden = drawn >= found.length;
}

new IntersectionObserver(([end]) => end.isIntersecting && draw(BATCH), { rootMargin: "1200px" }).observe(more);
