"""A sound call of every public function, class and method, from which tests make calls with one wrong argument."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

import newsdedup as nd
from newsdedup import languages, metrics

NEWS = [
    {
        "id": "a",
        "text": "Sáng 14/6, lũ làm 12 người chết ở Mai Pha, ông Nguyễn Văn An nói. Nước rút dần.",
        "date": "2025-06-14",
        "source": "Báo A",
    },
    {"id": "b", "text": "Ngày 14/6, lũ ở Mai Pha: 15 người chết, ông Nguyễn Văn An nói.", "date": "2025-06-14"},
]
LABELLED = [
    {"id": "a", "text": "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết"},
    {"id": "b", "text": "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng nay"},
    {"id": "c", "text": "Bão số 7 đổ bộ Quảng Ninh sáng 9/9, ba người bị thương"},
]
PUBLIC_METHODS = ("__contains__", "__getitem__")  # of the special ones, those with an argument of the caller's
# What a caller never makes: an error is raised, and its one argument is its message.
ERRORS = tuple(
    one
    for one in nd.__all__
    if isinstance(getattr(nd, one), type) and issubclass(getattr(nd, one), Exception | Warning)
)
# Methods that the library's own modules call, and no page of the reference describes.
INNER = {
    "CopyGroups.without",
    "CopyGroups.split",
    "EventGroups.pair_of",
    "Articles.count",
    "Articles.index",
    "EventCollection.count",
    "EventCollection.index",
    "Model.logit",
    "Model.probability",
    "Model.score",
    "languages.cached_by_language",
    "languages.forgotten_with_languages",
    "languages.known_roles",
    "languages.with_roles",
    "languages.roles_of",
    "languages.money_parts",
    "languages.language_option",
    "languages.code_of_language",
}


class NoSpark:
    """Stands in for a DataFrame of Spark: options are checked before it is looked at."""


def public_names() -> set[str]:
    """Every public callable that takes an argument, by its name below `newsdedup`."""
    return {name for name, value in _members() if _takes_arguments(value)} - INNER


def _members() -> Iterator[tuple[str, Any]]:
    for name in (one for one in nd.__all__ if one not in ERRORS):
        value = getattr(nd, name)
        if name in ("languages", "plots", "spark"):
            yield from (
                (f"{name}.{one}", getattr(value, one))
                for one in value.__all__
                if not hasattr(nd, one) or name != "languages"
            )
        elif name == "metrics":
            yield from (
                (f"{name}.{one}", getattr(value, one)) for one in ("score", "b_cubed", "pairwise", "adjusted_rand")
            )
        else:
            yield name, value
    for name in nd.__all__:
        if isinstance(cls := getattr(nd, name), type) and name not in ERRORS:
            yield from ((f"{name}.{one}", value) for one, value in _methods(cls))


def _methods(cls: type) -> Iterator[tuple[str, Any]]:
    for name in dir(cls):
        value = getattr(cls, name, None)
        is_ours = str(getattr(value, "__module__", "")).startswith("newsdedup")
        if (not name.startswith("_") or name in PUBLIC_METHODS) and is_ours and inspect.isroutine(value):
            yield name, value


def _takes_arguments(value: Any) -> bool:
    if not callable(value):
        return False
    given = [one for one in inspect.signature(value).parameters if one != "self"]
    return bool(given)


def sound_calls(folder: Path) -> Mapping[str, tuple[Callable[..., Any], dict[str, Any]]]:
    """By the name of each public callable, the callable and the arguments of a sound call."""
    return (
        dict(_functions(folder)) | dict(_results(folder)) | dict(_tables()) | dict(_estimators()) | dict(_store(folder))
    )


Call = tuple[str, tuple[Callable[..., Any], dict[str, Any]]]


def _functions(folder: Path) -> Iterator[Call]:
    claims = nd.extract_figures(NEWS[0])
    figures = nd.reconcile(claims)
    for function in (nd.find_copies, nd.find_events, nd.consolidate, nd.sketch_articles):
        yield function.__name__, (function, {"articles_or_path": NEWS, "threads": 1, "progress": False})
    yield "record_of", (nd.record_of, {"articles_or_path": NEWS})
    yield "read_articles", (nd.read_articles, {"source": NEWS})
    for function in (nd.extract_figures, nd.explain_figures):
        yield function.__name__, (function, {"article_or_text": NEWS[0]})
    yield "read_amounts", (nd.read_amounts, {"text": "Lũ làm 12 người chết."})
    yield "reconcile", (nd.reconcile, {"claims": claims})
    yield "explain_figure", (nd.explain_figure, {"figures": figures, "figure": figures[0]})
    yield "register_language", (nd.register_language, {"folder": Path(languages.__file__).parent / "id"})
    yield "train_evidence", (nd.train_evidence, {"labelled": [(LABELLED, {"a": 1, "b": 1, "c": 2})]})
    yield "open_store", (nd.open_store, {"path": folder / "desk.db"})
    yield "is_store", (nd.is_store, {"path": folder / "desk.db"})
    yield "fold_changes", (nd.fold_changes, {"members": {}, "changes": []})
    labels = {"gold": ["x", "y"], "found": [0, 1]}
    for measure in (metrics.score, metrics.b_cubed, metrics.pairwise, metrics.adjusted_rand):
        yield f"metrics.{measure.__name__}", (measure, labels)
    for name in nd.spark.__all__:
        sound = {} if name == "start_session" else {"df": NoSpark()}
        yield f"spark.{name}", (getattr(nd.spark, name), sound)
    yield from _drawn()


def _drawn() -> Iterator[Call]:
    copies, events = nd.find_copies(NEWS), nd.find_events(NEWS)
    record = nd.record_of(NEWS)
    sound: dict[str, dict[str, Any]] = {
        "copy_tree": {"copied": copies},
        "figures": {"record": record},
        "group_sizes": {"groups": copies},
        "s_curve": {"copies": copies},
        "similarity_map": {"groups": events, "event": 0},
        "timeline": {"record": record},
    }
    for name, arguments in sound.items():
        yield f"plots.{name}", (getattr(nd.plots, name), arguments)
        yield f"plots.{name}_data", (getattr(nd.plots, f"{name}_data"), arguments)


def _results(folder: Path) -> Iterator[Call]:
    """The classes of results with the fields of a result, and their methods."""
    articles = nd.read_articles([*NEWS, {"text": ""}], progress=False)
    copies, events = nd.find_copies(articles), nd.find_events(articles)
    collection = nd.consolidate(articles)
    record = nd.record_of(NEWS)
    figure = record.figures[0]
    explained = record.explain(figure)
    why = events.explain("a", "b")
    deduplication = copies.deduplicate()
    model = events._model
    scores = metrics.score(["x", "y"], [0, 1])
    traced = nd.explain_figures(NEWS[0])
    trace = next(one for one in traced if one.steps)
    claim = figure.claims[0]
    signatures = nd.sketch_articles(NEWS)
    made: list[Any] = [
        articles[0],
        articles,
        articles.rejected[0],
        copies,
        deduplication,
        events,
        collection,
        record,
        figure,
        claim,
        claim.scope,
        explained,
        why,
        why.evidence[0],
        scores,
        scores.b_cubed,
        trace,
        trace.steps[0],
        signatures,
        model,
        record.articles[0],
        record.dates,
        record.people[0],
        record.places[0],
        record.key_sentences[0],
        record.timeline[0],
        record.summary(),
        nd.read_amounts("Lũ làm 12 người chết.", language="vi")[0],
        nd.EvidenceTerm("like wording", 1.0),
        nd.Alternative(value=Decimal(1), qualifier="exact", n_articles=1, n_origins=1),
        nd.Relation("copy", "a", 1.0, 1.0),
        nd.DroppedArticle("a", 0, "copy", "b", 1.0, 1.0, "b"),
        nd.ExplainedPair(claim, claim, ()),
        nd.Link("a", 1.0),
        nd.Placement(0, 1.0, 0.5),
        nd.Quote(text="“Có”", article_ids=("a",), n_origins=2),
        nd.Story(events=(0, 1), links=(), score=1.0),
        nd.WeakestLink(event=0, score=1.0, left=("a",), right=("b",), pair=why),
        nd.Change(cursor=1, revision=1, kind="new", event="a"),
        nd.Changes(revision=1),
        nd.EventSummary(
            event_id="a",
            title=None,
            n_articles=1,
            first=None,
            last=None,
            start_date=None,
            end_date=None,
            is_settled=False,
            born=1,
            changed=1,
        ),
        nd.StoredState(revision=1, at=None, events={}),
    ]
    for one in made:
        yield type(one).__name__, (type(one), _fields_of(one))
    saved = folder / "events.jsonl"
    collection.save(saved)
    model_file = folder / "model.json"
    model.save(model_file)
    methods: dict[Any, dict[str, dict[str, Any]]] = {
        articles: {"to_frame": {}, "__getitem__": {"index": 0}},
        copies: {
            "at": {"threshold": 0.6},
            "deduplicate": {},
            "keep": {"rows": [*NEWS, {"text": ""}]},
            "origin_of": {"article_id": "a"},
            "row_of": {"article": "a"},
            "score": {"gold": ["x", "y", None]},
            "titles": {"article_ids": ["a"]},
            "to_frame": {},
        },
        deduplication: {"keep": {"rows": [*NEWS, {"text": ""}]}, "to_frame": {}},
        events: {
            "at": {"threshold": 0.6},
            "explain": {"left": "a", "right": "b"},
            "label_of": {"event": 0},
            "place": {"article": NEWS[0]},
            "row_of": {"article": "a"},
            "score": {"gold": ["x", "y", None]},
            "titles": {"article_ids": ["a"]},
            "to_frame": {},
            "weakest_link": {"event": "a"},
        },
        record: {
            "explain": {"figure": "dead"},
            "figure": {"name": "dead"},
            "summary": {},
            "to_dict": {},
            "from_dict": {"data": record.to_dict()},
        },
        signatures: {
            "from_datasketch": {"hashes": list(signatures.to_datasketch().items()), "num_perm": 128, "seed": 1}
        },
        model: {"load": {"path": model_file}, "save": {"path": model_file}},
    }
    for one, of_methods in methods.items():
        for name, arguments in of_methods.items():
            yield f"{type(one).__name__}.{name}", (getattr(one, name), arguments)
    for name, arguments in {
        "__contains__": {"value": "a"},
        "__getitem__": {"index": 0},
        "at": {"moment": "2025-06-14"},
        "explain": {"left": "a", "right": "b"},
        "filter": {},
        "load": {"path": saved},
        "of": {"article_id": "a"},
        "report": {"path": folder / "events.html"},
        "save": {"path": folder / "again.jsonl"},
        "score": {"gold": ["x", "y", None]},
        "table": {},
        "to_frame": {},
    }.items():
        yield f"EventCollection.{name}", (getattr(collection, name), arguments)


def _fields_of(value: Any) -> dict[str, Any]:
    return {one.alias: getattr(value, one.name) for one in attrs.fields(type(value)) if one.init}


def _tables() -> Iterator[Call]:
    """What a language is made of."""
    yield "Role", (nd.Role, {"name": "dead"})
    yield "Role.from_data", (nd.Role.from_data, {"data": {"name": "dead"}})
    yield (
        "languages.Language",
        (languages.Language, {"code": "xx", "name": "Example", "function_words": frozenset("a")}),
    )
    compound = {"larger": ("feet",), "smaller": ("inches",), "parts": 12, "unit": "in"}
    yield "languages.CompoundMeasure", (languages.CompoundMeasure, compound)
    for name in (
        "Dates",
        "MoneyFormat",
        "Naming",
        "NumberFormat",
        "Numerals",
        "People",
        "Places",
        "Press",
        "Prose",
        "Speech",
    ):
        yield f"languages.{name}", (getattr(languages, name), {})
    yield "languages.detect_language", (languages.detect_language, {"text": "Hơn 10.000 điểm cầu"})
    yield "languages.format_number", (languages.format_number, {"value": 1, "language": "vi"})
    yield "languages.function_words_of", (languages.function_words_of, {"code": "vi"})
    yield "languages.language_of", (languages.language_of, {"code": "vi"})


def _estimators() -> Iterator[Call]:
    """An estimator checks its parameters where it is fitted, as those of scikit-learn do."""
    for cls in (nd.CopyClusterer, nd.EventClusterer):
        yield cls.__name__, (_fitted(cls), {"threads": 1, "progress": False})
        yield f"{cls.__name__}.fit", (cls().fit, {"X": NEWS})
        yield f"{cls.__name__}.score", (cls().score, {"X": NEWS, "y": ["x", "y"]})
    yield "MinHashVectorizer", (_fitted(nd.MinHashVectorizer), {"threads": 1})
    yield "MinHashVectorizer.fit", (nd.MinHashVectorizer().fit, {"X": NEWS})
    yield "MinHashVectorizer.transform", (nd.MinHashVectorizer().transform, {"X": NEWS})


def _fitted(cls: Any) -> Callable[..., Any]:
    def fit(**params: Any) -> Any:
        estimator = cls(**params).fit(NEWS)
        return estimator.transform(NEWS) if hasattr(cls, "transform") else estimator

    fit.__signature__ = inspect.signature(cls)  # type: ignore[attr-defined]
    return fit


def _store(folder: Path) -> Iterator[Call]:
    store = nd.open_store(folder / "desk.db")
    store.add(NEWS)
    event = store.events()[0].event_id

    @functools.wraps(store.remove)
    def remove(**options: Any) -> Any:
        store.add(NEWS, again=True)
        return store.remove(**options)

    yield "EventStore", (nd.open_store, {"path": folder / "desk.db"})
    for name, arguments in {
        "add": {"articles": NEWS},
        "articles": {"ids": ["a"]},
        "at": {"revision": 1},
        "backup": {"path": folder / "copy.db"},
        "changes": {},
        "event": {"event_id": event},
        "event_of": {"article_id": "a"},
        "events": {},
        "history": {"event_id": event},
        "regroup": {},
        "resolve": {"event_id": event},
        "collection": {},
    }.items():
        yield f"EventStore.{name}", (getattr(store, name), arguments)
    yield "EventStore.remove", (remove, {"ids": ["b"]})
