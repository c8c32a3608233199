// The reports side by side, with marked claims; one figure can be traced through all of them.

const LONGEST_WHOLE = 24; // characters of a claim that stay on one line

function marksOf(figures) {
  // The positions of the claims of each figure, by article and passage.
  const marks = new Map();
  figures.forEach((figure, number) => figure.claims.forEach(([article, passage, start, end]) => {
    const key = `${article} ${passage}`;
    if (!marks.has(key)) marks.set(key, []);
    marks.get(key).push({ start, end, number });
  }));
  return marks;
}

function marked(view, article, passage) {
  // A passage as text with its claims marked; claims may overlap.
  const words = unbroken(view.articles[article].passages[passage]);
  const spans = view.marks.get(`${article} ${passage}`) ?? [];
  const cuts = [...new Set([0, words.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const numbers = spans.filter((span) => span.start <= cuts[place] && end <= span.end).map(({ number }) => number);
    const piece = words.slice(cuts[place], end);
    return numbers.length ? mark(view, numbers, piece) : piece;
  });
}

function mark(view, numbers, words) {
  const first = view.figures[Math.min(...numbers)];
  const { word } = index.labels[first.status];
  const title = `${first.name}: ${first.value} (${word})`;
  const whole = words.length > LONGEST_WHOLE ? words : words.replaceAll(" ", "\u00a0");
  return make("mark", { class: first.status, "data-figures": ` ${numbers.join(" ")} `, title }, whole);
}

function reports(view) {
  const columns = make("div", { class: "columns" }, view.articles.map((article, number) => report(view, article, number)));
  return make("div", { class: "reports", tabindex: "-1", role: "group", "aria-label": say("section_reports") },
    make("div", { class: "bench" }, make("h4", {}, say("section_reports")),
      make("p", { class: "hint traced-figure", role: "status" }),
      make("button", { type: "button", class: "all", hidden: true, onclick: () => untrace(view) }, say("untrace"))),
    columns);
}

function report(view, article, number) {
  const { title, whole, language, passages = [], id } = article;
  return make("article", { class: "report" },
    byline(view, article),
    make("div", { class: "words", lang: language, dir: "auto", tabindex: "0", role: "group", "aria-label": title ?? id },
      passages.map((_, passage) => make("p", { class: whole ? "whole" : "sentence" }, marked(view, number, passage))),
      !passages.length && make("p", { class: "hint" }, say("no_figure_in_report"))));
}

function byline({ articles }, { source, when, title, url, relation, of, language, id }) {
  const heading = title ?? id;
  return make("header", {},
    make("p", { class: "meta" }, source && make("b", {}, source), when && make("span", {}, when)),
    make("h5", { lang: language, dir: "auto" }, url ? make("a", { href: url, rel: "noopener noreferrer" }, unbroken(heading)) : unbroken(heading)),
    relation && make("p", { class: "relation" }, of ? `${relation} ${outletOf(articles[of[0]])}` : relation));
}

function tracer(view, number) {
  // A button that shows a figure in each report, and hides it again.
  const button = make("button", { type: "button", class: "trace", "aria-pressed": "false", "data-figure": number,
    onclick: () => trace(view, isPressed(button) ? null : number) }, say("trace"));
  return button;
}

const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

function trace({ panel, figures, articles }, number) {
  // Show one figure in the reports that print it; null shows all again.
  const figure = figures[number];
  for (const button of panel.parentElement.querySelectorAll(".trace")) {
    button.setAttribute("aria-pressed", String(button.dataset.figure === String(number)));
  }
  for (const one of panel.querySelectorAll("mark")) one.classList.toggle("traced", one.dataset.figures.includes(` ${number} `));
  panel.querySelectorAll(".report").forEach((one, article) => {
    one.hidden = Boolean(figure) && !figure.claims.some((claim) => claim[0] === article);
  });
  panel.classList.toggle("tracing", Boolean(figure));
  panel.querySelector(".all").hidden = !figure;
  panel.querySelector(".traced-figure").textContent = !figure ? "" :
    say("traced", { name: figure.name, value: figure.value, n: figure.articles, reports: say("reports", { n: articles.length }) });
  if (figure) reveal(panel);
}

function untrace(view) {
  const pressed = [...view.panel.parentElement.querySelectorAll(".trace")].find(isPressed);
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
