// Actions of the reader: keys, filters, printing, and opening the address of an event.

function escape(target) {
  // Closes the innermost open thing: the typed words, then a traced figure, then an event.
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
    await new Promise((done) => setTimeout(done)); // until the reset has found all events again
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
    (conflicts ? `; figures conflict in ${conflicts.toLocaleString("en")} of them` : "");
  byId("statuses").append(...names.map((name) => make("label", { class: "choice" },
    make("input", { type: "checkbox", id: `status-${name}`, disabled: !tally(name) }), pill(name),
    make("span", { class: "hint" }, tally(name).toLocaleString("en")))));
  byId("legend").lastElementChild.append(...names.flatMap((name) => [make("dt", {}, pill(name)), make("dd", {}, MEANINGS[name])]));
  later(byId("about"), about);
  const wide = matchMedia("(min-width: 60rem)"); // then the filters are beside the events
  const makeRoom = () => (byId("filters").open = wide.matches);
  wide.addEventListener("change", makeRoom);
  makeRoom();
  listen();
  find();
  goToAddress();
}

const MEANINGS = {
  conflict: "The reports print values that contradict each other.",
  superseded: "A later report prints another value than earlier ones.",
  compatible: "The values differ, but one of them agrees with all reports.",
  agree: "Several origins print the same value.",
  single_source: "Only one origin prints it; copies do not count.",
};

function about(details) {
  const rows = index.rejected.length;
  details.append(
    make("dl", {}, Object.entries(index.settings).flatMap(([name, value]) =>
      [make("dt", {}, name.replaceAll("_", " ")), make("dd", {}, JSON.stringify(value))])),
    make("p", {}, rows ? `${plural(rows, "row")} of the input rejected:` : "No row of the input was rejected."),
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
