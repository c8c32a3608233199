// What the reader does: keys, filters, printing, coming by an address.

function escape(target) {
  // The innermost thing that is open goes first: what is typed, a traced figure, an event.
  if (target === controls.search) {
    if (!target.value) return target.blur();
    target.value = "";
    return ask();
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

function ask() {
  find();
  scrollTo(0, 0);
}

async function goToAddress() {
  const event = events.find((one) => `#${anchor(one)}` === location.hash);
  if (!event) return;
  if (!found.includes(event)) {
    byId("finder").reset();
    await new Promise((done) => setTimeout(done)); // all events are found again
  }
  draw(Math.max(found.indexOf(event) + 1 - drawn, 0));
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
    make("input", { type: "checkbox", id: `status-${name}`, disabled: !tally(name) }), pill(name),
    make("span", { class: "hint" }, tally(name).toLocaleString("en")))));
  byId("legend").lastElementChild.append(...names.flatMap((name) => [make("dt", {}, pill(name)), make("dd", {}, MEANINGS[name])]));
  later(byId("about"), about);
  const wide = matchMedia("(min-width: 60rem)"); // then the filters have a place of their own
  const makeRoom = () => (byId("filters").open = wide.matches);
  wide.addEventListener("change", makeRoom);
  makeRoom();
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
  const rows = index.rejected.length;
  details.append(
    make("dl", {}, Object.entries(index.settings).flatMap(([name, value]) =>
      [make("dt", {}, name.replaceAll("_", " ")), make("dd", {}, JSON.stringify(value))])),
    make("p", {}, rows ? `${plural(rows, "row")} of the input left out:` : "No row of the input was left out."),
    make("ul", {}, index.rejected.map(({ id, row, reason }) => make("li", {}, `row ${row}${id ? ` (${id})` : ""}: ${reason}`))));
}

function listen() {
  const finder = byId("finder");
  finder.addEventListener("submit", (event) => event.preventDefault());
  finder.addEventListener("reset", () => setTimeout(ask)); // after the controls are reset
  finder.addEventListener("change", (event) => event.target !== controls.search && ask());
  controls.search.addEventListener("input", ask);
  byId("unfold").addEventListener("click", unfoldAll);
  byId("clear").addEventListener("click", () => finder.reset());
  more.firstElementChild.addEventListener("click", () => draw(BATCH));
  addEventListener("hashchange", goToAddress);
  addEventListener("beforeprint", () => draw(found.length));
}

begin();
