"""The desk page of many events: seconds to write it, its size, its first paint, and the delay of a key.

    python benchmarks/desk.py --articles 15000

Generated news is consolidated and written as a page, which the system's Chromium then opens. Needs
playwright and a Chromium; prints a table and writes benchmarks/results/desk.json.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, Final

from playwright.sync_api import Page, expect, sync_playwright

import newsdedup as nd
from _report import machine, source_version, write_result
from generate import corpus

RESULTS: Final = Path(__file__).parent / "results/desk.json"
SEED: Final = 1
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")

FIRST_PAINT: Final = "Math.round(performance.getEntriesByType('paint')[0].startTime)"
LOADED: Final = "Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)"
KEYS: Final = """async (words) => {
  const search = document.getElementById("search"), times = [];
  for (const letter of words) {
    const start = performance.now();
    search.value += letter;
    search.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    times.push(Math.round(performance.now() - start));
  }
  return times;
}"""


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=15_000)
    parser.add_argument("-o", "--output", type=Path, default=RESULTS)
    options = parser.parse_args()
    articles = nd.read_articles(corpus(options.articles, SEED))
    events = nd.consolidate(articles, progress=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.html"
        start = time.perf_counter()
        events.report(path, articles=articles)
        seconds = time.perf_counter() - start
        measured = {
            "events": len(events),
            "articles": len(articles),
            "seconds": round(seconds, 2),
            "bytes": path.stat().st_size,
            **in_browser(path, _typed(events)),
        }
    for name, value in measured.items():
        print(f"{name:<24} {value:,}")
    write_result(options.output, {"machine": machine(), "versions": {"newsdedup": source_version()}, "page": measured})


def _typed(events: nd.EventCollection) -> str:
    """The first words of a title in the middle: what an editor might type."""
    return " ".join(events[len(events) // 2].title.split()[:3])


def in_browser(path: Path, words: str) -> dict[str, Any]:
    """Milliseconds: the first paint, all loaded, a key to the second frame after it, all texts searched."""
    found = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(path.as_uri())
        times = {"first_paint_ms": page.evaluate(FIRST_PAINT), "loaded_ms": page.evaluate(LOADED)}
        times |= {
            f"{when}_{name}": value for when in ("first", "again") for name, value in _typing(page, words).items()
        }
        browser.close()
    return times


def _typing(page: Page, words: str) -> dict[str, int]:
    page.fill("#search", "")
    keys = page.evaluate(KEYS, words)
    start = time.perf_counter()
    expect(page.locator("#count")).not_to_contain_text("reading", timeout=300_000)
    searched = round(1000 * (time.perf_counter() - start))
    return {"key_median_ms": round(median(keys)), "key_worst_ms": max(keys), "texts_searched_ms": searched}


if __name__ == "__main__":
    main()
