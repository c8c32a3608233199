"""A desk's days for tests: invented reports of a few events, with their copies, and what is done to a store with them.

An operation is a value, so that a history can be drawn, repeated with another store, and shown where it fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen, mutable
from hypothesis import strategies as st

import newsdedup as nd

FIRST: Final = datetime(2031, 9, 3, 7, tzinfo=UTC)
STORES: Final[dict[str, Any]] = {"settle_days": None, "threads": 1, "regroup": "auto", "records": False}

# Per event: who and where, and its sentences. A report tells some of them in its own order.
_EVENTS: Final = (
    (
        "Sáng 2/9, tàu cá của ông Lê Văn Thuận chìm ngoài khơi xã Tân Lập khi chở 14 ngư dân.",
        "Bộ đội biên phòng Tân Lập đã cứu 11 ngư dân, đưa vào bờ lúc 9 giờ.",
        "Ba người còn mất tích, lực lượng cứu hộ huy động sáu tàu tìm kiếm quanh hòn Mây.",
        "Theo ông Thuận, sóng lớn đánh vỡ mạn tàu khi cách bờ 12 hải lý.",
        "Gia đình các ngư dân chờ tin ở cảng Tân Lập từ sáng sớm.",
        "Tàu cá chìm mang số hiệu TL 9042, đóng năm 2019 tại xưởng Hoà Bình.",
    ),
    (
        "Chiều 3/9, cháy lớn tại chợ Phú An thiêu rụi hơn 120 sạp hàng vải.",
        "Cảnh sát cứu hoả điều 14 xe đến chợ Phú An, dập lửa sau ba giờ.",
        "Bà Trần Thị Mây, tiểu thương chợ Phú An, nói lửa bùng lên từ dãy vải phía đông.",
        "Không có người chết, hai bảo vệ chợ bị bỏng nhẹ được đưa vào viện.",
        "Thiệt hại ban đầu ước khoảng 30 tỉ đồng, nguyên nhân đang được điều tra.",
        "Chợ Phú An xây năm 1996, có khoảng 400 hộ kinh doanh vải và giày dép.",
    ),
    (
        "The ferry Corva Star ran aground near the port of Hadley on Tuesday with 212 people on board.",
        "Divers searched the hull of the Corva Star while tug boats waited for high water at Hadley.",
        "The coast guard said that all 212 passengers were taken ashore by noon, nine of them injured.",
        "Captain Ida Brandt told reporters that the rudder failed two miles off the harbour wall.",
        "The operator, Volta Lines, has cancelled crossings to Great Milton until Friday.",
        "The Corva Star was built in 1998 and had not been inspected for four years.",
    ),
    (
        "A court in Lenton sentenced Tom Hale, a former mayor, to six years in prison for bribery.",
        "Judge Anna Frost said that Hale took 400,000 pounds from the builder Milford Homes.",
        "Hale, who governed Lenton from 2019 to 2027, denied all charges and will appeal.",
        "Two directors of Milford Homes were given suspended sentences on Thursday.",
        "The trial at Lenton heard 31 witnesses over four months.",
        "Residents waited outside the court and applauded when the verdict was read.",
    ),
    (
        "Trận chung kết giải bóng đá học đường ngày 4/9 kết thúc với tỉ số 3-2 cho trường Hoà Bình.",
        "Cầu thủ Nguyễn Văn Lợi ghi hai bàn trong hiệp hai trước 11.000 khán giả.",
        "Trường Phước Long dẫn trước hai bàn nhưng để thua ngược ở phút 89.",
        "Huấn luyện viên Phạm Minh Đức nói các em đã không bỏ cuộc dù trời mưa lớn.",
        "Giải bóng đá học đường năm nay có 47 đội, đá trong ba tuần tại sân Cửa Nam.",
        "Ban tổ chức trao cúp và 200 triệu đồng cho đội vô địch.",
    ),
)
# One text filled in again and again, of a different day each time.
_TEMPLATE: Final = (
    "Giá vàng miếng SJC sáng {day}/9 được các doanh nghiệp niêm yết ở mức {buy},{tenth} triệu đồng một lượng mua "
    "vào và {sell},{tenth} triệu đồng một lượng bán ra, {way} {change}00.000 đồng so với chốt phiên trước. Giá vàng "
    "thế giới giao ngay ở mức {world} USD một ounce. Vàng nhẫn trơn của doanh nghiệp niêm yết quanh {ring} triệu "
    "đồng một lượng."
)
_ADDED: Final = "Tin tiếp tục được cập nhật."
_ORDERS: Final = ((0, 1, 2, 3), (1, 0, 4, 2), (2, 3, 5, 0), (0, 5, 1, 4), (4, 3, 2, 1), (5, 0, 3, 1))
N_WORDINGS: Final = 64  # different values of `Report.wording`
_SHAPES: Final = ("whole", "whole", "edited", "longer", "excerpt", "updated")


def text_of(wording: int) -> str:
    """One of some invented texts: many are of one event, some are copies, excerpts or templates."""
    if wording % 7 == 6:
        return _bulletin(wording // 7)
    event, rest = _EVENTS[wording % 7 % len(_EVENTS)], wording // 7
    told = [event[place] for place in _ORDERS[rest // 3 % len(_ORDERS)]]
    shape = _SHAPES[(rest + wording) % len(_SHAPES)]
    match shape:
        case "edited":
            told[1] = told[1].replace(" đã ", " vừa ").replace(" said that ", " reported that ").replace(" là ", " ")
        case "longer":
            told.append(_ADDED)
        case "excerpt":
            told = told[:2]
        case "updated":
            told[-1] = "Con số này tăng so với tin trước đó: 15 người." if told[0][0] not in "AT" else "Police said 15."
    return " ".join(told)


def _bulletin(number: int) -> str:
    return _TEMPLATE.format(
        day=1 + number,
        buy=118 + number,
        sell=120 + number,
        tenth=number % 9 + 1,
        way=("tăng", "giảm")[number % 2],
        change=1 + number % 5,
        world=f"3.{310 + 17 * number}",
        ring=114 + number,
    )


@frozen
class Report:
    """An article by its number and its wording; what is the same of both is the same article."""

    number: int
    wording: int
    hour: int = 0  # of publication; negative ones have no moment

    @property
    def id(self) -> str:
        """Its id."""
        return f"tin-{self.number}"

    @property
    def article(self) -> nd.Article:
        """The article."""
        moment: date | None = None if self.hour < 0 else FIRST + timedelta(hours=3 * self.hour)
        if self.hour and self.hour % 5 == 0 and moment is not None:
            moment = FIRST.date() + timedelta(days=self.hour // 8)  # some outlets print the day alone
        return nd.Article(
            text_of(self.wording),
            id=self.id,
            title=None if self.wording % 4 == 3 else f"{text_of(self.wording).split(',')[0][:60]}",
            source=f"Báo {self.number % 3}" if self.number % 4 else None,
            url=f"https://example.org/{self.number}",
            published_at=moment,
        )


@frozen
class Add:
    """Articles are added, corrected where they are stored with other words, or refused."""

    reports: tuple[Report, ...]
    again: bool = False
    token: str | None = None


@frozen
class Remove:
    """Articles are removed: of these numbers, those that are stored."""

    numbers: tuple[int, ...]


@frozen
class Regroup:
    """The window is grouped."""

    steady: bool = False


Operation = Add | Remove | Regroup
History = Sequence[Operation]


def operations(n_articles: int = 18, n_wordings: int = N_WORDINGS, most: int = 8) -> st.SearchStrategy[Operation]:
    """Operations on a small number of articles, so that they are corrected, removed and added again."""
    number, wording = st.integers(0, n_articles - 1), st.integers(0, n_wordings - 1)
    reports = st.builds(Report, number, wording, st.integers(-1, 40))
    batch = st.lists(reports, min_size=1, max_size=most, unique_by=lambda one: one.number).map(tuple)
    add = st.builds(Add, batch, st.booleans())
    remove = st.builds(Remove, st.lists(number, min_size=1, max_size=5, unique=True).map(tuple))
    return st.one_of(add, add, add, remove, st.builds(Regroup, st.booleans()))


def histories(least: int = 1, most: int = 14, **options: Any) -> st.SearchStrategy[tuple[Operation, ...]]:
    """Some operations, one after the other; the first brings articles."""
    return st.lists(operations(**options), min_size=least, max_size=most).map(tuple)


@mutable
class Expected:
    """What a store should have of articles after some operations."""

    stored: dict[int, Report] = field(factory=dict)
    removed: set[int] = field(factory=set)

    @property
    def ids(self) -> list[str]:
        """The ids of the stored articles."""
        return [one.id for one in self.stored.values()]

    def apply(self, operation: Operation) -> None:
        """Follow an operation."""
        match operation:
            case Add(reports, again, _):
                self.removed -= {one.number for one in reports if again}
                self.stored |= {one.number: one for one in reports if one.number not in self.removed}
            case Remove(numbers):
                gone = self.stored.keys() & set(numbers)
                self.removed |= gone
                self.stored = {number: one for number, one in self.stored.items() if number not in gone}


def moment_of(step: int) -> datetime:
    """The moment of an operation, by its place in a history."""
    return FIRST + timedelta(days=10, minutes=step)


def perform(store: nd.EventStore, operation: Operation, step: int, expected: Expected) -> nd.Changes | None:
    """Do to a store what an operation says; None where there is nothing to be removed."""
    at = moment_of(step)
    gone = [expected.stored[n].id for n in getattr(operation, "numbers", ()) if n in expected.stored]
    expected.apply(operation)
    match operation:
        case Add(reports, again, token):
            return store.add([one.article for one in reports], again=again, token=token, at=at)
        case Remove():
            return store.remove(gone, reason="sai", at=at) if gone else None
        case Regroup(steady):
            return store.regroup(steady=steady, at=at)


def lived(path: Path, history: History, *, reopened: Iterable[int] = (), **settings: Any) -> Expected:
    """Let a store live through a history; it is closed and opened again before these steps."""
    expected, options = Expected(), {**STORES, **settings}
    closed = {0, *reopened, len(history)}
    bounds = sorted(step for step in closed if step <= len(history))
    for start, end in pairwise(bounds):
        with nd.open_store(path, **options) as store:
            for step in range(start, end):
                perform(store, history[step], step, expected)
    return expected
