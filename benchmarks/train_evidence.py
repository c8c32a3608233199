"""Train the model of evidence that the package ships.

    python benchmarks/train_evidence.py --data ../shared/data

Writes src/newsdedup/events/evidence/evidence.json: what `newsdedup.train_evidence` learns of the labelled
sets, and a card that says what it was trained on, how, and how well it does on a set that it was not
trained on. Only numbers are written, none of the articles' words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from newsdedup.articles.article import Articles
from newsdedup.articles.intake import read_articles
from newsdedup.events.evidence.model import Model
from newsdedup.events.find import group_events
from newsdedup.events.training.training import trained
from newsdedup.events.training.training_sets import (
    LabelledReports,
    TrainingSet,
    all_lengths,
    labelled_reports,
    training_sets,
)
from newsdedup.metrics import b_cubed
from newsdedup.support.settings import EventSettings

LABEL_CORRECTIONS = Path(__file__).with_name("label_corrections.json")
MODEL_FILE = Path(__file__).parents[1] / "src/newsdedup/events/evidence/evidence.json"
METHOD = (
    "One logistic regression (L2, likeness at least 0, clashes at most 0) on standardised features of candidate "
    "pairs for each set; the model is their mean. Different told days count at least 2 logits against "
    "one event. Cases of a set: whole; thinned, one report kept of 30, 60 and 85 % "
    "of its events; small inputs of 2 to 20 articles, half of them of events that look alike; and its texts cut to "
    "12, 25 and 40 words and to their headlines, whole, thinned by 85 % and one report an event, and small inputs. "
    "All of a set, of its cuts of one length and of its thinned versions of one share weigh 1, its small inputs of "
    "one size 0.03. Scores are the logistic function of 0.25 times the logit. few_threshold: best mean B-cubed "
    "F0.25, which counts precision most, on small inputs. left_out: B-cubed F1 with a model that never saw the set."
)

Labels = NDArray[np.int64]


@frozen(eq=False)
class LabelledSet:
    """Articles of which the event of each is known."""

    name: str
    articles: Articles
    events: Labels
    digest: str


def labelled_sets(folder: Path) -> list[LabelledSet]:
    """Every set of the folder, by name."""
    return [labelled_set(path) for path in sorted(folder.glob("*/articles.jsonl"))]


def labelled_set(path: Path) -> LabelledSet:
    """A set from its file, its labels corrected; every article of it must be readable."""
    content = path.read_bytes()
    correct = corrections(path.parent.name)
    events = [correct.get(event, event) for event in (json.loads(line)["event"] for line in content.splitlines())]
    articles = read_articles(path)
    kept = np.unique(events, return_inverse=True)[1][list(articles.rows)]
    return LabelledSet(path.parent.name, articles, kept, hashlib.sha256(content).hexdigest())


def corrections(name: str) -> dict[str, str]:
    """The event that each wrong label of a set stands for, from label_corrections.json."""
    merged = json.loads(LABEL_CORRECTIONS.read_text("utf-8")).get(name, {"one_event": ()})["one_event"]
    return {label: labels[0] for labels in merged for label in labels}


def training_sets_of(one: LabelledSet) -> list[TrainingSet]:
    """The training sets of a labelled set."""
    return training_sets(*all_lengths(one.articles, one.events.tolist()))


def reports_of(one: LabelledSet) -> LabelledReports:
    """The reports of a set."""
    return labelled_reports(one.articles, one.events.tolist())


def left_out(by_set: Mapping[str, Sequence[TrainingSet]], name: str) -> Model:
    """A model that never saw the set of this name."""
    return trained([found for other, found in by_set.items() if other != name])


def left_out_quality(one: LabelledSet, model: Model) -> float:
    """B-cubed F1 on a set, as a user would get it with this model."""
    found = group_events(one.articles, EventSettings(), model)
    return round(b_cubed(one.events, found.labels[list(one.articles.rows)]).f1, 4)


def card(sets: Sequence[LabelledSet], by_set: Mapping[str, Sequence[TrainingSet]]) -> dict[str, Any]:
    """What a reader of the model should know."""
    data = [{"name": one.name, "articles": len(one.articles), "sha256": one.digest} for one in sets]
    scores = {one.name: left_out_quality(one, left_out(by_set, one.name)) for one in sets}
    return {"data": data, "method": METHOD, "left_out": scores}


def main() -> None:
    """Train on every set of the data folder, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args()
    sets = labelled_sets(options.data)
    by_set = {one.name: training_sets_of(one) for one in sets}
    model = evolve(trained(list(by_set.values())), card=card(sets, by_set))
    model.save(options.output)
    print(f"wrote {options.output}: alone {model.alone}, threshold for few articles {model.few_threshold}")
    print(f"B-cubed F1 on the set left out: {model.card['left_out']}")


if __name__ == "__main__":
    main()
