// The figures of an event: value, status, range, rule and claims.

const MANY_FIGURES = 8; // the others are folded
const AROUND = 70; // characters on each side of a claim

function figuresOf(view) {
  const numbered = view.figures.map((figure, number) => ({ figure, number }));
  const shared = numbered.filter(({ figure }) => figure.status !== "single_source");
  const single = numbered.filter(({ figure }) => figure.status === "single_source");
  const items = (rows) => make("ul", { class: "figures" }, rows.map(({ figure, number }) => figureOf(view, figure, number)));
  const shown = (shared.length ? shared : single).slice(0, MANY_FIGURES);
  const others = (shared.length ? shared : single).slice(MANY_FIGURES);
  return section(say("section_figures"),
    shown.length ? items(shown) : make("p", { class: "hint" }, say("no_figure_printed")),
    folded(say("more_figures", { n: others.length }), others, items),
    shared.length > 0 && folded(say("single_figures", { n: single.length }), single, items));
}

function figureOf(view, figure, number) {
  const language = view.articles[figure.claims[0][0]].language;
  const isSingle = figure.status === "single_source";
  return make("li", { class: `figure ${figure.status}` },
    headOf(figure, language),
    figure.bar && bar(figure),
    (isSingle || !figure.named) && make("p", { class: "excerpt", lang: language, dir: "auto" }, excerpt(view, figure.claims[0], number)),
    (!isSingle || figure.claims.length > 1) &&
      make("p", { class: "rule" }, `${unbroken(figure.rule)}. `, make("span", { class: "hint" }, backing(figure))),
    figure.history && steps(say("history"), figure.history),
    figure.alternatives && steps(say("values"), figure.alternatives, "apart"),
    figure.series && steps(say("series"), figure.series),
    figure.partOf && make("p", { class: "hint" }, say("part_of", { whole: figure.partOf })),
    figure.notes?.map((note) => make("p", { class: "note" }, note)),
    make("div", { class: "actions" }, claimsOf(view, figure, number), tracer(view, number)));
}

function headOf({ name, named, remarks, value, status }, language) {
  return make("div", { class: "value-line" },
    make("p", { class: "name" },
      make(named ? "span" : "i", { lang: named && language, dir: "auto" }, name),
      remarks && make("span", { class: "remarks" }, remarks.join(" · "))),
    make("p", { class: "value" }, amount(value)),
    pill(status));
}

function excerpt(view, [article, passage, start, end], number) {
  const words = unbroken(view.articles[article].passages[passage]);
  const before = words.slice(0, start);
  const after = words.slice(end);
  const left = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s/, " ")}` : before;
  const right = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s\S*$/, " ")}…` : after;
  return [left, mark(view, [number], words.slice(start, end)), right];
}

function claimsOf(view, { claims }, number) {
  const item = (claim) => {
    const article = view.articles[claim[0]];
    return make("li", {},
      make("q", { lang: article.language, dir: "auto" }, excerpt(view, claim, number)),
      make("cite", {}, [outletOf(article), article.when].filter(Boolean).join(", ")));
  };
  const details = make("details", {}, make("summary", {}, say("claims", { n: claims.length })));
  return later(details, () => details.append(make("ul", {}, claims.map(item))));
}

function steps(title, values, kind = "") {
  const item = ({ value, when, step, origins }) => make("li", { class: step },
    make("b", { class: "amount" }, value), make("span", { class: "hint" }, when && make("span", { class: "amount" }, when), when && origins > 1 && ", ",
      origins > 1 && counted("origin_count", origins)));
  return make("div", { class: `steps ${kind}` }, make("span", { class: "hint" }, `${title}: `), make("ol", {}, values.map(item)));
}

function bar({ bar: { values, sides, best, feasible, openLeft, openRight, ends }, value, status }) {
  const track = make("div", { class: `track${openLeft ? " open-left" : ""}${openRight ? " open-right" : ""}` },
    place("span", values[0], values.at(-1)),
    feasible && place(`feasible ${status}`, ...feasible),
    values.map((at, tick) => place(`tick ${sides[tick]}`, at)),
    best && place("best", best[0]));
  const first = openLeft ? say("less_than", { value: ends[0] }) : ends[0];
  const last = openRight ? say("at_least", { value: ends[1] }) : ends[1];
  return make("div", { class: "bar", role: "img", "aria-label": say("bar", { first, last, value }) },
    make("span", { class: "end" }, first), track, make("span", { class: "end" }, last));
}

function place(kind, left, right) {
  const element = make("span", { class: kind });
  element.style.left = `${left}%`;
  if (right !== undefined) element.style.width = `${right - left}%`;
  return element;
}
