"""How common words and phrases are in general, for corpora too small to measure it: the data in the package.

    python -m pip install wordfreq symspellpy && python benchmarks/background.py --data ../shared/data

Writes src/newsdedup/events/evidence/background.json: in how many of 10,000 articles of usual length a word,
or two words in a row, occur. Those in fewer than `LEAST_WORDS` and `LEAST_PHRASES` are left out: they are rare.

- Words: wordfreq (Speer 2022, https://doi.org/10.5281/zenodo.7199437; its data may be redistributed under
  CC BY-SA 4.0); of further languages only the most common.
- Two words in English: the bigrams of symspellpy (MIT), counted by Google (Norvig 2009).
- Two words in Vietnamese, where most words have two syllables: counted in VN-MDS, each event once.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Final

from newsdedup.articles.article import Article
from newsdedup.events.reading.views import whole_text
from newsdedup.text.sentences import sentences
from newsdedup.text.tokens import tokens
from train_evidence import LabelledSet, labelled_set

ARTICLES: Final = 10_000
LENGTH: Final = 200  # words; an article has more, but repeats the words of its subject
LEAST_WORDS: Final[Mapping[str, int]] = {"vi": 5, "en": 10}
LEAST_OF_OTHERS: Final = 500
LAST_YEAR: Final = 2100  # numbers up to this one are words too
OTHERS: Final = "ar bg ca cs da de el es fi fil fr hu id it ms nb nl pl pt ro ru sv tr uk"
LEAST_PHRASES: Final[Mapping[str, int]] = {"vi": 128, "en": 500}
ENGLISH_PHRASES: Final = "frequency_bigramdictionary_en_243_342.txt"
ENGLISH_WORDS: Final = 5.4e11  # counted there
REPORTS_OF_AN_EVENT: Final = 2  # by which a phrase in one of its reports is more likely than in a given one
OUTPUT: Final = Path(__file__).parents[1] / "src/newsdedup/events/evidence/background.json"
LICENCE: Final = "words: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/; English phrases: MIT"

Counts = dict[str, int]


def articles_with(frequency: float) -> int:
    """The number of `ARTICLES` that have a word of this frequency, if words are distributed at random."""
    return round(ARTICLES * (1 - (1 - frequency) ** LENGTH))


def words_of(language: str) -> Counts:
    """The words of a language that are not rare, the most common first."""
    from wordfreq import get_frequency_dict, word_frequency

    found = {word: articles_with(share) for word, share in get_frequency_dict(language).items() if word.isalpha()}
    found |= {str(number): articles_with(word_frequency(str(number), language)) for number in range(LAST_YEAR + 1)}
    return most_common(found, LEAST_WORDS.get(language, LEAST_OF_OTHERS))


def english_phrases() -> Counts:
    """Two English words in a row, the most common first."""
    lines = files("symspellpy").joinpath(ENGLISH_PHRASES).read_text("utf-8-sig").splitlines()
    found = {" ".join(words): articles_with(int(count) / ENGLISH_WORDS) for *words, count in map(str.split, lines)}
    return most_common(found, LEAST_PHRASES["en"])


def vietnamese_phrases(one: LabelledSet) -> Counts:
    """Two Vietnamese syllables in a row, by the share of events of a labelled set in whose reports they stand."""
    of_event: dict[int, set[str]] = {}
    for article, event in zip(one.articles, one.events.tolist(), strict=True):
        of_event.setdefault(event, set()).update(phrases_in(article))
    counted = Counter(phrase for phrases in of_event.values() for phrase in phrases)
    share = ARTICLES / len(of_event) / REPORTS_OF_AN_EVENT
    return most_common({phrase: round(count * share) for phrase, count in counted.items()}, LEAST_PHRASES["vi"])


def phrases_in(article: Article) -> Iterator[str]:
    """Two words in a row, within the sentences of an article."""
    text = whole_text(article)
    for span in sentences(text):
        for one, other in pairwise(tokens(text, *span)):
            if one.isalpha() and other.isalpha():
                yield f"{one} {other}"


def most_common(found: Mapping[str, int], least: int) -> Counts:
    """Those in at least this many articles, the most common first."""
    return dict(sorted(((one, n) for one, n in found.items() if n >= least), key=lambda pair: (-pair[1], pair[0])))


def main() -> None:
    """Write the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    words = {language: words_of(language) for language in (*LEAST_WORDS, *OTHERS.split())}
    phrases = {"vi": vietnamese_phrases(labelled_set(options.data / "vnmds/articles.jsonl")), "en": english_phrases()}
    source = f"wordfreq {version('wordfreq')}, symspellpy {version('symspellpy')}, VN-MDS (Vietnamese phrases)"
    data = {"source": source, "licence": LICENCE, "articles": ARTICLES, "words": words, "phrases": phrases}
    options.output.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for kind, of_language in (("words", words), ("phrases", phrases)):
        print(f"{kind}: " + ", ".join(f"{len(found)} of {name}" for name, found in of_language.items()))


if __name__ == "__main__":
    main()
