from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import numpy as np
import pandas
import polars
import pytest
from sklearn.base import BaseEstimator, clone
from sklearn.cluster import DBSCAN
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer
from sklearn.utils import Tags, check_array, estimator_checks

import newsdedup as nd
from newsdedup import CopyClusterer, EventClusterer, MinHashVectorizer

NEWS = [
    "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết",
    "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay",
    "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết!",
    "Giá vàng miếng SJC hôm nay vượt 120 triệu đồng một lượng",
]
CLUSTERERS = [EventClusterer(threads=1), CopyClusterer(threads=1)]
ESTIMATORS = [*CLUSTERERS, MinHashVectorizer(threads=1)]


class _OfNumbers(BaseEstimator):
    """An adapter between scikit-learn's checks, which feed numbers, and estimators that read texts.

    Each row becomes a text of one word per number; everything else is the estimator itself.
    """

    def fit(self, X: Any, y: Any = None) -> Any:
        return super().fit(self.printed(X), y)

    def printed(self, X: Any) -> list[str]:
        return [" ".join(f"n{round(float(number) * 1000)}" for number in row) for row in check_array(X)]

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = tags.input_tags.string = tags.input_tags.dict = False
        tags.input_tags.two_d_array = True
        return tags


class _ClusteredNumbers(_OfNumbers):
    def score(self, X: Any, y: Any) -> float:
        return float(super().score(self.printed(X), y))


class EventsOfNumbers(_ClusteredNumbers, EventClusterer): ...


class CopiesOfNumbers(_ClusteredNumbers, CopyClusterer): ...


class SignaturesOfNumbers(_OfNumbers, MinHashVectorizer):
    def transform(self, X: Any) -> Any:
        return super().transform(self.printed(X))


def not_expected_to_pass(estimator: BaseEstimator) -> dict[str, str]:
    if isinstance(estimator, MinHashVectorizer):
        return {}
    return {"check_clustering": "it wants near points in one cluster; once printed, numbers are alike or they are not"}


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@estimator_checks.parametrize_with_checks(
    [EventsOfNumbers(threads=1), CopiesOfNumbers(threads=1), SignaturesOfNumbers(threads=1)],
    expected_failed_checks=not_expected_to_pass,
)
def test_every_check_of_scikit_learn_holds(estimator: Any, check: Any) -> None:
    check(estimator)


@pytest.mark.parametrize("estimator", ESTIMATORS)
@pytest.mark.parametrize(
    "check",
    [
        estimator_checks.check_do_not_raise_errors_in_init_or_set_params,
        estimator_checks.check_estimator_cloneable,
        estimator_checks.check_estimator_repr,
        estimator_checks.check_estimator_tags_renamed,
        estimator_checks.check_get_params_invariance,
        estimator_checks.check_mixin_order,
        estimator_checks.check_no_attributes_set_in_init,
        estimator_checks.check_parameters_default_constructible,
        estimator_checks.check_set_params,
        estimator_checks.check_valid_tag_types,
    ],
)
def test_the_checks_that_need_no_data_hold_without_help(estimator: Any, check: Any) -> None:
    check(type(estimator).__name__, clone(estimator))


def test_the_labels_are_those_of_the_functions() -> None:
    assert EventClusterer().fit_predict(NEWS).tolist() == nd.find_events(NEWS).labels.tolist() == [0, 0, 0, 1]
    assert CopyClusterer().fit_predict(NEWS).tolist() == nd.find_copies(NEWS).labels.tolist() == [0, 1, 0, 2]
    assert CopyClusterer(threshold=1).fit(NEWS).groups_.settings.threshold == 1


@pytest.mark.parametrize("estimator", CLUSTERERS)
@pytest.mark.parametrize(
    "kind",
    [
        lambda texts: [{"body": text} for text in texts],
        nd.read_articles,
        np.array,
        lambda texts: np.array(texts, object).reshape(-1, 1),
        pandas.Series,
        lambda texts: pandas.DataFrame({"text": texts}),
        lambda texts: polars.DataFrame({"text": texts}),
    ],
)
def test_whatever_holds_the_texts_gives_the_same_labels(estimator: Any, kind: Any) -> None:
    expected = clone(estimator).fit_predict(NEWS).tolist()
    assert clone(estimator).fit_predict(kind(NEWS)).tolist() == expected


@pytest.mark.parametrize("estimator", CLUSTERERS)
def test_a_row_that_cannot_be_read_is_minus_one(estimator: Any) -> None:
    labels = clone(estimator).fit_predict([NEWS[0], "", NEWS[3], None])
    assert labels.tolist() == [0, -1, 1, -1]


@pytest.mark.parametrize("estimator", ESTIMATORS)
@pytest.mark.parametrize("wrong", [np.ones((4, 3)), np.ones((4, 1)), np.ones((2, 2, 2)), [], [1.5, 2.5], ["", None]])
def test_an_input_without_texts_is_an_error(estimator: Any, wrong: Any) -> None:
    with pytest.raises(nd.InputError, match=r"one text per row|needs at least one article"):
        getattr(clone(estimator), "transform" if hasattr(estimator, "transform") else "fit")(wrong)


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_a_wrong_parameter_is_an_error_when_it_is_fitted(estimator: Any) -> None:
    wrong = clone(estimator).set_params(seed=-1)
    with pytest.raises(nd.SettingError, match="seed=-1"):
        wrong.fit(NEWS)


@pytest.mark.parametrize("estimator", ESTIMATORS)
def test_parameters_survive_a_clone_and_the_defaults_are_those_of_the_settings(estimator: Any) -> None:
    defaults = type(estimator)().get_params()
    assert defaults["seed"] == 1
    changed = clone(type(estimator)(seed=7))
    assert changed.get_params() == {**defaults, "seed": 7}


@pytest.mark.parametrize("estimator", CLUSTERERS)
def test_a_fitted_clusterer_survives_pickling_and_leaves_its_input_alone(estimator: Any) -> None:
    rows = [{"id": str(number), "text": text} for number, text in enumerate(NEWS)]
    fitted = clone(estimator).fit(rows)
    assert rows == [{"id": str(number), "text": text} for number, text in enumerate(NEWS)]
    again = pickle.loads(pickle.dumps(fitted))
    assert again.labels_.tolist() == fitted.labels_.tolist()
    assert again.groups_.groups == fitted.groups_.groups


@pytest.mark.parametrize("estimator", CLUSTERERS)
def test_nothing_is_promised_for_new_articles(estimator: Any) -> None:
    assert not hasattr(clone(estimator).fit(NEWS), "predict")
    assert not hasattr(clone(estimator).fit(NEWS), "n_features_in_")


def test_the_evidence_of_a_cluster_stays_at_hand() -> None:
    groups = EventClusterer().fit([{"id": str(number), "text": text} for number, text in enumerate(NEWS)]).groups_
    assert groups.explain("0", "1").together
    assert groups.at(1).labels.tolist() == [0, 1, 0, 2]


def test_signatures_are_those_of_the_function_and_a_row_for_every_row() -> None:
    signatures = MinHashVectorizer(num_perm=64).fit_transform([NEWS[0], "", NEWS[1]])
    assert signatures.dtype == np.uint32
    assert signatures.shape == (3, 64)
    assert (signatures[[0, 2]] == nd.sketch_articles(NEWS[:2], num_perm=64).values).all()
    assert (signatures[1] == 2**32 - 1).all()


@pytest.mark.parametrize(("kind", "table"), [("pandas", pandas.DataFrame), ("polars", polars.DataFrame)])
def test_signatures_are_returned_as_a_frame_on_request(kind: str, table: type) -> None:
    vectorizer = MinHashVectorizer(num_perm=64).set_output(transform=kind)
    frame = vectorizer.fit_transform(NEWS)
    assert isinstance(frame, table)
    assert list(frame.columns) == vectorizer.get_feature_names_out().tolist()
    assert list(frame.columns)[:2] == ["minhashvectorizer0", "minhashvectorizer1"]


def test_a_pipeline_clusters_signatures() -> None:
    pipeline = make_pipeline(MinHashVectorizer(), DBSCAN(eps=0.5, min_samples=1, metric="hamming"))
    assert pipeline.fit_predict(NEWS).tolist() == [0, 1, 0, 2]
    assert pipeline.set_params(minhashvectorizer__shingle_size=1)[0].shingle_size == 1


def test_a_pipeline_ends_in_a_clusterer() -> None:
    stripped = FunctionTransformer(lambda texts: [text.rstrip("!") for text in texts])
    assert make_pipeline(stripped, EventClusterer()).fit_predict(NEWS).tolist() == [0, 0, 0, 1]
    frame = pandas.DataFrame({"text": NEWS, "views": [4, 3, 2, 1]})
    both = ColumnTransformer([("words", MinHashVectorizer(), "text"), ("views", "passthrough", ["views"])])
    assert both.fit_transform(frame).shape == (4, 129)


KINDS = {"list": list, "array": np.array, "pandas": pandas.Series, "polars": polars.Series}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("estimator", CLUSTERERS)
def test_the_score_is_the_agreement_of_new_groups_with_known_ones(estimator: Any, kind: str) -> None:
    texts, known = NEWS, ["storm", "storm", "storm", "gold"]
    expected = estimator.fit(texts).groups_.score(known).b_cubed.f1
    assert clone(estimator).score(KINDS[kind](texts), KINDS[kind](known)) == expected
    assert estimator.score(texts[2:], ["storm", "gold"]) == 1  # whatever it was fitted on


@pytest.mark.parametrize("table", [pandas.DataFrame, polars.DataFrame])
def test_a_grid_search_finds_the_threshold_on_folds_and_on_all_rows(table: Any) -> None:
    news, known = table({"id": range(8), "text": [*NEWS, *NEWS]}), np.array(["storm", "storm", "storm", "gold"] * 2)
    for cv in (2, [(np.arange(8), np.arange(8))]):
        search = GridSearchCV(EventClusterer(threads=1), {"threshold": [0.05, 1.0]}, cv=cv, error_score="raise")
        assert search.fit(news, known).best_params_ == {"threshold": 0.05}
        assert search.best_score_ == 1
        assert search.best_estimator_.labels_.tolist() == [0, 0, 0, 1] * 2


def test_articles_are_cross_validated_in_a_pipeline() -> None:
    articles = nd.read_articles(NEWS * 2)
    clusterer = make_pipeline(FunctionTransformer(list), EventClusterer(threads=1, threshold=0.05))
    known = ["storm", "storm", "storm", "gold"] * 2
    assert cross_val_score(clusterer, articles, known, cv=2).tolist() == [1, 1]
    assert clusterer.fit(articles).score(articles, known) == 1


def test_the_library_is_imported_without_what_only_some_need() -> None:
    heavy = ("sklearn", "narwhals", "pandas", "polars", "pyarrow", "tqdm", "numba", "scipy", "datasketch")
    code = f"import sys, newsdedup; print(sorted(set({heavy}) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_of_the_library_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"newsdedup.*nothing"):
        nd.nothing  # noqa: B018


def test_an_editors_words_are_parameters() -> None:
    clusterer = clone(EventClusterer(together=[(0, 3)], apart=[(0, 2)]))
    assert clusterer.get_params()["together"] == [(0, 3)]
    labels = clusterer.fit_predict(NEWS)
    assert labels[0] == labels[3] != labels[2]
    assert len(clusterer.groups_.settings.apart) == 1


@pytest.mark.parametrize("estimator", CLUSTERERS)
def test_a_score_without_known_groups_is_an_error_that_asks_for_them(estimator: Any) -> None:
    with pytest.raises(nd.InputError, match=r"^y is not given: score compares with known groups"):
        estimator.fit(NEWS).score(NEWS)
