"""Names of agencies and outlets in the Vietnamese press, and how it says whose report an article is."""

from __future__ import annotations

from newsdedup.languages.press import Press
from newsdedup.languages.tables import words

PRESS = Press(
    agencies={
        "TTXVN": "TTXVN",
        "Thông tấn xã Việt Nam": "TTXVN",
        "Tân Hoa xã": "Xinhua",
        "Tân Hoa Xã": "Xinhua",
        "Reuters": "Reuters",
        "AFP": "AFP",
        "AP": "Associated Press",
    },
    outlets={
        "VNE": "VnExpress",
        "VietnamPlus": "TTXVN",
        "Vietnam+": "TTXVN",
        "Báo Tin tức": "TTXVN",
        "baotintuc": "TTXVN",
        "TTO": "Tuổi Trẻ",
        "Tuổi Trẻ TP.HCM": "Tuổi Trẻ",
        "TNO": "Thanh Niên",
        "NLĐ": "Người Lao Động",
        "NLĐO": "Người Lao Động",
        "LĐO": "Lao Động",
        "SGGP": "Sài Gòn Giải Phóng",
        "SGGPO": "Sài Gòn Giải Phóng",
        "QĐND": "Quân đội nhân dân",
        "CAND": "Công an nhân dân",
        "ANTĐ": "An ninh thủ đô",
        "HNM": "Hà Nội Mới",
        "HNMO": "Hà Nội Mới",
        "KTĐT": "Kinh tế đô thị",
        "PLO": "Pháp luật TP.HCM",
        "PLTP": "Pháp luật TP.HCM",
        "phapluattp": "Pháp luật TP.HCM",
        "ĐSPL": "Đời sống Pháp luật",
        "BBC tiếng Việt": "BBC",
        "BBC Việt ngữ": "BBC",
        "Đài Tiếng nói Việt Nam": "VOV",
        "Đài Truyền hình Việt Nam": "VTV",
        "Zing": "Znews",
        "Zing.vn": "Znews",
        "Tri thức trực tuyến": "Znews",
        "VTC News": "VTC",
        "Tiếng nói nước Nga": "Sputnik",
    },
    aggregators=words("Báo Mới, Tin mới, Tin247, Xalo, Coccoc, Zalo, Tinmoi, Lotus"),
    name_endings=words("Online, điện tử, News, Newspaper, trực tuyến"),
    unnamed=words("không rõ, internet, tổng hợp, sưu tầm, theo internet, nhiều nguồn, mạng, báo chí"),
    verbs=words(
        "đưa tin, loan tin, dẫn lời, dẫn nguồn, cho biết, cho hay, thông tin, ghi nhận, đăng tải, viết, tiết lộ"
    ),
    cited_after=words("""
        dẫn nguồn, dẫn nguồn tin, dẫn nguồn tin từ, dẫn tin, dẫn tin từ, trích dẫn, trích nguồn, nói với, chia sẻ với, trao đổi với,
        trả lời, trả lời phỏng vấn, trả lời phỏng vấn của, cho biết trên, xác nhận với, phát biểu trên, thông tin từ
    """),
    nouns=words("""
        báo, tờ, tờ báo, nhật báo, tuần báo, tạp chí, đài, kênh, kênh truyền hình, hãng tin, hãng thông tấn, trang, trang tin,
        trang tin tức, báo điện tử, đài truyền hình, đài phát thanh
    """),
    source_labels=words("nguồn, nguồn tin, theo"),
)
