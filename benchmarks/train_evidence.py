"""Train the model of evidence that the package ships.

    python benchmarks/train_evidence.py --data ../shared/data

Writes src/newsdedup/grouping/evidence.json: coefficients, what the working point is chosen with, and
a card that says what it was trained on, how, and how well it does on a set that it was not trained
on. Only numbers are written, none of the articles' words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import asdict, evolve, frozen
from numpy.typing import NDArray

from newsdedup.article import Articles
from newsdedup.grouping.aspects import Aspects, read_aspects
from newsdedup.grouping.copies import find_copies
from newsdedup.grouping.cut import THRESHOLDS, working_point
from newsdedup.grouping.events import group_events
from newsdedup.grouping.evidence import Coefficient, Evidence, Model, gather
from newsdedup.grouping.linkage import Dendrogram, average_linkage
from newsdedup.intake import read_articles
from newsdedup.metrics import b_cubed
from newsdedup.settings import EventSettings

MODEL_FILE = Path(__file__).parents[1] / "src/newsdedup/grouping/evidence.json"
THINNINGS = 3  # times that each set is thinned to each share
SHARES = np.repeat((0.3, 0.6, 0.85), THINNINGS)  # of events that keep one report: most real news stands alone
SMALL_SIZES = (2, 3, 5, 10, 20)  # articles of a small input
DRAWS = 40  # small inputs of each size
SMALL_WEIGHT = 0.3  # of all small inputs of one size, beside 1 of a whole set
SOFTNESS = 0.3
REGULARISATION = 0.01
FEW_BETA = 0.25  # among a few articles a false merge is by far the worse mistake
ALONE = 0.65  # cohesion that an article alone is taken to have: the better of .5 to .75 on most sets left out
SEED = 0
METHOD = (
    "Logistic regression (L2) on standardised features of candidate pairs. Cases: each set whole; thinned, one "
    "report kept of 30, 60 and 85 % of its events; and small inputs of 2 to 20 articles, half of them of events "
    "that look alike. A whole set weighs 1, its thinned versions of one share together 1, its small inputs of "
    "one size together 0.3. Scores are the logistic function of 0.3 times the logit. few_threshold: best mean "
    "B-cubed F0.25, which counts precision most, on small inputs. left_out: B-cubed F1 with a model "
    "that never saw the set."
)

Labels = NDArray[np.int64]


@frozen(eq=False)
class LabelledSet:
    """Articles of which the event of each is known."""

    name: str
    articles: Articles
    events: Labels
    digest: str


@frozen(eq=False)
class Case:
    """Evidence on some articles of a set; `weight` says how much it counts beside the others."""

    events: Labels
    evidence: Evidence
    weight: float

    @property
    def is_small(self) -> bool:
        """Whether it is a small input, too small to choose a threshold by."""
        return len(self.events) <= max(SMALL_SIZES)


def labelled_sets(folder: Path) -> list[LabelledSet]:
    """Every set of the folder, by name."""
    return [labelled_set(path) for path in sorted(folder.glob("*/articles.jsonl"))]


def labelled_set(path: Path) -> LabelledSet:
    """A set from its file; every article of it must be readable."""
    content = path.read_bytes()
    events = [json.loads(line)["event"] for line in content.splitlines()]
    articles = read_articles(path)
    kept = np.unique(events, return_inverse=True)[1][list(articles.rows)]
    return LabelledSet(path.parent.name, articles, kept, hashlib.sha256(content).hexdigest())


@frozen(eq=False)
class Reports:
    """What the articles of a set say, each copy group once, as in use."""

    events: Labels
    aspects: Aspects

    def case(self, chosen: Labels, weight: float = 1.0) -> Case:
        """The evidence on some of them."""
        part = {name: rows.take(chosen) for name, rows in self.aspects.items()}
        return Case(self.events[chosen], gather(part, copied=np.zeros((0, 2), np.int64)), weight)


def reports_of(one: LabelledSet) -> Reports:
    """Read the reports of a set."""
    rows = np.sort(find_copies(one.articles).representative_rows)
    return Reports(one.events[rows], read_aspects([one.articles[row] for row in rows]))


def cases(reports: Reports) -> list[Case]:
    """A set as it is, thinned to each of `SHARES`, and in small pieces."""
    random = np.random.default_rng(SEED)
    events = reports.events
    thinned = [_thinned(events, share, random) for share in SHARES]
    whole = reports.case(np.arange(len(events)))
    sizes, alike = np.repeat(SMALL_SIZES, DRAWS), _likeness(whole)
    small = [_drawn(events, size, alike if draw % 2 else None, random) for draw, size in enumerate(sizes)]
    return [
        whole,
        *(reports.case(chosen, 1 / THINNINGS) for chosen in thinned),
        *(reports.case(chosen, SMALL_WEIGHT / DRAWS) for chosen in small),
    ]


def _thinned(events: Labels, share: float, random: np.random.Generator) -> Labels:
    """Articles left when a share of the events keep one report."""
    names = np.unique(events)
    single = random.choice(names, int(len(names) * share), replace=False)
    order = random.permutation(len(events))
    first = order[np.unique(events[order], return_index=True)[1]]
    return np.sort(np.concatenate((first, np.setdiff1d(np.flatnonzero(~np.isin(events, single)), first))))


def _likeness(whole: Case) -> NDArray[np.float64]:
    """How alike the two most alike reports of each two events are."""
    names, events = np.unique(whole.events, return_inverse=True)
    left, right = events[whole.evidence.pairs].T
    alike = np.zeros((len(names), len(names)))
    np.maximum.at(alike, (left, right), whole.evidence.features["phrases_of_2"])
    return np.maximum(alike, alike.T)


def _drawn(events: Labels, size: int, alike: NDArray[np.float64] | None, random: np.random.Generator) -> Labels:
    """A few articles: one to four reports of an event, of any events or of those most alike to the first."""
    names, numbers = np.unique(events, return_inverse=True)
    order = random.permutation(len(names))
    if alike is not None:
        order = np.argsort(-alike[order[0]] - 2 * (np.arange(len(names)) == order[0]), kind="stable")
    reports = [random.permutation(np.flatnonzero(numbers == event)) for event in order[:size]]
    return np.concatenate([some[: random.integers(1, 5)] for some in reports])[:size]


def trained(sets: Sequence[Sequence[Case]]) -> Model:
    """A model of the evidence in these cases, with the threshold that suits a few articles best."""
    every = [case for one in sets for case in one]
    model = fitted(every)
    small = [scored(case, model) for case in every if case.is_small]
    qualities = [[one.quality(threshold, beta=FEW_BETA) for threshold in THRESHOLDS] for one in small]
    mean = np.average(qualities, axis=0, weights=[one.case.weight for one in small])
    return evolve(model, few_threshold=float(THRESHOLDS[np.argmax(mean)]))


@frozen(eq=False)
class Scored:
    """A case under a model."""

    case: Case
    score: NDArray[np.float64]
    tree: Dendrogram

    def working_point(self, alone: float, few: float) -> float:
        """Where it is cut."""
        return working_point(self.tree, self.case.evidence.pairs, self.score, alone=alone, few=few)

    def quality(self, threshold: float, *, beta: float = 1) -> float:
        """B-cubed F of a cut; a beta below 1 makes precision count more."""
        found = b_cubed(self.case.events, self.tree.cut(threshold))
        return (1 + beta**2) * found.precision * found.recall / (beta**2 * found.precision + found.recall)


def scored(case: Case, model: Model) -> Scored:
    """A case with its scores and its dendrogram."""
    score = model.score(case.evidence.features)
    return Scored(case, score, average_linkage(len(case.events), case.evidence.pairs, score))


def grouped(case: Case, model: Model) -> Labels:
    """The groups that the model finds."""
    one = scored(case, model)
    return one.tree.cut(one.working_point(model.alone, model.few_threshold))


def fitted(training: Sequence[Case]) -> Model:
    """The coefficients; the threshold for a few articles is still to be chosen."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = list(training[0].evidence.features)
    used = [case for case in training if len(case.evidence.pairs)]
    x = np.concatenate([np.stack([case.evidence.features[name] for name in names], axis=1) for case in used])
    y = np.concatenate([np.equal(*case.events[case.evidence.pairs].T) for case in used])
    weights = np.concatenate([np.full(len(case.evidence.pairs), _pair_weight(case)) for case in used])
    scale = StandardScaler().fit(x)
    regression = LogisticRegression(max_iter=3000, C=REGULARISATION)
    regression.fit(scale.transform(x), y, sample_weight=weights / weights.mean())
    columns = zip(names, regression.coef_[0], scale.mean_, scale.scale_, strict=True)
    return Model(
        coefficients=tuple(Coefficient(name, *(round(float(value), 6) for value in rest)) for name, *rest in columns),
        intercept=round(float(regression.intercept_[0]), 6),
        softness=SOFTNESS,
        alone=ALONE,
        few_threshold=0.5,
    )


def _pair_weight(case: Case) -> float:
    return case.weight / len(case.evidence.pairs)


def left_out(by_set: Mapping[str, Sequence[Case]], name: str) -> Model:
    """A model that never saw the set of this name."""
    return trained([found for other, found in by_set.items() if other != name])


def left_out_quality(one: LabelledSet, model: Model) -> float:
    """B-cubed F1 on a set, as a user would get it with this model."""
    found = group_events(one.articles, EventSettings(), model)
    return round(b_cubed(one.events, found.labels[list(one.articles.rows)]).f1, 4)


def card(sets: Sequence[LabelledSet], by_set: Mapping[str, Sequence[Case]]) -> dict[str, Any]:
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
    by_set = {one.name: cases(reports_of(one)) for one in sets}
    model = evolve(trained(list(by_set.values())), card=card(sets, by_set))
    options.output.write_text(json.dumps(asdict(model), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.output}: alone {model.alone}, threshold for few articles {model.few_threshold}")
    print(f"B-cubed F1 on the set left out: {model.card['left_out']}")


if __name__ == "__main__":
    main()
