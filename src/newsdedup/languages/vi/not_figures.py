"""Numbers in Vietnamese text that count nothing."""

from __future__ import annotations

from newsdedup.languages.tables import words

ORDINAL_BEFORE = words("""
    thứ, lần thứ, số, khoá, khóa, quý, ngày, tháng, năm, điều, khoản, chương, mục, tập, kỳ, vòng, hạng, loại,
    nhóm, lớp, tầng, phòng, quốc lộ, ql, tỉnh lộ, đường, phố, ngõ, ngách, hẻm, tổ, ấp, thôn, xóm, khóm, quận, phường,
    khu phố, lô, mã, biển số, đt, bàn, điện thoại, lúc, khu vực, bảng, u, phút, phút thứ, tuổi, đội,
    trung đoàn, vòng đấu, sư đoàn, quân đoàn, tiểu đoàn, đại đội, quyết định, giai đoạn, báo động, liveshow, set, thế kỷ, phiên bản, chuyến bay, phương án, đề án, chỉ thị, đại hội, kỳ họp, phiên họp, mẫu số, hội nghị lần thứ, cấp độ, nghị quyết, nghị định, thông tư,
    đợt, mạch, giải, top, hiệp, lượt, phần, gpon, fax, ô, cảng, kênh, chương trình, khối, iphone, boeing, airbus, km, cửa
""")

ORDINAL_NOT_AFTER = ("tổng", "trong", "con", "chặng", "đóng", "mở", "mỗi", "cùng")

NOT_COUNTED = ("cấp", "chiều", "mặt", "số", "chữ số")

_PARTS_OF_DAY = "sáng|trưa|chiều|tối|đêm|ngày|cùng_ngày|hôm"

NOT_FIGURES = (
    f"#1-2 h|g|giờ #1-2? phút? {_PARTS_OF_DAY}",
    "2 nước|bên|phía|miền|nhà_nước|chính_phủ",  # both of them
    "2|hai cường_quốc|nền_văn_minh",
    "2|hai|cả_hai|cả_2 WORD{1,2} trên|này|nói_trên",
    "0|84 #2-3 .? #3 .? #3-4",  # telephone
    "#3-4 .|#? #3 .? #3-4",
    "# độ|° #? '? vĩ|kinh|bắc|nam|đông|tây",
    "[cấp] #1-2",
    "[lúc|khoảng|hồi|từ|đến|vào|trước ...] #1-2 h|giờ #1-2?",
    "#1 ~g",  # 5G
    "#1-2 -|– #1-2 NAME",  # a score before a team
    "#1-3 ~LETTER? NAME{2,4}",  # house and street: "171 Trường Chinh"
    "[trung ương] #1-2",
    "[top] #",
    "# con_giáp",
    "[phim|bộ phim|vở kịch|vở diễn|ca khúc|bài hát|tiểu thuyết|gameshow] # !tập|phút|ngày|năm|tuần|tháng|giờ|phần WORD",
    "năm thứ hai|ba|tư|năm|sáu|bảy|tám|chín|mười",
    "năm thứ #",
    "[gấp|cao gấp|tăng ...] NUMBER lần",
    "[tỷ số|tỉ số|thắng|thua|hoà|dẫn|dẫn trước|đánh bại|chung cuộc|ghi bàn ...] # -|– #",
    "[nhà|nhà số] # ~LETTER? /? #? ,? đường|phố|ngõ|ngách|hẻm",
)
