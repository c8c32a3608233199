"""Numbers in Vietnamese text that count nothing."""

from __future__ import annotations

from newsdedup.languages.tables import words

_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

ORDINAL_BEFORE = words("""
    thứ, lần thứ, số, khoá, khóa, quý, ngày, tháng, năm, điều, khoản, chương, mục, tập, kỳ, vòng, hạng, loại,
    nhóm, lớp, tầng, phòng, quốc lộ, ql, tỉnh lộ, đường, phố, ngõ, ngách, hẻm, tổ, ấp, thôn, xóm, khóm, quận, phường,
    khu phố, lô, mã, biển số, đt, bàn, điện thoại, lúc, khu vực, bảng, u, phút, phút thứ, tuổi, đội,
    trung đoàn, vòng đấu, sư đoàn, quân đoàn, tiểu đoàn, đại đội, quyết định, giai đoạn, báo động, liveshow, set, thế kỷ, phiên bản, chuyến bay, nghị quyết, nghị định, thông tư,
    đợt, mạch, giải, top, hiệp, lượt, phần, gpon, fax, ô, cảng, kênh, chương trình, khối, iphone, boeing, airbus, km, cửa
""")

ORDINAL_NOT_AFTER = ("tổng", "trong", "con", "chặng", "đóng", "mở", "mỗi", "cùng")

NOT_COUNTED = ("cấp", "chiều", "mặt", "số", "chữ số")

NOT_FIGURES = (
    r"\b\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}(?:['’]|\s?phút)?(?=\s*(?:sáng|trưa|chiều|tối|đêm|ngày|cùng ngày|hôm))",
    r"\b\d{1,2}\s?[hg]\s?\d{0,2}(?:['’]|\s?phút)?(?=\s*(?:,|\.|\)|$))",
    r"\b(?:0|\+84\s?)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}\b",  # telephone
    r"\b\d{1,3}(?:[.,]\d+)?\s?(?:độ|°)\s?(?:\d+\s?['’]\s?)?(?i:vĩ|kinh|bắc|nam|đông|tây)\b",
    r"(?<=\bcấp )1?\d\b(?![.,]\d| (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)",
    r"\b(?:[01]?\d|2[0-4])g(?:\d\d)?\b",
    r"\b[2-5]G\b",
    rf"\b\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?= [{_CAPITALS}])",  # a score before a team
    r"\b\d{2}[A-Z]\w?\s?[-–]\s?\d{3}\.?\d{1,2}\b",  # plate of a vehicle
    rf"\d{{1,3}}[A-Z]?(?: [{_CAPITALS}][^\W\d_A-Z]+){{2,}}",  # house and street: "171 Trường Chinh"
    r"năm thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)",
)

NOT_FIGURES_AFTER = {
    r"[\d.,]+ lần": ("gấp", "cao gấp", "tăng"),
    r"\w+(?: rưỡi)? lần": ("gấp",),
    r"\d{1,2}\s?(?:h|giờ)(?:\s?\d{1,2})?\b(?! đồng hồ)": words("lúc, khoảng, hồi, từ, đến, vào, trước"),
    r"\d+\s?[-–]\s?\d+": words("tỷ số, tỉ số, thắng, thua, hoà, dẫn, dẫn trước, đánh bại, chung cuộc, ghi bàn"),
    r"\d+[a-z]?(?:/\d+)*(?=,? (?:đường|phố|ngõ|ngách|hẻm))": ("nhà", "nhà số"),
}
