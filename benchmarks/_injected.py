"""Events with a figure whose true status is known: real reports, and sentences written into them.

Shares no code with the reader. How a case is made:

1. A report of a labelled event prints a figure in digits, "25 chiến sĩ tới hiện trường": a whole
   number of at most six digits that nothing qualifies, before five words or more of the thing
   counted; no times, units, ranks, scores, bare classifiers, or plans.
2. Every other sentence of the event's reports that prints a number next to the same noun (or, for
   casualties, mentions casualties at all) is removed, so that the reports give no other value.
3. Another report of the event gets a sentence of our own about the same thing: a lead, a number,
   and the clause that followed the figure. It shares too few runs of words with the first to
   be taken for its copy. It is from another outlet, and names no news agency.

The kinds, with the status that a careful editor would give the two:

    same        the same number                               agree, that number
    other       another one, 1.15 to 2.5 times it             conflict, no best value
    rounded     10.972 and 11.000                             compatible, the precise one
    qualified   11.000 and "hơn 10.000", "gần", "khoảng" …    compatible, the exact one
    rescoped    a national number and one of a province       both are kept, the second a part of the first
    evolving    a toll, and another one six hours later       superseded, the later one

   Two tolls of another kind are printed at the same hour: of two hours, the later would supersede.

`with_copies` adds five copies of the report that must not gain from them: the wrong one, or that of the
older, rougher or partial number; each a little edited, under other names, and later.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

Report = Mapping[str, Any]

KINDS = {
    "same": "agree",
    "other": "conflict",
    "rounded": "compatible",
    "qualified": "compatible",
    "rescoped": "part",
    "evolving": "superseded",
}
_COPYISTS = {"vi": ("một", "hai", "ba", "bốn", "năm"), "en": ("Adams", "Brook", "Carver", "Dunn", "Ellis")}
COPIES = len(_COPYISTS["vi"])
_OF_EACH_KIND = 3  # in one event
_LEAST_SENTENCE = 10  # words: of a shorter one, ours would be a copy
_LEAST_WORDS = 5  # of a clause that says what it is about

_SENTENCE = re.compile(r"[^.!?…]+(?:\.(?=\d|\w)[^.!?…]+)*[.!?…]+[”\"]?|[^.!?…]+$")
_BEGINS = re.compile(r" (?:[A-ZĐ]|\d)")
_FIGURE = re.compile(r"(?<![\d.,/:–-])(?<!\w)(\d{1,3}(?:\.\d{3})|\d{1,3}) ((?:[^\W\d_]+)(?: [^\W\d_]+)+)")


def _listed(words: str) -> frozenset[str]:
    """Words and phrases, written with commas between them."""
    return frozenset(" ".join(word.split()) for word in words.split(","))


_COUNTED = _listed(
    """
    học sinh, sinh viên, giáo viên, cán bộ, công nhân, chiến sĩ, chiến sỹ, cảnh sát, binh sĩ, binh lính, lính,
    bác sĩ, bệnh nhân, nhân viên, hành khách, du khách, khách, nghệ sĩ, vận động viên, cầu thủ, đại biểu, đảng
    viên, tình nguyện, trẻ em, phụ nữ, nhà báo, phóng viên, thí sinh, ứng viên, thuyền viên, ngư dân, hộ dân, hộ
    gia đình, hộ nghèo, gia đình, xe, chiếc xe, chiếc máy bay, ô tô, máy bay, tàu, thuyền, nhà, ngôi nhà, căn
    nhà, căn hộ, trường, bệnh viện, doanh nghiệp, công ty, ngân hàng, nhà máy, cơ quan, tổ chức, dự án, công
    trình, quốc gia, nước, tỉnh, thành phố, xã, huyện, phường, thôn, bang, cửa hàng, chi nhánh, sản phẩm, điện
    thoại, máy, thiết bị, mẫu, cuộc, vụ tai nạn, vụ án, vụ cháy, trận, huy chương, bài, bức, bộ phim, tác phẩm,
    cuốn, khẩu, viên đạn, quả bom, tên lửa, phiếu, lá phiếu, câu hỏi, ý kiến, tiết mục, giải thưởng, suất, học
    bổng, chuyến bay, giường, phòng, con tàu, thành viên, chuyên gia, luật sư, bị cáo, nghi phạm, tài khoản, ứng
    dụng, trang web, chương trình, nạn nhân, khu vực, địa phương
    """
)
_RANKS = _listed(
    """
    số, thứ, hạng, ngày, tháng, quốc, lộ, lúc, hồi, tuổi, điều, khoản, quận, phường, lớp, khoá, khóa, top, tầng,
    vòng, phút, bảng, năm, lần, quý, nhóm, tổ, khu, đường, phố, ngõ, hẻm, km, u, loại, cấp, tập, phiên, bản,
    phần, mục, đại, đội, đoàn, từ, đến, tới, hơn, gần, khoảng, trên, dưới, chừng, vượt, đúng, tối, đa, nhất,
    quá, ước, tính, thiểu, còn, một, hai, ba, bốn, sáu, bảy, tám, chín, mười, tỷ, tỉ, giữa, đời, thế, kênh, ô,
    lô, mẫu, kỳ, hiệp, lượt, chưa, đầy
    """
)
_QUALIFIERS = {
    "hơn": (0.85, 0.97),
    "trên": (0.85, 0.97),
    "ít nhất": (0.8, 0.99),
    "gần": (1.02, 1.09),
    "khoảng": (0.97, 1.03),
}
_CASUALTIES = re.compile(
    r"\b(?:chết|thiệt mạng|tử vong|tử nạn|thương vong|bị thương|thương tích|mất tích|nạn nhân|qua đời|thi thể|giết"
    r"|sát hại|hy sinh)\b",
    re.I,
)
_TOLL = re.compile(r"^(?!tuổi)[^\W\d_]+(?: [^\W\d_]+)? (?:đã )?(?:chết|thiệt mạng|tử vong|tử nạn|bị thương|mất tích)\b")
_ARRESTS = re.compile(
    r"\b(?:bắt|tạm giữ|tạm giam|sát hại|giết|sơ tán|di dời|sập|ngập|tốc mái|hư hỏng|cuốn trôi)\b", re.I
)
_HOMES = re.compile(r"\bnhà\b")
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|muốn|kế hoạch|mục tiêu|nếu|phải|cần|mỗi)\b", re.I)
_EARLIER = re.compile(
    r"\b(?:từng|trước đó|năm ngoái|trước đây|tương tự|hồi tháng|năm (?:19|20)\d\d|[/-](?:19|20)\d\d)\b", re.I
)
_LINKS = _listed(
    """
    và, cùng, với, cho, để, trong, vào, từ, đến, ở, tại, của, do, bởi, thì, mà, về, trên, dưới, đã, bị, được,
    có, là, gồm, như, nhưng, nên, khi
    """
)
_AGENCY = re.compile(r"\b(?:AFP|AP|Reuters|TTXVN|Tân Hoa xã|Xinhua|Kyodo|Yonhap|Interfax|RIA Novosti|BBC|CNN)\b")
_NUMBER_NEAR = r"(?:\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|ngàn|triệu)\b)[^.!?]{0,30}"
_LEADS = (
    "Theo nguồn tin mà phóng viên của chúng tôi vừa nhận được thì",
    "Một tờ báo khác dẫn lời những người có trách nhiệm cho hay",
    "Trả lời báo chí ngay sau đó, đại diện cơ quan chức năng nêu rõ",
    "Thông tin mới nhất mà toà soạn ghi nhận từ hiện trường nói rằng",
    "Tìm hiểu thêm của nhóm phóng viên chúng tôi qua nhiều nguồn cho thấy",
)
_PROVINCES = ("Lào Cai", "Quảng Trị", "Bến Tre", "Kon Tum", "Hà Nam", "Tây Ninh", "Phú Yên", "Cà Mau")


@dataclass(frozen=True)
class Mark:
    """Where a report prints a number: the offset of its first digit."""

    article_id: str
    start: int
    value: int


@dataclass(frozen=True)
class Case:
    """Reports of one event, marked numbers in them, and what is true of them."""

    kind: str
    event: str
    reports: tuple[Report, ...]
    marks: tuple[Mark, ...]
    best: int | None
    truth: int | None  # None where the reports leave it open
    copied: str  # the report that copies must not help
    status: str  # what a careful editor would say
    optional: tuple[Mark, ...] = ()  # need not be read; if read, of the first one's figure


@dataclass(frozen=True)
class _Figure:
    report: int
    sentence: str
    value: int
    start: int
    end: int
    clause: str

    @property
    def is_toll(self) -> bool:
        return _TOLL.match(self.clause) is not None


def cases(articles: Iterable[Report], *, seed: int = 1) -> Iterator[Case]:
    """Up to three cases of each kind for every event that prints a fitting figure."""
    events: dict[str, list[Report]] = defaultdict(list)
    for article in articles:
        events[article["event"]].append(article)
    for event, reports in sorted(events.items()):
        if len(reports) < 2:
            continue
        rng = random.Random(f"{seed} {event}")
        figures = [figure for number in range(len(reports)) for figure in _figures(reports, number)]
        rng.shuffle(figures)
        for kind in KINDS:
            fitting = (_case(kind, event, reports, figure, rng) for figure in figures if _fits(kind, figure))
            yield from islice((case for case in fitting if case is not None), _OF_EACH_KIND)


def _figures(reports: Sequence[Report], number: int) -> Iterator[_Figure]:
    """The plain figures of a report whose thing counted is named once in it."""
    text = reports[number]["text"]
    for sentence in _SENTENCE.findall(text):
        for match in _FIGURE.finditer(sentence):
            clause = _clause(match.group(2))
            before = sentence[: match.start()].split()[-1:]
            is_rank = any(word.strip(',;:(“"').lower() in _RANKS or word[0].isupper() for word in before)
            value = int(match.group(1).replace(".", ""))
            if is_rank or value < 2 or match.group(1).startswith("0") or not _counts(clause):
                continue
            if _EARLIER.search(sentence):  # of another event than the one reported
                continue
            if _PLANNED.search(sentence) or (_ARRESTS.search(sentence) and not _TOLL.match(clause)):
                continue
            toll = _TOLL.match(clause)
            is_alone = sentence.lower().count(toll.group() if toll else _thing(clause)) == 1
            if is_alone and text.count(sentence) == 1 and len(sentence.split()) >= _LEAST_SENTENCE:
                yield _Figure(number, sentence, value, match.start(1), match.end(1), clause)


def _clause(words: str) -> str:
    """The words up to the last that could end a clause, nine at most."""
    kept = words.split()[:10]
    if len(kept) == 10:
        cuts = [number for number, word in enumerate(kept) if number >= _LEAST_WORDS and word in _LINKS]
        kept = kept[: cuts[-1]] if cuts else []
    while kept and kept[-1] in _LINKS:
        kept.pop()
    return " ".join(kept)


def _counts(clause: str) -> bool:
    """Whether a clause begins with what can be counted."""
    is_thing = any(clause.startswith(f"{noun} ") for noun in _COUNTED) or _TOLL.match(clause) is not None
    least = 3 if _TOLL.match(clause) else _LEAST_WORDS
    return is_thing and clause == clause.lower() and len(clause.split()) >= least


def _thing(clause: str) -> str:
    """What a clause counts, in a word or two."""
    nouns = [noun for noun in _COUNTED if clause.startswith(f"{noun} ")]
    return max(nouns, key=len) if nouns else clause.split()[0]


def _fits(kind: str, figure: _Figure) -> bool:
    if kind == "evolving":
        return figure.is_toll
    if kind == "other":
        return not (figure.is_toll or _CASUALTIES.search(figure.sentence) or _HOMES.search(figure.clause))
    return True


def _case(kind: str, event: str, reports: Sequence[Report], figure: _Figure, rng: random.Random) -> Case | None:
    """The case, or None where removing the other values would empty a report."""
    first, second, words = _values(kind, figure.value, rng)
    other = rng.choice([number for number in range(len(reports)) if number != figure.report])
    ours = figure.sentence[: figure.start] + _printed(first) + figure.sentence[figure.end :]
    theirs = f"{rng.choice(_LEADS)} {'có ' if not words else ''}{words}{' ' if words else ''}{{}} {figure.clause}."
    if kind == "rescoped":
        ours = f" Tính chung cả nước, {rng.choice(_LEADS).lower()} có {_printed(first)} {figure.clause}."
        theirs = f"Riêng tại tỉnh {rng.choice(_PROVINCES)}, báo cáo gửi về sáng cùng ngày nêu có {{}} {figure.clause}."
    theirs = " " + theirs.format(_printed(second))
    marks: list[Mark] = []
    written: list[Report] = []
    for number, report in enumerate(reports):
        text = _without(report["text"], figure, figure.sentence if number == figure.report else None)
        if text is None:
            return None
        if number == figure.report:
            text = text.replace(figure.sentence, ours)
            marks.append(_mark(report["id"], text, ours, first, figure.clause))
        elif number == other:
            text = _AGENCY.sub("hãng tin", text)
            cut = next(
                (match.end() for match in _SENTENCE.finditer(text) if _BEGINS.match(text, match.end())), len(text)
            )
            text = text[:cut] + theirs + text[cut:]
            marks.append(_mark(report["id"], text, theirs, second, figure.clause))
        written.append({**report, "text": text, "summary": None})
    marks.sort(key=lambda mark: mark.article_id != reports[figure.report]["id"])
    written[other] = {**written[other], "source": "toasoan.example", "url": None}
    if kind == "evolving":
        written[other] = _at(written[other], _moment(written[figure.report]) + timedelta(hours=6))
    elif figure.is_toll:
        written[other] = _at(written[other], _moment(written[figure.report]))  # or the later would supersede
    best = {"same": first, "other": None, "rounded": first, "qualified": first, "rescoped": first, "evolving": second}[
        kind
    ]
    copied = figure.report if kind == "evolving" else other
    truth = second if kind == "evolving" else first
    return Case(
        kind=kind,
        event=event,
        reports=tuple(written),
        marks=tuple(marks),
        best=best,
        truth=truth,
        copied=reports[copied]["id"],
        status=KINDS[kind],
    )


def _values(kind: str, value: int, rng: random.Random) -> tuple[int, int, str]:
    """What the first report prints, what the second does, and how it qualifies it."""
    if kind == "other":
        return value, max(value + 1, round(value * rng.uniform(1.15, 2.5))), ""
    if kind == "evolving":
        return (
            value,
            max(value + 1, round(value * rng.uniform(1.1, 2.0))) if value < 5 or rng.random() < 0.8 else value - 1,
            "",
        )
    if kind == "rescoped":
        value = max(value, 7)
        return value, max(2, round(value * rng.uniform(0.1, 0.8))), ""
    if kind == "rounded":
        value = (
            value
            if value > 100 and value % 10
            else rng.randint(10, 99) * 100 + rng.choice([-1, 1]) * rng.randint(1, 24)
        )
        step = 10 if value < 1000 else 100
        return value, (value + step // 2) // step * step, ""
    if kind == "qualified":
        value = value if value > 20 and value % 10 else rng.randint(21, 999)
        words, (low, high) = rng.choice(sorted(_QUALIFIERS.items()))
        second = _rounder(value, low, high)
        return value, second, words
    return value, value, ""


def _rounder(value: int, low: float, high: float) -> int:
    """The roundest number within a share of a value."""
    for step in (1000, 500, 100, 50, 10, 5, 1):
        for candidate in range(int(value * low / step) * step, int(value * high) + step, step):
            if value * low <= candidate <= value * high and candidate != value and candidate > 1:
                return candidate
    return value + (1 if low > 1 else -1)


def _printed(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _without(text: str, figure: _Figure, kept: str | None) -> str | None:
    """A text without its other numbers of the thing; None where little is left."""
    near = re.compile(_NUMBER_NEAR + re.escape(_thing(figure.clause)), re.I)
    kept_sentences = [
        sentence
        for sentence in _SENTENCE.findall(text)
        if sentence == kept or not (near.search(sentence) or (figure.is_toll and _CASUALTIES.search(sentence)))
    ]
    left = "".join(kept_sentences)
    return left if len(left.split()) >= 60 else None


def _mark(name: str, text: str, sentence: str, value: int, clause: str) -> Mark:
    start = text.index(sentence) + sentence.index(f"{_printed(value)} {clause}")
    return Mark(name, start, value)


def _moment(report: Report) -> datetime:
    return datetime.fromisoformat(report["published_at"])


def _at(report: Report, moment: datetime) -> Report:
    return {**report, "published_at": moment.isoformat()}


def with_copies(case: Case) -> Case:
    """The same case with five edited copies of the report that must not gain from them."""
    (source,) = (report for report in case.reports if report["id"] == case.copied)
    latest = max(map(_moment, case.reports))
    copies = tuple(
        {
            **_at(source, latest + timedelta(hours=number + 1)),
            "id": f"{source['id']}-copy-{number}",
            "source": f"bao{number}.vn",
            "url": None,
            "text": source["text"] + _copyist(source, number),
        }
        for number in range(COPIES)
    )
    return replace(case, reports=(*case.reports, *copies))


def _copyist(report: Report, number: int) -> str:
    """The sentence in which a copy differs."""
    name = _COPYISTS[report["lang"]][number]
    return (
        f"{name} contributed to this report." if report["lang"] == "en" else f"Bài do cộng tác viên số {name} gửi về."
    )
