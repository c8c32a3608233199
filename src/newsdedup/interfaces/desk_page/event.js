// An event: its card, and the details under it.

const MANY_DATES = 8; // the others are folded

const anchor = (event) => `at-${event.id}`;

function card(event) {
  const urgent = urgentOf(event);
  const details = make("details", { class: `event ${urgent ?? ""}`, id: anchor(event) }, make("summary", {},
    make("h3", { lang: event.language, dir: "auto" }, event.title),
    make("span", { class: "meta" },
      event.when && make("b", {}, event.when, event.datesDiffer && make("span", { class: "hint" }, " (dates differ)")),
      event.published && make("span", {}, `published ${event.published}`),
      make("span", {}, backing(event)),
      event.sources && make("span", {}, outlets(event.sources))),
    make("span", { class: "tally" },
      Object.entries(event.statuses).map(([name, number]) => pill(name, number)),
      !urgent && make("span", { class: "hint" }, "no figures")),
    event.figures && make("span", { class: "key" }, event.figures.map((figure) => keyFigure(figure, event.language)))));
  return later(details, async () => {
    await parsed;
    details.append(inside(event, unfolded(event)));
  });
}

function keyFigure({ name, value, status }, language) {
  return make("span", {},
    make("span", { class: `glyph ${status}`, "aria-hidden": "true" }, index.labels[status].glyph),
    make("b", {}, value), " ", make("span", { class: "of", lang: language }, name));
}

function outlets(sources) {
  const [first, second, third, ...others] = sources;
  return [first, second, third].filter(Boolean).join(" · ") + (others.length ? ` · ${others.length} more` : "");
}

function inside(event, { figures = [], articles, ...facts }) {
  const view = { event, articles, figures, marks: marksOf(figures), panel: null };
  view.panel = reports(view);
  return make("div", { class: "inside" },
    facts.notes?.map((note) => make("p", { class: "note" }, note)),
    facts.summary && section("Summary", make("p", { class: "sentences" }, facts.summary.map((one) => sentenceOf(view, one)))),
    make("div", { class: "halves" }, figuresOf(view), factsOf(view, facts)),
    view.panel,
    make("p", { class: "address" }, make("a", { href: `#${anchor(event)}` }, "Link to this event")));
}

const outletOf = ({ source, id }) => source ?? id;

const sentenceOf = ({ articles }, { text, article }) =>
  make("span", { lang: articles[article].language, dir: "auto" }, text, " ", make("cite", {}, outletOf(articles[article])), " ");

function factsOf(view, { people, places, quotes, timeline, onlyIn, dates }) {
  const several = (origins) => origins > 1 && make("span", { class: "hint" }, ` · ${origins} origins`);
  return make("div", { class: "facts" },
    dates && section("When", make("p", {}, view.event.when, " ",
      dates.status !== "single_source" && pill(dates.status), " ", make("span", { class: "hint" }, backing(dates)))),
    people && section("People", make("ul", { class: "people" }, people.map(({ name, about, origins }) =>
      make("li", {}, make("b", {}, name), " ", make("span", { class: "hint" }, about), several(origins))))),
    places && section("Places", make("ul", { class: "places" }, places.map(({ name, level, origins }) =>
      make("li", {}, name, level && make("span", { class: "hint" }, ` ${level}`), several(origins))))),
    quotes && section("Quoted by several reports", quotes.map((quote) => quoteOf(view, quote))),
    onlyIn && section("Only in one report",
      make("ul", { class: "sentences" }, onlyIn.map((one) => make("li", {}, sentenceOf(view, one))))),
    timeline && timelineOf(view, timeline));
}

function quoteOf({ articles }, quote) {
  const printing = quote.articles.map((number) => articles[number]);
  return make("blockquote", { dir: "auto" },
    make("p", { lang: printing[0].language }, `“${quote.text}”`),
    make("footer", {}, printing.map((article) => make("cite", {}, outletOf(article)))));
}

function timelineOf({ articles }, timeline) {
  const item = ({ when, text, article }) => make("li", {},
    make("b", {}, when),
    make("p", { lang: articles[article].language, dir: "auto" }, text, " ", make("cite", {}, outletOf(articles[article]))));
  const items = (rows) => make("ol", { class: "timeline" }, rows.map(item));
  const rest = timeline.slice(MANY_DATES);
  return section("Timeline", items(timeline.slice(0, MANY_DATES)), folded(`${rest.length} more`, rest, items));
}
