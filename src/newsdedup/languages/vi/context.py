"""Vietnamese words that say whether, and when, something happened."""

from __future__ import annotations

from newsdedup.languages.tables import words

UNREAL = words("""
    nếu, có thể, suýt, không, chưa, định, dọa, doạ, tránh, nghi, nguy cơ, muốn, hòng, âm mưu, giả, chẳng, đừng,
    khỏi, phòng, sợ, lo, tưởng, gây nguy hiểm, hay, liệu, tội, hành vi, tìm cách, dễ, tỷ lệ, tỉ lệ, sẽ, cần,
    không ai khác
""")

TOTALS = words("tổng số, số người, tổng cộng, con số, số nạn nhân, tổng số người, tổng số nạn nhân")

DENYING = words(
    "bác tin, bác bỏ, bác thông tin, phủ nhận, bác bỏ thông tin, bác bỏ tin, thông tin sai, tin đồn, không có chuyện"
)

DENIED_AFTER = words("""
    là sai sự thật, không đúng sự thật, là không đúng sự thật, là không chính xác, là không đúng, là sai, là bịa đặt,
    là tin giả, là tin đồn, là thất thiệt, là không có thật, là không có cơ sở, chưa chính xác, là chưa chính xác
""")

CONTRASTS = ("không phải", "chứ không phải", "mà không phải", "thay vì")

MISREPORTED = words("""
    ghi nhầm, ghi nhầm là, viết nhầm, viết nhầm là, đưa nhầm, ghi sai, ghi sai là, đưa sai, đưa tin sai, thông tin nhầm,
    đưa tin nhầm
""")

CORRECTIONS = words("""
    đính chính, cải chính, ghi sai, thông tin sai, viết nhầm, đưa nhầm, ghi nhầm, xin sửa lại, đưa sai, đưa tin sai,
    thông tin nhầm, đưa tin nhầm
""")

CORRECTED = words("""
    con số đúng là, số đúng là, đúng là, thực tế là, chính xác là, đúng ra là, xin sửa lại là, sửa lại là, xin sửa lại,
    đính chính là, xin đính chính là, đính chính lại là, nay xin đính chính là
""")

FUTURES = words("sẽ, sắp, dự kiến, dự kiến sẽ, sẽ được")

PLANNED = words("""
    dự kiến, sẽ, dự tính, dự định, phấn đấu, đặt mục tiêu, kế hoạch, có kế hoạch, công bố kế hoạch, lên kế hoạch, đề xuất,
    mục tiêu, chuẩn bị, sắp
""")

PAST = words("đã, làm, khiến, bị, sau khi, vụ, từng")

BACKGROUND = (
    "từ_đầu_năm|mỗi_năm|hàng_năm|hằng_năm|năm_ngoái|năm_trước|nhiều_năm_qua|trong_những_năm_qua|trung_bình",
    "theo|số_liệu thống_kê !được|ban_đầu|sơ_bộ|mới_nhất|của|đến|có",
    "mỗi_ngày|bình_quân|cùng_kỳ|so_với_năm",
    "trên_toàn_cầu|kể_từ|từ_năm|cuộc_nội_chiến|nội_chiến|trong_những_tháng_gần_đây",
    "trên_toàn_thế_giới|trong_lịch_sử|những_vụ_trước|các_vụ_trước|trước_đây|trong_quá_khứ",
    "cách_đây NUMBER năm",
    "hồi đầu|giữa|cuối? tháng|năm",
    "từng làm|khiến|gây|xảy_ra|hứng_chịu|cướp|giết|chứng_kiến|trải_qua|là_mục_tiêu|bị_tấn_công",
)

OTHER_EVENTS = (
    "một vụ|trận|cuộc|cơn|đợt|tai_nạn|chiếc|nhóm WORD{0,3} khác|tương_tự|trước_đó !đưa_tin",
    "vụ|trận|cuộc|cơn|đợt|tai_nạn|thảm_họa|thảm_hoạ WORD{0,3} trước_đó|trước_kia|tương_tự|gần_đây_nhất|từng_xảy_ra",
)

LATER_THAN = words("sau vụ, chỉ vài ngày sau, chỉ vài tuần sau, một ngày sau khi, một tuần sau khi")

BACK_REFERENCES = words("trong số đó, trong số này, trong đó, số này, những vụ này, các vụ này")
