"""How Vietnamese text is recognised, its abbreviations, and the page furniture of its news sites."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "và của các có là trong được cho không với một những đã người này khi đến để về từ tại trên vào ra như "
    "cũng đang sẽ bị ông bà theo hơn do phải nhiều năm ngày tháng đó sau trước còn nhưng vì nên thì mà".split()
)

LETTERS = "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

ABBREVIATIONS = ("TP", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KTS", "LS")

FURNITURE = (
    r"chú thích ảnh",
    r"(?:ảnh|ảnh minh hoạ|video|clip|nguồn|theo)\s*:.{0,60}",
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s*,?\s*(?:ngày )?\d{1,2}[/-]\d{1,2}[/-]\d{4}.{0,40}",
    r"(?:chia sẻ|bình luận|ý kiến bạn đọc|phản hồi|gửi cho bạn bè|thông tin người gửi phản hồi|xem nhiều nhất)\s*:?",
    r"(?:gửi bình luận|tin liên quan|tin cùng chuyên mục|bài liên quan|xem thêm|đọc thêm|in bài viết|lưu bài viết)\s*:?.{0,80}",
    r"(?:từ khoá|tags?)\s*:.*",
)

ENDS_ARTICLE = (
    r"(?:chia sẻ|bình luận|ý kiến bạn đọc|gửi cho bạn bè|gửi bình luận|tin liên quan|bài liên quan)\s*:?",
    r"(?:tin cùng chuyên mục|xem nhiều nhất|đọc nhiều nhất|tin khác|tin mới)\s*:?",
)

CREDITS = (r"\(?\b(?:ảnh|nguồn ảnh)\s*:\s*[^.()\r\n]{2,40}\)?",)

CREDIT_WORDS = ("ảnh",)
