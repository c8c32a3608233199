"""Vietnamese words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    nếu, có thể, suýt, không, chưa, định, dọa, doạ, tránh, nghi, nguy cơ, muốn, hòng, âm mưu, giả, chẳng, đừng,
    khỏi, phòng, sợ, lo, tưởng, gây nguy hiểm, hay, liệu, tội, hành vi, tìm cách, dễ, tỷ lệ, tỉ lệ, sẽ, cần,
    không ai khác
""")

PLANNED = ("dự kiến", "sẽ", "dự tính", "dự định", "phấn đấu", "đặt mục tiêu")

PAST = words("đã, làm, khiến, bị, sau khi, vụ, từng")

BACKGROUND = (
    r"từ đầu năm|mỗi năm|hàng năm|hằng năm|năm ngoái|năm trước|nhiều năm qua|trong những năm qua|trung bình",
    r"thống kê(?! (?:ban đầu|sơ bộ|mới nhất|của|đến))|mỗi ngày|bình quân|cùng kỳ|so với năm",
    r"trên toàn thế giới|trong lịch sử|những vụ trước|các vụ trước|trước đây|trong quá khứ|cách đây \w+ năm",
    r"(?:vụ|trận|cuộc|cơn|đợt|tai nạn|thảm họa|thảm hoạ)(?: [^\W\d_]+){0,3}"
    r" (?:trước đó|trước kia|tương tự|gần đây nhất|từng xảy ra|khác(?! nhau))",
    r"hồi (?:đầu |giữa |cuối )?(?:tháng|năm)",
    r"từng (?:làm|khiến|gây|xảy ra|hứng chịu|cướp|giết|chứng kiến|trải qua|là mục tiêu|bị tấn công)",
)

BACK_REFERENCES = words("trong số đó, trong số này, trong đó, số này, những vụ này, các vụ này")
