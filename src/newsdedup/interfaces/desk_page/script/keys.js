// Keys: from the search into the list and back, and out of whatever is open.

function escape(target) {
  // Closes the innermost open thing: the typed words, a traced figure, an event; from the list it leads to the search.
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
    return event.firstElementChild.focus();
  }
  if (list.contains(target)) toSearch();
}

function toSearch() {
  controls.search.focus();
  controls.search.select();
}

function step(key, target) {
  // From the search to the first event, from one event to the next, and from the first one back to the search.
  if (target === controls.search) return (key === "ArrowDown" || key === "Enter") && goTo(0);
  const place = found.findIndex(({ number }) => cards[number]?.firstElementChild === target);
  if (place < 0) return false;
  if (key === "ArrowUp" && place === 0) toSearch();
  else goTo({ Home: 0, End: drawn - 1, ArrowUp: place - 1, ArrowDown: place + 1 }[key]);
  return true;
}

function goTo(place) {
  if (place >= drawn) draw(BATCH);
  const details = cards[found[place]?.number];
  details?.firstElementChild.focus({ preventScroll: true });
  details?.scrollIntoView({ block: "nearest" });
  return Boolean(details);
}

document.addEventListener("keydown", (key) => {
  const typing = key.target.matches("input:not([type=checkbox]), select, textarea");
  const isPlain = !key.ctrlKey && !key.metaKey && !key.altKey && !key.isComposing;
  if (key.key === "Escape") escape(key.target);
  if (key.key === "/" && !typing && isPlain) {
    key.preventDefault();
    toSearch();
  }
  const isStep = ["ArrowDown", "ArrowUp", "Home", "End"].includes(key.key) || (key.key === "Enter" && key.target === controls.search);
  if (isStep && isPlain && !key.shiftKey && step(key.key, key.target)) key.preventDefault();
});
