"""How common words are in general, for corpora too small to measure it: the data in the package.

    python -m pip install wordfreq && python benchmarks/background.py

Takes the word frequencies of wordfreq (Speer 2022, https://doi.org/10.5281/zenodo.7199437; its data may
be redistributed under CC BY-SA 4.0) and writes src/newsdedup/events/evidence/background.json: in how many of 100
articles of usual length a word occurs. Words in fewer than one are omitted: they are rare anyway.
"""

from __future__ import annotations

import argparse
import json
from importlib.metadata import version
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("vi", "en")
ARTICLES: Final = 100
LENGTH: Final = 200  # words; an article has more, but repeats the words of its subject
OUTPUT: Final = Path(__file__).parents[1] / "src/newsdedup/events/evidence/background.json"
LICENCE: Final = "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/"


def articles_with(frequency: float) -> int:
    """The number of `ARTICLES` that have a word of this frequency, if words are distributed at random."""
    return round(ARTICLES * (1 - (1 - frequency) ** LENGTH))


def counts(language: str) -> dict[str, int]:
    """The words of a language that are not rare, the most common first."""
    from wordfreq import get_frequency_dict

    found = {word: articles_with(share) for word, share in get_frequency_dict(language).items() if word.isalpha()}
    return dict(sorted(((word, n) for word, n in found.items() if n), key=lambda one: (-one[1], one[0])))


def main() -> None:
    """Write the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    output = parser.parse_args().output
    words = {language: counts(language) for language in LANGUAGES}
    source = f"wordfreq {version('wordfreq')}, Robyn Speer 2022, https://doi.org/10.5281/zenodo.7199437"
    data = {"source": source, "licence": LICENCE, "articles": ARTICLES, "words": words}
    output.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"wrote {output}: " + ", ".join(f"{len(found)} words of {name}" for name, found in words.items()))


if __name__ == "__main__":
    main()
