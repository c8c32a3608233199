"""The sentences that `_later_reports.py` writes into reports, in Vietnamese and English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import field, frozen


@frozen
class Role:
    """What can be said of those who are counted, and the wordings that only they have."""

    words: Mapping[str, Sequence[str]]
    own: Mapping[str, Sequence[str]] = field(factory=dict)


@frozen
class Credit:
    """How a report names its agency, before or after its text."""

    before: str = ""
    after: str = ""


@frozen
class Wordings:
    """The sentences of a language.

    Attributes
    ----------
    casualties : re.Pattern
        A sentence that mentions people who came to harm.
    agency : re.Pattern
        A news agency, in a report that must have none.
    roles : sequence of Role
    tolls, repeats, totals : sequence of str
        A first toll, the same in other words, and the sum of several places.
    later : mapping of str to sequence of str
        By kind; `repeats` for any other kind.
    places : sequence of str
    agencies : sequence of sequence of str
        The names of each.
    credits : sequence of Credit
    printed : callable
        A number as newsrooms print it.
    """

    casualties: re.Pattern[str]
    agency: re.Pattern[str]
    roles: Sequence[Role]
    tolls: Sequence[str]
    repeats: Sequence[str]
    totals: Sequence[str]
    later: Mapping[str, Sequence[str]]
    places: Sequence[str]
    agencies: Sequence[Sequence[str]]
    credits: Sequence[Credit]
    printed: Callable[[int], str]


_NUMERALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _english_number(value: int) -> str:
    return _NUMERALS[value - 1] if value <= len(_NUMERALS) else str(value)


_VIETNAMESE: Final = Wordings(
    casualties=re.compile(
        r"\b(?:chết|thiệt mạng|tử vong|tử nạn|thương vong|bị thương|thương tích|trọng thương|mất tích|nạn nhân|qua đời"
        r"|thi thể|xác|giết|sát hại|hy sinh|hi sinh|cướp đi|sinh mạng|tử thi|đuối nước|mất mạng|thương nặng"
        r"|thương nhẹ)\b",
        re.IGNORECASE,
    ),
    agency=re.compile(
        r"\b(?:AFP|AP|Reuters|TTXVN|Vietnam\+|Tân Hoa|Xinhua|Kyodo|Yonhap|Interfax|RIA|BBC|CNN|EFE|DPA)\b"
    ),
    roles=(
        Role(
            words={"done": ("thiệt mạng", "tử vong", "chết"), "count": ("người chết", "người thiệt mạng", "tử vong")},
            own={
                "increment": (
                    "Đội cứu hộ vừa đưa thêm {more} thi thể ra khỏi hiện trường.",
                    "{more} nạn nhân nữa không qua khỏi trong lúc cấp cứu, bác sĩ trực cho hay.",
                )
            },
        ),
        Role(words={"done": ("bị thương",), "count": ("người bị thương",)}),
        Role(words={"done": ("mất tích",), "count": ("người mất tích",)}),
    ),
    tolls=(
        "Sự việc khiến {toll} người {done}, theo số liệu công bố tại buổi họp báo đầu tiên.",
        "Có {toll} người {done}, lãnh đạo địa phương xác nhận khi có mặt ở hiện trường.",
        "Số {count} hiện là {toll}, người phụ trách công tác cứu hộ cho biết.",
        "Cơ quan chức năng thống kê được {toll} người {done}.",
    ),
    repeats=(
        "Đã có tới {toll} người {done} trong sự việc này, cán bộ trực ban nói qua điện thoại.",
        "Trao đổi với phóng viên, một chỉ huy nêu con số {toll} người {done}.",
        "{toll} người được xác định đã {done}, bản thông báo phát đi sau đó viết.",
    ),
    totals=(
        "Cả hai tỉnh có tổng cộng {toll} người {done}, ban chỉ đạo trung ương tổng hợp.",
        "Tính chung toàn vùng, {toll} người đã {done}.",
        "Tổng số {count} lên tới {toll}, văn phòng thường trực thống kê.",
    ),
    later={
        "increment": (
            "Thêm {more} người {done} vừa được ghi nhận, đại diện lực lượng cứu hộ thông báo.",
            "Có thêm {more} trường hợp {done} so với thông báo trước.",
            "Số {count} tăng thêm {more}, trực ban của tỉnh báo cáo.",
            "Tối cùng ngày, {more} người nữa đã {done}.",
            "Thêm {more} người {done}, nâng tổng số {count} lên {sum}.",
            "Ngoài những người đã nêu, còn {more} người khác cũng {done}, xã báo cáo bổ sung.",
        ),
        "parts": (
            "Tỉnh {one_place} có {part} người {done}, tỉnh {other_place} có {other} người {done}.",
            "Tại {one_place}, {part} người {done}; ở {other_place}, {other} người {done}.",
            "Trong đó, {part} người {done} ở {one_place} và {other} người {done} ở {other_place}.",
            "{one_place} báo cáo {part} người {done}, còn {other_place} là {other} người.",
        ),
        "denied": (
            "Công an tỉnh bác bỏ thông tin {toll} người {done}.",
            "Không có chuyện {toll} người {done} như đồn đoán, chính quyền sở tại khẳng định.",
            "Tin nói {toll} người {done} là sai sự thật, người phát ngôn nhấn mạnh.",
            "Giám đốc sở phủ nhận việc {toll} người {done}.",
            "Lãnh đạo huyện cho rằng con số {toll} người {done} là không chính xác.",
        ),
        "corrected": (
            "Đính chính: số {count} là {corrected}, không phải {toll} như tin đã đăng.",
            "Toà soạn xin sửa lại: {corrected} người {done} chứ không phải {toll} người.",
            "Bản tin trước ghi nhầm là {toll} người {done}; con số đúng là {corrected} người.",
            "Chúng tôi đã đưa tin {toll} người {done}, nay xin đính chính là {corrected} người.",
        ),
    },
    places=("Lào Cai", "Quảng Trị", "Bến Tre", "Kon Tum", "Hà Nam", "Tây Ninh", "Phú Yên", "Cà Mau"),
    agencies=(("TTXVN", "Thông tấn xã Việt Nam"), ("AFP",), ("Reuters",), ("Tân Hoa xã",)),
    credits=(
        Credit(before="({agency}) - "),
        Credit(before="Theo {agency}, "),
        Credit(after=" (Theo {agency})"),
        Credit(after=" Theo {agency}"),
    ),
    printed=str,
)

_ENGLISH: Final = Wordings(
    casualties=re.compile(
        r"\b(?:kill\w*|dead\w*|die[ds]?|dying|deaths?|fatal\w*|injur\w*|wound\w*|hurt|missing|victims?|body|bodies|murder\w*"
        r"|slain|slaying\w*|homicides?|shot|hospital\w*|manslaughter|casualt\w*|condition|lives|lost|surviv\w*|autops\w*"
        r"|gunshot|shoot\w*|suicide|coroner|stabb\w*)\b",
        re.IGNORECASE,
    ),
    agency=re.compile(r"\b(?:AP|Associated Press|Reuters|AFP|Agence France|UPI|Xinhua|CNN|BBC|NBC|CBS|ABC)\b"),
    roles=(
        Role(
            words={
                "did": ("died", "were killed"),
                "had": ("had died", "had been killed"),
                "left": ("dead",),
                "those": ("dead",),
            },
            own={
                "increment": (
                    "Searchers recovered {more} more bodies, the fire chief said.",
                    "{more} others have since succumbed to their wounds, doctors said.",
                )
            },
        ),
        Role(
            words={
                "did": ("were injured", "were hurt"),
                "had": ("had been injured", "had been hurt"),
                "left": ("injured", "wounded"),
                "those": ("injured", "wounded"),
            }
        ),
        Role(
            words={
                "did": ("were reported missing", "went missing"),
                "had": ("had gone missing",),
                "left": ("missing",),
                "those": ("missing",),
            }
        ),
    ),
    tolls=(
        "{toll} people {did}, officials said at a first briefing.",
        "The county's emergency office put the number of {those} at {toll}.",
        "What happened left {toll} people {left}, a fire captain said.",
        "Among those at the site, {toll} people {did}, a hospital director said.",
    ),
    repeats=(
        "A commander at the scene gave the number of people who {did} as {toll}.",
        "{toll} people are now known to be {left}, according to a statement sent out later.",
        "Reached by telephone, a duty officer counted {toll} {those}.",
    ),
    totals=(
        "In all, {toll} people {did} in the two states, the federal agency said.",
        "The combined number of {those} stands at {toll}.",
        "Across the region, {toll} people {did}.",
    ),
    later={
        "increment": (
            "{more} more people {did}, the sheriff said in the evening.",
            "Another {more} people {did} after the first count.",
            "An additional {more} people {did}, a spokeswoman announced.",
            "The number of {those} rose by {more}, rescuers said.",
            "{more} more people {did}, bringing the total to {sum}.",
            "Beyond those already counted, {more} other people {did}, the town reported.",
        ),
        "parts": (
            "{part} people {did} in {one_place} and {other} in {other_place}.",
            "In {one_place}, {part} people {did}; in {other_place}, {other} people {did}.",
            "{one_place} counted {part} {those}, {other_place} {other}.",
            "Of those, {part} {did} in {one_place} and {other} {did} in {other_place}.",
        ),
        "denied": (
            "The sheriff denied that {toll} people {had}.",
            "It is not true that {toll} people {did}, the mayor's office said.",
            "Reports of {toll} {those} are false, a spokesman said.",
            "The governor dismissed claims that {toll} people {had}.",
            "Officials disputed a report that {toll} people {did}.",
        ),
        "corrected": (
            "Correction: {corrected} people {did}, not {toll} as first reported.",
            "This article has been corrected to say that {corrected} people {did}, not {toll}.",
            "An earlier version misstated the number of {those}; it is {corrected}, not {toll}.",
            "We wrongly reported that {toll} people {did}. The correct number is {corrected}.",
        ),
    },
    places=("Ohio", "Kentucky", "Alabama", "Missouri", "Oregon", "Nevada", "Maine", "Vermont"),
    agencies=(
        ("AP", "Associated Press", "The Associated Press"),
        ("Reuters",),
        ("AFP", "Agence France-Presse"),
        ("UPI",),
    ),
    credits=(
        Credit(before="HARROW ({agency}) - "),
        Credit(before="By Ann Vale, {agency}\n"),
        Credit(after=" (Source: {agency})"),
        Credit(after="\nCopyright 2016 {agency}. All rights reserved."),
    ),
    printed=_english_number,
)

WORDINGS: Final[Mapping[str, Wordings]] = {"vi": _VIETNAMESE, "en": _ENGLISH}
