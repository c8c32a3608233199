// An event: its card, and the details under it.

const MANY_DATES = 8; // the others are folded

const anchor = (event) => `at-${event.id}`;

function card(event) {
  const urgent = urgentOf(event);
  const details = make("details", { class: `event ${urgent ?? ""}`, id: anchor(event), "data-number": event.number }, make("summary", {},
    make("h3", { lang: event.language, dir: "auto" }, unbroken(event.title)),
    make("span", { class: "meta" },
      event.when && make("b", {}, event.when, event.datesDiffer && make("span", { class: "hint" }, ` (${say("dates_differ")})`)),
      event.published && make("span", {}, say("published", { when: event.published })),
      make("span", {}, backing(event)),
      event.sources && make("span", {}, outlets(event.sources))),
    make("span", { class: "tally" },
      Object.entries(event.statuses).map(([name, number]) => pill(name, number)),
      !urgent && make("span", { class: "hint" }, say("no_figures"))),
    event.figures && make("span", { class: "key" }, event.figures.map((figure) => keyFigure(figure, event.language)))));
  return later(details, async () => {
    await parsed;
    details.append(inside(event, unfolded(event)));
  });
}

function keyFigure({ name, value, status, before }, language) {
  // The value that stands, and under it those before it; a name that is the unit of the value is not said twice.
  const isUnit = value.replace(/\s/gu, " ").endsWith(` ${name}`);
  return make("span", {},
    make("span", { class: "line" },
      make("span", { class: `glyph ${status}`, "aria-hidden": "true" }, index.labels[status].glyph),
      make("b", {}, amount(value)), " ", !isUnit && make("span", { class: "of", lang: language }, name)),
    before && make("span", { class: "before" }, say("before"), " ", before.flatMap((one, place) => [place > 0 && " → ", earlier(one)])));
}

const earlier = ({ value, when }) => make("span", { class: "amount" }, value, when && ` (${when})`);

function outlets(sources) {
  const [first, second, third, ...others] = sources;
  return [first, second, third].filter(Boolean).join(" · ") + (others.length ? ` · ${say("more_sources", { n: others.length })}` : "");
}

function inside(event, { figures = [], articles, ...facts }) {
  const view = { event, articles, figures, marks: marksOf(figures), panel: null };
  view.panel = reports(view);
  return make("div", { class: "inside" },
    facts.notes?.map((note) => make("p", { class: "note" }, note)),
    facts.summary && section(say("section_summary"), make("p", { class: "sentences" }, facts.summary.map((one) => sentenceOf(view, one)))),
    make("div", { class: "halves" }, figuresOf(view), factsOf(view, facts)),
    view.panel,
    make("p", { class: "address" }, make("a", { href: `#${anchor(event)}` }, say("link"))));
}

const outletOf = ({ source, id }) => source ?? id;

const sentenceOf = ({ articles }, { text, article }) =>
  make("span", { lang: articles[article].language, dir: "auto" }, unbroken(text), " ", make("cite", {}, outletOf(articles[article])), " ");

function factsOf(view, { people, places, quotes, timeline, onlyIn, dates }) {
  const several = (origins) => origins > 1 && make("span", { class: "hint" }, " · ", counted("origin_count", origins));
  return make("div", { class: "facts" },
    dates && section(say("section_when"), make("p", {}, view.event.when, " ",
      dates.status !== "single_source" && pill(dates.status), " ", make("span", { class: "hint" }, backing(dates)))),
    people && section(say("section_people"), make("ul", { class: "people" }, people.map(({ name, about, origins }) =>
      make("li", {}, make("b", {}, name), " ", make("span", { class: "hint" }, about), several(origins))))),
    places && section(say("section_places"), make("ul", { class: "places" }, places.map(({ name, level, origins }) =>
      make("li", {}, name, level && make("span", { class: "hint" }, ` ${level}`), several(origins))))),
    quotes && section(say("section_quotes"), quotes.map((quote) => quoteOf(view, quote))),
    onlyIn && section(say("section_only_in"),
      make("ul", { class: "sentences" }, onlyIn.map((one) => make("li", {}, sentenceOf(view, one))))),
    timeline && timelineOf(view, timeline));
}

function quoteOf({ articles }, quote) {
  const printing = quote.articles.map((number) => articles[number]);
  return make("blockquote", { dir: "auto" },
    make("p", { lang: printing[0].language }, `“${unbroken(quote.text)}”`),
    make("footer", {}, printing.map((article) => make("cite", {}, outletOf(article)))));
}

function timelineOf({ articles }, timeline) {
  const item = ({ when, text, article }) => make("li", {},
    make("b", {}, when),
    make("p", { lang: articles[article].language, dir: "auto" }, unbroken(text), " ", make("cite", {}, outletOf(articles[article]))));
  const items = (rows) => make("ol", { class: "timeline" }, rows.map(item));
  const rest = timeline.slice(MANY_DATES);
  return section(say("section_timeline"), items(timeline.slice(0, MANY_DATES)), folded(say("more_dates", { n: rest.length }), rest, items));
}
