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
let query = queryOf("");

async function find() {
  // Cards are searched at once, texts in slices of time; a new search ends the one before.
  const question = ++questions;
  query = queryOf(controls.search.value);
  const ranked = chosen().map((event) => ({ event, ...rankOf(cardWords(event), query) }));
  if (!query.terms.length) return show(ranked, false);
  show(ranked.filter(({ weight }) => weight > ABSENT), true);
  await parsed;
  const isCurrent = () => question === questions;
  if (!(await inSlices(ranked, (one) => Object.assign(one, rankOf(allWords(one.event), query)), isCurrent))) return;
  show(ranked.filter(({ weight }) => weight > ABSENT), false);
}

async function inSlices(all, treat, goesOn) {
  // Treats all in slices of time, between which the page reacts to the reader; false if it was stopped.
  let since = performance.now();
  for (const one of all) {
    treat(one);
    if (performance.now() - since < SLICE) continue;
    await new Promise((pause) => setTimeout(pause));
    if (!goesOn()) return false;
    since = performance.now();
  }
  return true;
}

function prepare() {
  // Makes what is searched while the browser has nothing else to do, so that the first search is fast too.
  if (!window.requestIdleCallback) return;
  const rest = events.values();
  const work = (deadline) => {
    for (const event of rest) {
      allWords(event).bare; // and with accents
      if (deadline.timeRemaining() < 2) return requestIdleCallback(work);
    }
  };
  requestIdleCallback(work);
}

const list = byId("list");
const more = byId("more");
const apart = byId("apart");
const cards = [];
let found = [];
let drawn = 0;
let isUnfolded = false;
let isComplete = false; // whether the texts have been searched: then cards get their snippets when they are drawn

function show(ranked, goesOn) {
  // The best match first. Of words with accents, where some events have them side by side, as in the name
  // of a place, the others are shown on request.
  const byRank = query.terms.length ? [...ranked].sort((a, b) => b.weight - a.weight) : ranked;
  const together = isWithoutAccents(query) ? [] : byRank.filter((one) => one.together);
  const others = together.length ? byRank.filter((one) => !one.together) : [];
  draft(together.length ? together : byRank, goesOn);
  apart.hidden = !others.length || goesOn;
  apart.firstElementChild.textContent = say("apart", { n: others.length });
  apart.firstElementChild.onclick = () => {
    apart.hidden = true;
    draft([...together, ...others], false);
  };
}

function draft(ranked, goesOn) {
  // Cards that remain first are kept as they are, so that the reader does not lose the place.
  isTogether.clear();
  for (const { event, together } of ranked) if (together) isTogether.add(event.number);
  const before = found.slice(0, drawn);
  found = ranked.map(({ event }) => event);
  if (before.some((event, place) => event !== found[place])) {
    drawn = 0;
    list.replaceChildren();
  }
  draw(Math.max(BATCH - drawn, 0));
  if (!goesOn) for (const event of found.slice(0, drawn)) showSnippets(cards[event.number], event);
  isComplete = !goesOn;
  byId("nothing").hidden = found.length > 0 || goesOn;
  byId("unfold").disabled = !found.length;
  const all = say("events", { n: events.length });
  byId("count").textContent = (found.length === events.length ? all : say("found", { n: found.length, events: all })) +
    (goesOn ? say("reading_texts") : "");
  markFound();
}

function unfoldAll() {
  // The cards that are drawn, and those that will be.
  isUnfolded = !isUnfolded;
  byId("unfold").textContent = say(isUnfolded ? "fold_all" : "unfold_all");
  for (const { number } of found.slice(0, drawn)) cards[number].open = isUnfolded;
}

function draw(number) {
  const next = found.slice(drawn, drawn + number);
  list.append(...next.map((event) => {
    const details = (cards[event.number] ??= card(event));
    details.open ||= isUnfolded;
    if (isComplete) showSnippets(details, event);
    return details.parentElement ?? make("div", { role: "listitem" }, details);
  }));
  drawn += next.length;
  more.hidden = drawn >= found.length;
}

new IntersectionObserver(([end]) => end.isIntersecting && draw(BATCH), { rootMargin: "1200px" }).observe(more);
