from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdedup as nd
from newsdedup.interfaces import plots
from newsdedup.interfaces.plots.moments import time_span

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

NEWS = "Sáng 14/6/2025, hội nghị khai mạc tại Hà Nội với hơn 10.000 điểm cầu trên cả nước và 500 đại biểu"
ARTICLES = (
    {"id": "first", "text": NEWS, "title": "Khai mạc hội nghị", "published_at": "2025-06-14T08:00:00+07:00"},
    {
        "id": "again",
        "text": NEWS + " tham dự",
        "title": "Hội nghị khai mạc",
        "published_at": "2025-06-14T09:30:00+07:00",
    },
    {"id": "later", "text": NEWS + ", theo ban tổ chức", "published_at": "2025-06-15"},
    {"id": "other", "text": "Giá vàng sáng nay tăng mạnh", "title": "Giá vàng tăng"},
)


@pytest.fixture(autouse=True)
def close_figures() -> Iterator[None]:
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def articles() -> nd.Articles:
    return nd.read_articles(ARTICLES)


@pytest.fixture(scope="module")
def groups(articles: nd.Articles) -> nd.EventGroups:
    return nd.find_events(articles)


@pytest.fixture(scope="module")
def record(articles: nd.Articles) -> nd.EventRecord:
    record = nd.consolidate(articles).of("first")
    return evolve(record, timeline=record.timeline[:1])


@pytest.fixture(scope="module")
def conference(seed_records: nd.EventCollection) -> nd.EventRecord:
    return seed_records[0]


def drawn(ax: Any, shape: str) -> list[tuple[float, float]]:
    """The positions of the marks of a shape, without those of the legend."""
    lines = (line for line in ax.lines if line.get_marker() == shape)
    return sorted((float(x), float(y)) for line in lines for x, y in zip(*line.get_data(orig=False), strict=True))


def rows_of(ax: Any) -> list[str]:
    return [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]


def png(ax: Any) -> bytes:
    file = io.BytesIO()
    ax.figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


PICTURES: dict[str, Callable[..., Any]] = {
    "figures": lambda groups, record, **where: plots.figures(record, **where),
    "timeline": lambda groups, record, **where: plots.timeline(record, **where),
    "copy_tree": lambda groups, record, **where: plots.copy_tree(record, **where),
    "similarity_map": lambda groups, record, **where: plots.similarity_map(groups, "first", **where),
    "s_curve": lambda groups, record, **where: plots.s_curve(groups.copies, **where),
    "group_sizes": lambda groups, record, **where: plots.group_sizes(groups, **where),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_draws_on_the_axes_it_is_given_and_returns_them(
    name: str, groups: nd.EventGroups, record: nd.EventRecord
) -> None:
    ax = pyplot.subplots()[1]
    assert PICTURES[name](groups, record, ax=ax) is ax
    assert ax.get_title(loc="left")
    assert ax.get_xlabel()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_same_each_time(name: str, groups: nd.EventGroups, record: nd.EventRecord) -> None:
    assert png(PICTURES[name](groups, record)) == png(PICTURES[name](groups, record))


@pytest.mark.parametrize("name", PICTURES)
def test_without_matplotlib_the_error_names_what_to_install(
    name: str, groups: nd.EventGroups, record: nd.EventRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(nd.MissingExtraError, match=r'pip install "matplotlib'):
        PICTURES[name](groups, record)


def test_the_pictures_are_reached_from_the_package() -> None:
    assert nd.plots is plots
    with pytest.raises(AttributeError, match="pictures"):
        _ = nd.pictures  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("2025-06-14", ("2025-06-14", "2025-06-15")),
        ("2025-06-14/2025-06-15", ("2025-06-14", "2025-06-16")),
        ("2025-12", ("2025-12", "2026-01")),
        ("2025", ("2025", "2026")),
        ("XXXX-06-14", ("2000-06-14", "2000-06-15")),
    ],
)
def test_a_day_a_month_and_a_year_end_where_the_next_one_starts(words: str, ends: tuple[str, str]) -> None:
    assert time_span(words, "2000") == tuple(map(np.datetime64, ends))


def test_the_data_of_a_picture_makes_a_frame(conference: nd.EventRecord) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(plots.figures_data(conference))
    assert frame[frame["mark"] == "best"]["value"].tolist() == [2, 11000, 1500000, 15, 141, 193]


def test_figures_are_drawn_each_on_its_own_scale(conference: nd.EventRecord) -> None:
    data = plots.figures_data(conference)
    (whole,) = data[(data["figure"] == 1) & (data["mark"] == "range")]
    assert (whole["quantity"], whole["low"], whole["high"]) == ("điểm cầu · venues · national", 10000, 11000)
    ax = plots.figures(conference)
    assert rows_of(ax)[1] == whole["quantity"]
    assert drawn(ax, "D") == [(0.5, 0), (0.5, 2), (0.5, 3), (0.5, 4), (0.5, 5), (1.0, 1)]
    assert (0.0, 1) in drawn(ax, ">"), "a claim of more than 10.000 points to the right"


def test_every_claim_of_a_figure_is_drawn(conference: nd.EventRecord) -> None:
    claims = plots.figures_data(conference)
    claims = claims[claims["mark"] == "claim"]
    assert claims["words"].tolist() == [claim.text for one in conference.figures for claim in one.claims]
    ax = plots.figures(conference)
    open_ends = 1  # of the attendees
    assert sum(len(drawn(ax, shape)) for shape in "<>o") == len(claims) + open_ends


def test_an_open_end_is_infinite_in_the_data_and_an_arrow_in_the_picture(conference: nd.EventRecord) -> None:
    (figure,) = nd.reconcile(nd.extract_figures("Gần 2.000 người đã đến."))
    record = evolve(conference, figures=(figure,))
    assert plots.figures_data(record)["low"].tolist()[0] == -np.inf
    assert drawn(plots.figures(record), "<") == [(-0.1, 0), (0.5, 0)]


def test_a_conflict_has_no_best_value(conference: nd.EventRecord) -> None:
    (figure,) = nd.reconcile(
        [
            claim
            for name, text in {"a": "Bão làm 12 người chết.", "b": "Bão làm 19 người chết."}.items()
            for claim in nd.extract_figures(text, article_id=name)
        ]
    )
    record = evolve(conference, figures=(figure,))
    assert set(plots.figures_data(record)["mark"]) == {"range", "claim"}
    ax = plots.figures(record)
    assert drawn(ax, "D") == []
    assert {"12", "19", "≠ conflict"} <= {text.get_text() for text in ax.texts}


def test_a_page_of_figures_is_drawn_and_the_axis_shows_how_many_are_not(conference: nd.EventRecord) -> None:
    ax = plots.figures(evolve(conference, figures=conference.figures * 3))
    assert len(rows_of(ax)) == 15
    assert "not drawn: 3 figures" in ax.get_xlabel()


def test_a_page_of_reports_and_days_is_drawn_and_the_axis_shows_how_many_are_not(record: nd.EventRecord) -> None:
    first = record.articles[0]
    many = evolve(record, articles=tuple(evolve(first, id=f"n{place}", origin=f"n{place}") for place in range(43)))
    ax = plots.copy_tree(many)
    assert len(rows_of(ax)) == 20
    assert "not drawn: 23 reports (most=20)" in ax.get_xlabel()
    ax = plots.timeline(many)
    assert len(rows_of(ax)) == 20
    assert "not drawn: 24 marks (most=20)" in ax.get_xlabel()
    assert ax.figure.get_size_inches()[1] < 11.7, "the height of a page of A4"


@pytest.mark.parametrize("name", ["figures", "timeline", "copy_tree", "similarity_map"])
def test_more_or_fewer_rows_are_drawn_on_request(name: str, groups: nd.EventGroups, record: nd.EventRecord) -> None:
    assert len(rows_of(PICTURES[name](groups, record, most=1))) == 1
    assert "not drawn" not in PICTURES[name](groups, record, most=100).get_xlabel()
    for most in (0, 2.5, True):
        with pytest.raises(nd.SettingError, match="most="):
            PICTURES[name](groups, record, most=most)


def test_what_an_editor_must_check_is_drawn_first(conference: nd.EventRecord) -> None:
    agreed = [one for one in conference.figures if one.status == "agree"]
    conflict = evolve(agreed[0], noun="tranh chấp", nouns=("tranh chấp",), status="conflict", best=None)
    ax = plots.figures(evolve(conference, figures=(*agreed, conflict)), most=1)
    assert rows_of(ax) == ["tranh chấp (day)"]


def test_the_timeline_keeps_reports_in_their_own_words_and_then_days(record: nd.EventRecord) -> None:
    assert [row.split(" · ")[1] for row in rows_of(plots.timeline(record, most=1))] == ["Khai mạc hội nghị"]
    drawn = rows_of(plots.timeline(record, most=2))
    assert drawn[0].startswith("14 Jun 2025 · Sáng 14/6/2025"), "the sentence with a day, before a copy"


def test_the_copy_tree_keeps_what_was_copied(record: nd.EventRecord) -> None:
    first, again, later = record.articles
    alone = evolve(first, id="alone", title="Chưa ai chép", origin="alone", copy_of=None, relation=None)
    mixed = evolve(record, articles=(alone, first, again, evolve(later, copy_of="again")))
    assert rows_of(plots.copy_tree(mixed, most=2)) == ["Khai mạc hội nghị", "Hội nghị khai mạc"]


def test_figures_of_one_name_are_told_apart_by_the_words_around_them(conference: nd.EventRecord) -> None:
    text = "Đoàn kiểm tra 1.232 cơ sở, phát hiện 257 cơ sở vi phạm."
    record = evolve(conference, figures=tuple(nd.reconcile(nd.extract_figures(text, language="vi"))))
    assert rows_of(plots.figures(record)) == [
        "cơ sở · “Đoàn kiểm tra 1.232 cơ sở”",
        "cơ sở · “phát hiện 257 cơ sở vi phạm”",
    ]


@pytest.mark.parametrize("style", ["default", "dark_background", "ggplot", "seaborn-v0_8-poster", "grayscale"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_label_is_cut_off_in_any_style(
    name: str, style: str, groups: nd.EventGroups, record: nd.EventRecord
) -> None:
    title = "Hội nghị trực tuyến toàn quốc nghiên cứu, học tập, quán triệt và triển khai nghị quyết của trung ương " * 3
    long = evolve(
        record,
        title=title,
        articles=tuple(evolve(one, title=title) for one in record.articles),
        figures=tuple(evolve(one, nouns=(title,)) for one in record.figures),
    )
    with pyplot.style.context(style):
        assert cut_off(PICTURES[name](groups, long).figure) == []


def cut_off(figure: Any) -> list[str]:
    """The words that are not all within the picture."""
    figure.canvas.draw()
    width, height = figure.bbox.size
    shown = [text for text in figure.findobj(matplotlib.text.Text) if text.get_visible() and text.get_text().strip()]
    boxes = [(text.get_text(), text.get_window_extent()) for text in shown if text.axes is not None]
    return [words for words, box in boxes if not (box.x0 >= -1 and box.x1 <= width + 1 and -1 <= box.y0 <= height + 1)]


@pytest.mark.parametrize(
    ("style", "ink", "paper"), [("dark_background", "white", "black"), ("default", "black", "white")]
)
@pytest.mark.parametrize("name", PICTURES)
def test_words_and_marks_have_the_colours_of_the_style_of_the_axes(
    name: str, style: str, ink: str, paper: str, groups: nd.EventGroups, record: nd.EventRecord
) -> None:
    with pyplot.style.context(style):
        ax = pyplot.subplots()[1]
    PICTURES[name](groups, record, ax=ax)
    same = matplotlib.colors.same_color
    assert same(ax.title.get_color(), ink)
    words = [text for text in ax.texts if text.get_bbox_patch() is None and name != "similarity_map"]
    assert all(same(text.get_color(), ink) for text in words)
    rims = [line for line in ax.lines if line.get_marker() in "osD^" and len(line.get_xdata())]
    assert all(same(line.get_markeredgecolor(), ink) for line in rims)
    claims = [line for line in rims if name == "figures" and line.get_marker() == "o"]
    assert all(same(line.get_markerfacecolor(), paper) for line in claims)


def test_the_status_of_a_figure_has_its_colours_for_dark_and_for_light(conference: nd.EventRecord) -> None:
    inks = []
    for style in ("default", "dark_background"):
        with pyplot.style.context(style):
            ax = plots.figures(conference)
            inks += [text.get_color() for text in ax.texts if text.get_text() == "= agree"][:1]
    assert inks == ["#0f4023", "#def5e4"]


def test_colours_and_sizes_are_those_of_the_user(groups: nd.EventGroups) -> None:
    with pyplot.rc_context({"axes.prop_cycle": matplotlib.cycler(color=["#123456", "#654321"]), "font.size": 20.0}):
        ax = plots.group_sizes(groups)
        assert matplotlib.colors.same_color(ax.patches[0].get_facecolor(), "#123456")
        assert tuple(ax.figure.get_size_inches()) == (12.8, 8.0)


def test_labels_beside_given_axes_are_broken_to_fit(conference: nd.EventRecord) -> None:
    narrow = pyplot.subplots(1, 3, figsize=(9, 4))[1][0]
    longest = max(
        len(line)
        for label in plots.figures(conference, ax=narrow).get_yticklabels()
        for line in label.get_text().split("\n")
    )
    assert longest < 30


DATA: dict[str, Callable[..., Any]] = {
    "figures": lambda groups, record, **kind: plots.figures_data(record, **kind),
    "timeline": lambda groups, record, **kind: plots.timeline_data(record, **kind),
    "copy_tree": lambda groups, record, **kind: plots.copy_tree_data(record, **kind),
    "similarity_map": lambda groups, record, **kind: plots.similarity_map_data(groups, "first", **kind),
    "s_curve": lambda groups, record, **kind: plots.s_curve_data(groups.copies, **kind),
    "group_sizes": lambda groups, record, **kind: plots.group_sizes_data(groups, **kind),
}


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("name", DATA)
def test_the_data_of_a_picture_is_a_table_of_the_kind_asked_for(
    name: str, kind: str, groups: nd.EventGroups, record: nd.EventRecord
) -> None:
    pytest.importorskip(kind)
    array, table = DATA[name](groups, record), DATA[name](groups, record, kind=kind)
    assert type(table).__module__.split(".")[0] in (kind, "builtins")
    columns = table.column_names if kind == "pyarrow" else list(table.columns)
    assert columns == list(array.dtype.names)
    assert len(table) == len(array)


def test_times_in_a_table_are_times(record: nd.EventRecord) -> None:
    polars = pytest.importorskip("polars")
    data = plots.copy_tree_data(record, kind="polars")
    assert data["published"].to_list()[0] == datetime(2025, 6, 14, 8)
    assert data.schema["published"] == polars.Datetime("ms")


def test_an_unknown_kind_of_data_is_an_error(record: nd.EventRecord) -> None:
    with pytest.raises(nd.SettingError, match="kind='excel' is not a kind of data: give one of array, pandas, polars"):
        plots.figures_data(record, kind="excel")


@given(st.lists(st.decimals(-(10**12), 10**12, places=1), min_size=1, max_size=5))
@settings(max_examples=15)
def test_any_values_are_drawn_within_the_picture(conference: nd.EventRecord, values: list[Decimal]) -> None:
    figure = conference.figures[1]
    claims = tuple(evolve(figure.claims[0], value=value, low=value, high=value) for value in values)
    figure = evolve(figure, claims=claims, low=min(values), best=values[0], high=max(values))
    ax = plots.figures(evolve(conference, figures=(figure,)))
    assert len(drawn(ax, "o")) == len(values)
    assert all(0 <= place <= 1 for place, _ in drawn(ax, "o"))
    pyplot.close("all")


def test_the_timeline_has_the_event_its_reports_and_its_days_in_order(record: nd.EventRecord) -> None:
    data = plots.timeline_data(record)
    assert data["mark"].tolist() == ["event", "statement", "report", "report", "report"]
    assert data["when"].tolist()[2:] == ["2025-06-14T08:00", "2025-06-14T09:30", "2025-06-15"]
    assert data["end"][-1] - data["start"][-1] == np.timedelta64(1, "D"), "a bare day is the whole day"
    ax = plots.timeline(record)
    assert rows_of(ax)[1] == "14 Jun 2025, 08:00 · Khai mạc hội nghị"
    assert ax.get_xlabel() == "time (UTC+07:00)"
    moments = [matplotlib.dates.date2num(data["start"][row]) for row in (2, 3)]
    assert drawn(ax, "o") == [(moments[0], 1), (moments[1], 2)]


def test_days_without_a_year_are_drawn_where_nothing_has_one(seed_records: nd.EventCollection) -> None:
    record = seed_records.of("003_28ad59ee33912309")
    assert [one.date for one in record.timeline] == ["XXXX-07-24", "XXXX-07-25", "XXXX-07-28"]
    ax = plots.timeline(record)
    assert rows_of(ax)[0].startswith("24 Jul · ")
    assert ax.get_xlabel() == "day (no year is printed)\nof unknown time: 1 mark"


def test_a_day_without_a_year_has_no_time_where_others_have_one(record: nd.EventRecord) -> None:
    undated = evolve(record, timeline=(evolve(record.timeline[0], date="XXXX-07-28"),))
    (one,) = (one for one in plots.timeline_data(undated) if one["mark"] == "statement")
    assert np.isnat(one["start"])
    assert "of unknown time: 1 mark" in plots.timeline(undated).get_xlabel()


def test_a_day_far_from_the_event_is_an_arrow_at_the_edge(record: nd.EventRecord) -> None:
    days = tuple(evolve(record.timeline[0], date=day) for day in ("1975-04", "2031", "2025-06-14/2025-06-15"))
    ax = plots.timeline(evolve(record, timeline=days))
    assert drawn(ax, "<") == [(0.01, 0)]
    assert drawn(ax, ">") == [(0.99, 5)]
    assert rows_of(ax)[0].startswith("Apr 1975 · ")


def test_an_event_without_any_time_is_still_a_picture(seed_records: nd.EventCollection) -> None:
    record = evolve(seed_records.of("004_1004a7bcbf282a14"), timeline=())
    ax = plots.timeline(record)
    assert rows_of(ax) == []
    assert "of unknown time: 1 mark" in ax.get_xlabel()


def test_reports_of_several_time_zones_are_drawn_in_utc(record: nd.EventRecord) -> None:
    first, *others = record.articles
    abroad = evolve(first, published_at=datetime(2025, 6, 14, 3, tzinfo=timezone(timedelta(hours=2))))
    mixed = evolve(record, articles=(abroad, *others))
    assert plots.timeline(mixed).get_xlabel() == "time (UTC)"
    assert "2025-06-14T01:00" in plots.timeline_data(mixed)["when"]


def test_the_copy_tree_shows_who_copied_whom(record: nd.EventRecord) -> None:
    data = plots.copy_tree_data(record)
    assert data["article_id"].tolist() == ["first", "again", "later"]
    assert data["parent"].tolist() == [None, "first", "first"]
    assert data["relation"].tolist() == ["own words", "copy", "copy"]
    assert data["steps"].tolist() == [0, 1, 1]
    ax = plots.copy_tree(record)
    times = matplotlib.dates.date2num(data["published"])
    assert drawn(ax, "o") == [(times[0], 0)]
    assert drawn(ax, "s") == [(times[1], 1), (times[2], 2)]
    links = [line.get_ydata().tolist() for line in ax.lines if line.get_marker() == "None" and len(line.get_ydata())]
    assert links == [[0, 1, 1], [0, 2, 2]]


def test_a_copy_is_below_what_it_copied(record: nd.EventRecord) -> None:
    first, again, later = record.articles
    alone = evolve(first, id="alone", origin="alone", copy_of=None, relation=None)
    mixed = evolve(record, articles=(first, alone, evolve(later, copy_of="again"), again))
    data = plots.copy_tree_data(mixed)
    assert data["article_id"].tolist() == ["first", "again", "later", "alone"]
    assert data["steps"].tolist() == [0, 1, 2, 0]


def test_copies_of_each_other_are_drawn_under_their_origin(record: nd.EventRecord) -> None:
    first, again, later = record.articles
    circle = evolve(record, articles=(first, evolve(again, copy_of="later"), evolve(later, copy_of="again")))
    assert plots.copy_tree_data(circle)["parent"].tolist() == [None, "first", "first"]


def test_without_times_the_copy_tree_goes_by_steps(conference: nd.EventRecord) -> None:
    ax = plots.copy_tree(conference)
    assert "steps" in ax.get_xlabel()
    assert drawn(ax, "o") == [(0, 0), (0, 1), (0, 2)]


def test_an_excerpt_of_a_report_elsewhere_has_no_line(record: nd.EventRecord) -> None:
    first = record.articles[0]
    excerpt = evolve(first, relation="excerpt", origin="elsewhere", copy_of=None)
    ax = plots.copy_tree(evolve(record, articles=(excerpt,)))
    assert len(drawn(ax, "^")) == 1


def test_the_copies_of_an_article_are_a_tree_too(groups: nd.EventGroups) -> None:
    copies = groups.copies
    for chosen in (None, 0, "later"):
        assert plots.copy_tree_data(copies, chosen)["article_id"].tolist() == ["first", "again", "later"]
    assert plots.copy_tree_data(copies, "other")["relation"].tolist() == ["own words"]
    ax = plots.copy_tree(copies)
    assert rows_of(ax)[1].startswith("again · Jaccard 0.")
    assert ax.get_title(loc="left") == "3 reports, 1 origin"


@pytest.mark.parametrize("group", [9, -1, "nobody"])
def test_the_copy_tree_of_a_group_that_is_not_there(group: int | str, groups: nd.EventGroups) -> None:
    with pytest.raises(nd.UnknownArticleError):
        plots.copy_tree_data(groups.copies, group)


def test_where_nothing_was_copied_the_copy_tree_is_empty() -> None:
    assert rows_of(plots.copy_tree(nd.find_copies(["Một bản tin"]))) == []


def test_the_similarity_map_has_each_report_with_each(seeds: nd.Articles) -> None:
    groups = nd.find_events(seeds)
    data = plots.similarity_map_data(groups, "000_bd349a6b73dbfaef")
    assert len(data) == 9
    assert set(data["relation"]) == {"same article", "compared"}
    scores = {(one["left"], one["right"]): one["score"] for one in data}
    assert all(scores[right, left] == score for (left, right), score in scores.items())
    one = groups.pairs[0]
    assert scores[groups.ids[one["left"]], groups.ids[one["right"]]] == one["score"]
    ax = plots.similarity_map(groups, 0)
    assert np.array_equal(ax.images[0].get_array().ravel(), data["score"])


def test_copies_are_marked_in_the_similarity_map(groups: nd.EventGroups) -> None:
    data = plots.similarity_map_data(groups, "again")
    assert set(data["relation"]) == {"same article", "copies"}
    ax = plots.similarity_map(groups, "again", names={"again": "Báo B"})
    assert [text.get_text() for text in ax.texts].count("C") == 6
    assert "Báo B" in " ".join(rows_of(ax))
    assert "Khai mạc hội nghị  2" in rows_of(plots.similarity_map(groups, "again"))


def test_a_pair_that_was_not_compared_is_crossed_in_the_similarity_map() -> None:
    storm = (
        "Bão số 5 đổ bộ Nghệ An sáng 25/8, hai người chết",
        "Nghệ An: hai người thiệt mạng khi bão số 5 đổ bộ sáng 25/8",
        "Sáng 25/8 bão số 5 vào Nghệ An làm hai người tử vong",
    )
    hours = [{"text": text, "published_at": f"2025-08-25T{8 + hour:02}:00"} for hour, text in enumerate(storm)]
    chained = nd.find_events(hours, window_hours=1).at(0)
    relations = plots.similarity_map_data(chained, 0)["relation"].tolist()
    assert [relations.count(name) for name in ("same article", "compared", "not compared")] == [3, 4, 2]
    crossed = [(place % 3, place // 3) for place, name in enumerate(relations) if name == "not compared"]
    assert drawn(plots.similarity_map(chained, 0), "x") == sorted(crossed)


def test_the_similarity_map_of_one_report_and_of_none(groups: nd.EventGroups) -> None:
    assert plots.similarity_map_data(groups, "other")["score"].tolist() == [1]
    with pytest.raises(nd.UnknownArticleError, match="nobody"):
        plots.similarity_map_data(groups, "nobody")


def test_the_s_curve_rises_to_its_working_point(groups: nd.EventGroups) -> None:
    data = plots.s_curve_data(groups.copies)
    curve, point = data[:-1], data[-1]
    assert (np.diff(curve["probability"]) >= 0).all()
    assert point["similarity"] == groups.copies.settings.threshold
    ax = plots.s_curve(groups.copies)
    assert np.array_equal(ax.lines[0].get_ydata(), curve["probability"])
    assert drawn(ax, "o") == [(point["similarity"], point["probability"])]


def test_group_sizes_are_bars_whose_heights_are_the_data(groups: nd.EventGroups) -> None:
    data = plots.group_sizes_data(groups)
    assert data.tolist() == [(1, 1), (3, 1)]
    ax = plots.group_sizes(groups)
    assert [bar.get_height() for bar in ax.patches] == data["groups"].tolist()
    assert ax.get_title(loc="left") == "4 articles in 2 groups of reports of one event"


def test_many_sizes_are_points_on_logarithmic_scales(groups: nd.EventGroups) -> None:
    labels = np.repeat(np.arange(40), np.arange(1, 41))
    many = nd.EventCollection(labels=labels)
    ax = plots.group_sizes(many)
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log")
    assert drawn(ax, "o") == [(float(size), 1.0) for size in range(1, 41)]


def test_no_article_makes_an_empty_picture() -> None:
    assert plots.group_sizes(nd.EventCollection()).get_xlabel() == "size of a group (articles)"


@pytest.mark.parametrize("title", ["Giá $5 và $6", r"\frac{1}{2} $", "a\x00\nb\ud800", "_{x}^{y} $\\alpha$"])
def test_any_title_can_be_drawn(title: str, record: nd.EventRecord) -> None:
    articles = tuple(evolve(one, title=title) for one in record.articles)
    strange = evolve(record, title=title, articles=articles, timeline=(evolve(record.timeline[0], text=title),))
    for picture in (plots.timeline, plots.copy_tree, plots.figures):
        assert png(picture(strange))
