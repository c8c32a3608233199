// Actions of the reader: filters, printing, and opening the address of an event.

function ask() {
  const chosen = document.querySelectorAll("#statuses :checked").length +
    ["from", "to"].filter((id) => controls[id].value).length + Number(controls.origins.value > 1);
  byId("active").textContent = chosen ? ` (${inDigits(chosen)})` : "";
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
  const counts = { events: say("events", { n: events.length }), articles: say("articles", { n: articles }), n: conflicts };
  byId("summary").textContent = say(conflicts ? "summary_conflicts" : "summary", counts);
  for (const option of byId("origins").options) if (option.value > 1) option.textContent = say("or_more", { n: Number(option.value) });
  byId("statuses").append(...names.map((name) => make("label", { class: "choice" },
    make("input", { type: "checkbox", id: `status-${name}`, disabled: !tally(name) }), pill(name),
    make("span", { class: "hint" }, inDigits(tally(name))))));
  byId("legend").lastElementChild.append(...names.flatMap((name) => [make("dt", {}, pill(name)), make("dd", {}, say(`meaning_${name}`))]));
  later(byId("about"), about);
  const wide = matchMedia("(min-width: 60rem)"); // then the filters are beside the events
  const makeRoom = () => (byId("filters").open = wide.matches);
  wide.addEventListener("change", makeRoom);
  makeRoom();
  listen();
  find();
  goToAddress();
  parsed.then(prepare);
}

function about(details) {
  const rows = index.rejected.length;
  details.append(
    make("dl", {}, index.settings.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
    make("p", {}, rows ? say("rejected", { n: rows }) : say("none_rejected")),
    make("ul", {}, index.rejected.map(({ id, row, reason }) => make("li", {}, say("rejected_row", { row, id: id ? ` (${id})` : "", reason })))));
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
