"""Vietnamese dates."""

from __future__ import annotations

from newsdedup.languages.dates import Dates
from newsdedup.languages.tables import valued, words

DATES = Dates(
    weekdays=valued("""
        thứ hai 0, thứ ba 1, thứ tư 2, thứ năm 3, thứ sáu 4, thứ bảy 5, chủ nhật 6, thứ 2 0, thứ 3 1, thứ 4 2,
        thứ 5 3, thứ 6 4, thứ 7 5
    """),
    weekday_leads=("hôm", "sáng", "trưa", "chiều", "tối", "đêm", "sáng sớm", "rạng sáng"),
    next_words=("tới", "sắp tới"),
    last_words=("tuần qua",),
    week_words=valued("tuần trước -1, tuần rồi -1, tuần này 0, tuần sau 1, tuần tới 1"),
    near_days=valued("""
        hôm nay 0, rạng sáng nay 0, sáng sớm nay 0, khuya nay 0, rạng sáng qua -1, khuya qua -1, rạng sáng mai 1, sáng nay 0, trưa nay 0, chiều nay 0, tối nay 0, đêm nay 0, hôm qua -1, sáng qua -1,
        trưa qua -1, chiều qua -1, tối qua -1, đêm qua -1, hôm kia -2, ngày mai 1, sáng mai 1, chiều mai 1,
        tối mai 1
    """),
    parts_of_day=words("rạng sáng, sáng sớm, sáng, trưa, chiều tối, chiều, tối, đêm, khuya"),
    day_words=("ngày", "hôm"),
    day_marks=("mồng", "mùng"),
    not_days=words("""
        lớp, số, nhà, hẻm, ngõ, kiệt, tỷ số, tỉ số, tỷ lệ, tỉ lệ, khoảng, gần, hơn, trên, tổ, đội, lô, thửa, mục, quý,
        thắng lợi, chiến thắng, thắng, thua, dẫn, hoà, đường, phố, khu phố, công viên, quảng trường, thpt, thcs,
        tiểu học, mầm non, địa chỉ, bài tập, huyết áp, phiên bản, chợ, cảm biến, màn hình, kích thước, cỡ,
        quốc lộ, tỉnh lộ, km, căn nhà, căn hộ, toà, tòa, block, lầu, tầng, thôn, xóm, ấp, ngách, cụm, bệnh viện,
        nhà máy, sân vận động, nhà thi đấu, nhà hát, rạp, bến xe, ga, phường, quận, xí nghiệp, tờ bản đồ, bản đồ
    """),
    bare_day_leads=words("vào, từ, sáng, trưa, chiều, tối, đêm, rạng sáng, trước, hết, xảy ra"),
    bare_day_words=("ngày",),
    bare_day_ends=("tháng này", "vừa qua", "vừa rồi", "tại", "ở"),
    not_bare_days=words("hàng tháng, hằng tháng, mỗi tháng, âm lịch, mùng, mồng, tết, tháng chạp, tháng giêng"),
    scores=words(
        "tỷ số, tỉ số, thắng, thua, dẫn, dẫn trước, hoà, hòa, gỡ, vượt lên, cân bằng, san bằng, set, ván, séc, hiệp"
    ),
    other_calendars=words("âm lịch, âl, tết, tháng giêng, tháng chạp, giêng, chạp"),
    own_calendar=words("tết dương lịch, tết dương, tết tây"),
    other_days=("rằm",),
    month_numbers=valued("""
        một 1, hai 2, ba 3, tư 4, bốn 4, năm 5, sáu 6, bảy 7, bẩy 7, tám 8, chín 9, mười 10, mười một 11, mười hai 12
    """),
    month_leads=words("""
        hồi, vào, trong, từ, kể từ, từ hồi, đến, cho đến, tính đến, tới, trước, sau, hết, cuối, đầu, giữa, hồi đầu, hồi giữa, hồi cuối
    """),
    not_months=words("cách mạng, đường, phố, quảng trường, rạp, rằm, mùng, mồng, mỗi, mấy, hàng, hằng"),
    month_words=("tháng",),
    year_words=("năm",),
    dotted=True,
    parts_of_year={"đầu năm": 1, "giữa năm": 6, "cuối năm": 12},
    parts_of_month=("đầu tháng", "giữa tháng", "cuối tháng"),
    quarter_words=("quý", "quí"),
    quarters=valued("quý một 1, quý hai 2, quý ba 3, quý tư 4, quý bốn 4, q1 1, q2 2, q3 3, q4 4"),
    near_years=valued("năm nay 0, năm ngoái -1, năm trước -1, năm sau 1, năm tới 1, sang năm 1"),
    past_before=("hồi", "hồi đầu", "hồi giữa", "hồi cuối", "kể từ", "từ hồi"),
    past_after=("vừa qua", "vừa rồi", "năm đó"),
    future_words=words("""
        sắp, chuẩn bị, kế hoạch, lịch, hạn, hạn chót, thời hạn, chậm nhất, phải, ấn định, hẹn, nhằm, đặt trước, mở bán,
        khởi chiếu, có hiệu lực, lên kệ, được mong đợi, hứa
    """),
    past_words=words("đã, vừa, từng, hồi, xảy ra, trước đó, mất tích, tử vong, thiệt mạng, qua đời, bị bắt"),
    weak_past_words=words("""
        bị, khiến, gây, vụ, sau vụ, làm chết, làm bị thương, bắt, bắt giữ, phát hiện, khởi tố, thu giữ, nổ, cháy, chết, tuyên án, kết luận
    """),
    open_words=words("từ, đến, cho đến, tới, trước, hết, trước ngày, từ ngày, đến ngày, đến hết, đến hết ngày"),
    clause_words=words("mà, khi, sau khi, do, vì, bởi"),
    ago_before=words("cách đây, cách nay, trước đây"),
    ago_after=("trước đây",),
    ago_after_at_end=("trước",),
    until=("tính đến", "cho đến", "đến", "tính tới", "cho tới", "tới"),
    weak_until=("đến", "tới", "cho đến", "cho tới"),
    until_when=words("hết, cuối, thời điểm, lúc, vào lúc, khoảng, khoảng lúc"),
    clock_leads=("lúc", "vào lúc"),
    clock_ends=words("giờ địa phương, giờ việt nam, giờ hà nội"),
    links=("vào", "hồi", "trong"),
    list_words=("-", "–", "và", "đến", "tới", "&"),
    hour_words=("h", "g", "giờ"),
    minute_words=("phút", "ph", "p"),
    first_hours=valued("sa 0, ch 12, sáng 0, trưa 10, chiều 12, tối 17, đêm 21, khuya 21"),
    month_abbreviations=("th", "thg"),
    reports=words("""
        cho biết, cho hay, nói, tuyên bố, thông báo, công bố, xác nhận, đưa tin, phát biểu, cập nhật, đăng, cho biết hôm,
        cho hay hôm, tuyên bố hôm, thông báo hôm, công bố hôm, xác nhận hôm, đưa tin hôm
    """),
    documents=words("""
        kết luận, nghị quyết, quyết định, nghị định, thông tư, công văn, chỉ thị, luật, công điện, văn bản,
        thông báo số, kế hoạch số, hướng dẫn số, pháp lệnh
    """),
    surely_future_words=words("""sẽ, dự kiến, sắp, chuẩn bị, ấn định"""),
    happenings=words("""
        xảy ra, diễn ra, bùng phát, bùng nổ, phát hiện, tử vong, thiệt mạng, chết, bị thương, tai nạn, vụ cháy, vụ nổ,
        phát nổ, bốc cháy, hoả hoạn, hỏa hoạn, đâm, tông, va chạm, lật, rơi, chìm, sạt lở, động đất, lũ, bão, đổ bộ,
        sập, cướp, giết, sát hại, đánh bom, tấn công, nổ súng, mất tích, khai mạc, khánh thành, tổ chức, ra mắt, trao, ký,
        ký kết, khởi công, bế mạc, tiếp, hội đàm, thăm, dự, làm việc với
    """),
    aftermaths=words("""
        khởi tố, truy tố, xét xử, phiên toà, phiên tòa, tuyên án, tuyên phạt, tạm giam, tạm giữ, bắt giữ, bắt tạm giam,
        bị bắt, bắt khẩn cấp, ra đầu thú, đầu thú, tang lễ, lễ tang, lễ truy điệu, an táng, chôn cất, mai táng, thăm hỏi,
        khám nghiệm, pháp y, lấy lời khai, triệu tập, điều tra, họp báo, trao đổi với, báo cáo
    """),
    about_words=words("về, về tội, tội, vụ, vụ án"),
    later_words=words("sau khi, sau vụ, liên quan đến vụ, liên quan vụ, liên quan tới vụ"),
    other_matters=words("""
        sinh ngày, sinh năm, sn, kỷ niệm, hết hạn, có hiệu lực, thành lập, cấp phép, giấy phép, hợp đồng, hiệu lực,
        hạn chót, thời hạn, chậm nhất, muộn nhất, nhiệm kỳ, nhập học, kết hôn, tốt nghiệp, cùng kỳ, trước đó, từng
    """),
)
