"""Vietnamese nouns: what is counted or measured, and where a noun phrase ends."""

from __future__ import annotations

from newsdedup.languages.tables import words

_NOUN_ENDS = """
    ai bao bắt bằng bị bởi cho chiếm chiều chính chưa chỉ chịu cần cùng cũng các có còn của do dù dưới dẫn dự đã
    đang đạt đều để đêm đến đi đó được đối gần gây giữa gồm hay hiện hoặc hôm hơn hồi khi khiến khoảng kia không-có
    là lại làm lên lúc mà mọi mỗi một mới-đây nay này nên nếu ngay ngày ngoài nhưng như những nhằm nhập nhận nhất nói nữa
    ở phải qua ra rằng rồi sau sáng sẽ so song tại tham thì theo thu thuộc thêm tiếp tới tối trên trong
    trước trở trị tuy tức tăng giảm tháng từ từng tử và vào vẫn về vì việc với vừa xuống xảy ước ấy đồng-thời thiệt mắc mất
    chết tử-vong thiệt-mạng bị-thương mất-tích tham-dự tham-gia cho-biết bao-gồm nằm sống đứng chạy bỏ phát-hiện thoát sập trôi cháy
    tổng gấp tuyến trong-đó tăng-so giảm-so sử-dụng sở-hữu mang kéo-dài đầu-tiên liên-quan trở-lên trở-xuống không-may tất-cả toàn-bộ tương-ứng tương-đương nhờ nghỉ-học kể tính vượt
    tiến-hành hoạt-động thực-hiện gặp-nạn quyết-định tiếp-tục bắt-đầu liên-tiếp thường-xuyên diễn-ra xuất-hiện giới-thiệu
    lọt không sang quý lao-xuống lao-vào phát-nổ lần-lượt điều-hành cuối-năm đầu-năm giữa-năm cuối-tháng đầu-tháng giữa-tháng cả bước giành đủ đoạt trả kiểm-soát chi-phối đựng đóng-góp
    đưa lấy giấu cất-giấu buộc tương-ứng hư-hỏng chúng-tôi chúng-ta chúng-em hoàn-toàn diễn-tả thể-hiện cầm chờ gặp ăn-học
    điều-chỉnh tuỳ tùy cập-nhật chọn rút đề-nghị đề-xuất yêu-cầu kiến-nghị phản-ánh
    khiếu-nại tố-cáo gửi ký bày-tỏ phản-đối ủng-hộ chia-sẻ tham-quan chứng-kiến theo-dõi đổ-về đổ-xô kéo-về kéo-đến
    tập-trung xếp-hàng chen-chúc rời bỏ-chạy di-chuyển vận-chuyển lưu-thông dừng-lại quay-lại trở-về rơi lái giữ-lời
    lắp-đặt triển-khai khởi-công phê-duyệt công-bố phục-vụ vượt-qua hiến
    thăm-hỏi hoàn-thành đảo-chiều sụt mới-chỉ mới-đạt quy-đổi tụt rớt cạnh hụt nhiều báo-cáo xếp đăng-ký vi-phạm ngập-úng lật coi-thi chở tông đâm húc hất va-chạm tán-thành trực-thuộc đem hoà-nhau gốc
"""

NOUN_ENDS = frozenset(word.replace("-", " ") for word in _NOUN_ENDS.split())

NOUN_STARTS = (
    "lựa chọn",
    "tuỳ chọn",
    "tùy chọn",
    "hoạt động",
    "quyết định",
    "báo cáo",
    "phát hiện",
    "bị can",
    "bị cáo",
    "bị hại",
)

SUBJECT_VERBS = words("chở, hỗ trợ, chi, phạt, thưởng, tặng, trao, vay, mượn, bình xét, đóng, thu")

COMPOUNDS = words("""
    dự án, dự thảo, dự luật, đối tượng, đối tác, đối thủ, chứng chỉ, chỉ tiêu, chỉ số, chỉ thị, địa chỉ,
    chính phủ, chính quyền, chính sách, chính trị, tài chính, hành chính, thiết bị, trang bị, điện tử, phần tử,
    tử tù, tử sĩ, tự do, lý do, việc làm, công việc, vụ việc, sự việc, sáng kiến, sáng chế, nhập khẩu,
    xuất nhập khẩu, thu nhập, tham nhũng, tham luận, tổng thống, tổng công ty, tổng giám đốc, tiếp viên, hiện vật,
    hiện trường, tuyến đường, tuyến phố, tuyến xe, tuyến bay, tuyến cáp, tuyến metro, quản trị, sau đại học,
    vụ cháy, đám cháy, trận cháy, phòng cháy, vụ cháy nổ, vụ sập, vụ chìm, vụ đối đầu, vụ bắt cóc, vụ tử vong,
    bao gạo, bao tải, bao thuốc, bằng khen, bằng cấp, bằng lái, bằng chứng, tấm bằng, văn bằng, cần cẩu, cần cầu,
    nhà ở, vũ khí, xăng dầu, máy bay, máy tính, thế giới, châu á, châu âu, châu phi, châu mỹ, châu úc, nước ngoài,
    trong nước, y tế, bảo hiểm y tế, khác nhau, an ninh, chiến đấu, huấn luyện, kinh doanh, kinh tế, nổi tiếng,
    quân sự, miền bắc, miền trung, miền nam, trái phép, phổ thông, cao tốc, xây dựng, công nghiệp, nông nghiệp,
    tốc độ tăng, tỷ lệ tăng, tỉ lệ tăng, mức tăng, mức giảm, đầu tư, tình nguyện, liên quan, chuyển nhượng,
    nghỉ việc, không quân, không khí, không gian, hàng không, lượt đi, lượt về, trở lại, trạm kiểm soát, nhập cư, ngày công, vốn đăng ký, vụ vi phạm, vi phạm pháp luật, hành vi vi phạm, xe chữa cháy, chữa cháy, lính cứu hoả, nợ gốc, nợ xấu gốc, giá gốc, tiền gốc,
    xuất sắc, kiểm tra, công tác, trắc nghiệm, trực tuyến, giao hữu, tiêu biểu, chuyên nghiệp, hành nghề, dịch vụ,
    khách hàng, phương tiện, thể thao, văn hoá, giáo dục, đào tạo, môi trường, quốc tế, quốc gia, trung ương,
    chuyên môn, chiến lược, tên lửa, liên lục địa, đạn đạo, nghiên cứu, khoa học, điện thoại, di động, sản xuất,
    học lực, học sinh, học tập, học bổng, học phí, học vấn, học nghề, rau cần, tổng thống, điều chỉnh giá, chọn lọc,
    xuất khẩu, thương mại, doanh nghiệp, thu nhập doanh nghiệp, thanh niên, xung phong, cộng tác, hợp tác
""")

NOUN_LISTS = words("""
    cán bộ, đảng viên, công chức, viên chức, đại biểu, đoàn viên, hội viên, chiến sĩ, sĩ quan, học sinh,
    sinh viên, giáo viên, công nhân, người lao động, bác sĩ, y tá, cá nhân, tập thể, xã, phường, thị trấn,
    đặc khu, tỉnh, thành phố, thành, huyện, quận, thị xã, thôn, bản, ấp, sở, ban, ngành, cơ quan, đơn vị,
    tổ chức, doanh nghiệp, bộ, quốc gia, vùng lãnh thổ, trường, bệnh viện
""")

CLASSIFIERS = words("""
    người, vụ, con, chiếc, cái, ca, cơ sở, trường hợp, em, ông, bà, chị, anh, cháu, cuốn, bộ, tấm, căn, ngôi,
    đứa, bé, vị, viên, thứ, loại, hộ, lần, bản, đối tượng, đơn vị, suất, nơi, điểm, phần, vòng, khoản, mục, nhóm,
    đội, cuộc, chuyến, đợt, tên, mã, lượng, giá, mức, mức giá, giá trị, tỷ lệ, tỉ lệ, lãi, vốn, tiền, số tiền,
    tổng số tiền, chỉ số, chi phí, kinh phí
""")

SYNONYMS = (
    words("nhà, căn nhà, ngôi nhà, nhà dân, nóc nhà, nhà ở, nhà cửa"),
    words("tàu, thuyền, ghe, tàu thuyền, tàu cá, thuyền cá, tàu đánh cá, thuyền đánh cá, ghe cá"),
    words("xe khách, xe đò, ô tô khách, ôtô khách"),
    words("ô tô, ôtô, xe ô tô, xe ôtô, xe hơi, xe con"),
    words("xe máy, xe gắn máy, mô tô, môtô, xe mô tô"),
    words("xe tải, ô tô tải, ôtô tải"),
    words("động đất, trận động đất, cơn địa chấn, vụ động đất"),
    words("vụ cháy, đám cháy, vụ hoả hoạn, trận hoả hoạn"),
    words("vụ nổ, tiếng nổ"),
    words("lính cứu hoả, nhân viên cứu hoả, lính chữa cháy, chiến sĩ chữa cháy, chiến sĩ cứu hoả"),
    words("xe cứu hoả, xe chữa cháy"),
    words("cảnh sát, nhân viên cảnh sát, sĩ quan cảnh sát"),
    words("binh sĩ, lính, binh lính, quân nhân, chiến sĩ"),
    words("nghi phạm, nghi can, kẻ tình nghi"),
    words("máy bay, phi cơ, chiếc máy bay"),
    words("tên lửa, hoả tiễn, quả tên lửa"),
    words("bom, quả bom, trái bom"),
    words("ca khúc, bài hát, nhạc phẩm, bài"),
    words("phim, bộ phim"),
    words("trận, trận đấu"),
    words("cuộc gọi, cuộc điện thoại, cuộc gọi điện, cuộc gọi thoại, cú điện thoại"),
    words("công ty, doanh nghiệp, hãng"),
    words("nước, quốc gia"),
    words("tỉnh, tỉnh thành, tỉnh thành phố"),
    words("biển số, biển số xe, bảng số, bảng số xe, biển kiểm soát"),
    words("cổ phiếu, chứng khoán"),
    words("cửa hàng, cửa hiệu, tiệm"),
    words("cây, cây xanh, cây cối, cây cổ thụ"),
    words("thuyền viên, thuỷ thủ, thành viên thuỷ thủ đoàn"),
    words("học sinh, em học sinh, học trò"),
    words("trẻ em, trẻ, trẻ nhỏ, em nhỏ, đứa trẻ"),
    words("thầy cô, thầy cô giáo, giáo viên"),
)

QUANTITIES = words("""
    giá, đơn giá, giá trị, tổng giá trị, doanh thu, doanh số, lợi nhuận, lợi nhuận trước thuế, lợi nhuận sau thuế, lãi ròng, lãi, lỗ, gdp, cpi, vốn, tổng vốn, vốn điều lệ,
    vốn đầu tư, tổng vốn đầu tư, tổng mức đầu tư, kim ngạch, tiền, số tiền, tổng số tiền, lương, mức lương, tiền lương,
    lương tối thiểu, tiền thưởng, mức thưởng, lãi suất, thu nhập, chi phí, kinh phí, ngân sách, học phí, phí, lệ phí,
    thuế, cước, gói cước, nợ, khoản nợ, tổng nợ, nợ xấu, dư nợ, khoản vay, bội chi, dự toán, nguồn vốn, gói hỗ trợ,
    tỷ lệ, tỉ lệ, tỷ suất, tỷ trọng, tốc độ, tăng trưởng, lạm phát, chỉ số, tỷ giá, tỉ giá, sản lượng, sản xuất công nghiệp,
    khối lượng, trọng lượng, dung lượng, công suất, diện tích, chiều dài, chiều cao, chiều rộng, chiều sâu, độ cao,
    độ dài, độ sâu, độ dày, độ mỏng, đường kính, bán kính, nhiệt độ, lượng mưa, vận tốc, quãng đường, khoảng cách,
    màn hình, kích thước, độ phân giải, pin, bộ nhớ, ram, cổ phần, thị phần, mức phạt, tiền phạt, bồi thường,
    mức, mức tăng, mức giảm, tỷ lệ tăng, tỉ lệ tăng, tốc độ tăng, thu ngân sách, chi ngân sách, nộp ngân sách, tài sản, giải thưởng, hợp đồng,
    mật độ, xuất siêu, nhập siêu, cán cân thương mại, doanh số bán hàng, vốn đăng ký, tổng vốn đăng ký, vốn đăng ký đầu tư, triều cường, mực nước, lưu lượng, cân nặng, mức hỗ trợ
""")

NOT_QUANTITIES = words("trị giá, đánh giá, đấu giá, báo giá, quá mức, đạt mức, trên mức, ở mức, xử phạt, phạm, bị phạt")

NUMBER_OF = ("số lượng", "tổng số lượng", "tổng số", "số")

LEVELS = words("""
    là, là mức, đạt, đạt mức, đạt tới, tăng từ, giảm từ, lên, lên đến, lên tới, lên mức, tăng lên, tăng lên đến,
    tăng lên tới, tăng lên thành, tăng đến, giảm còn, giảm xuống còn, giảm xuống, còn, ước đạt, vào khoảng, đã là,
    chiếm, chiếm tỷ lệ, chiếm tới, chiếm đến, vượt, vượt quá, vượt mức, vượt mốc, vượt ngưỡng, vượt con số, vượt qua, vượt qua mốc, xuống còn, ở mức
""")

ADVERBS = words("""
    chỉ có, có lúc, có thể, lần lượt, mới, chỉ, cũng, đã, ước, vẫn, còn, hiện, sẽ, đang, có, lại, phải, thêm, nhẹ,
    mạnh, đều, khoảng, đầu năm, đầu năm nay, qua, vừa qua, xác định, xác định là, được xác định, được xác định là,
    được xác định đã
""")

PASSIVES = ("bị", "được")

CLAUSE_OPENERS = words("""
    khi, thì, mà, rằng, nhưng, cụ thể, như, cùng, hiện, tuy nhiên, do đó, vì vậy, đến nay, ngoài ra, trong đó, nên,
    đây, đó, còn, luỹ kế, tính chung
""")

SUBJECT_FIRST = True

SHARE_BEFORE_NOUN = True

NOUN_LINKS = ("các", "những", "số", "tổng số")

AND_WORDS = ("và", "cùng", "hoặc")

PART_LINKS = words("trong số, trong tổng số, trên tổng số, trong, trên")

SHARES_OF = words("bằng, hỗ trợ, trả, đóng, nộp, chịu, hưởng, được hưởng, miễn, bồi thường, thanh toán, chi trả")

WHOLES = ("tổng",)

NOT_QUALIFIERS = words("""
    dựa trên, căn cứ trên, nằm trên, đứng trên, ngồi trên, treo trên, in trên, đăng trên, phát trên, chạy trên, đi trên,
    bay trên, đậu trên, đỗ trên, thử nghiệm trên, nghiên cứu trên, khảo sát trên, tiến hành trên, áp dụng trên,
    thực hiện trên, phân tích trên, thí nghiệm trên, hẹn ước, thề ước, mơ ước, ao ước, điều ước, giao ước, cam kết ước
""")

NEAR = ("gần", "quanh")

MOTIONS = words("""
    rơi, rơi xuống, rơi trúng, lao xuống, đâm xuống, nổ, phát nổ, nằm, đứng, sống, ở, tại, đến, tới, đi, đi lại, chạy, đỗ,
    đậu, dừng, dừng lại, hạ cánh, xảy ra, phát hiện, bị bắt, đóng, đóng quân, xây, xây dựng, mọc, ẩn náu, tập trung, tụ tập, bay,
    xuống, thả, ném, đặt, đào, chôn, trôi dạt, dạt vào, có mặt, thuê nhà, trọ, làm việc, bắn, bắn xuống, cháy
""")

BUILDINGS = words("""
    trường học, trường, trường mầm non, bệnh viện, trạm xá, trạm y tế, trạm xăng, cây xăng, nhà, nhà dân, ngôi nhà, căn nhà,
    toà nhà, nhà máy, nhà thờ, nhà ga, ga, ngôi chùa, chùa, ngôi đền, đền, chợ, khu chợ, cầu, cây cầu, sân bay, cảng, đồn,
    chốt, doanh trại, căn cứ, khách sạn, siêu thị, trung tâm thương mại, công viên, ngôi trường, ngôi làng, làng, khu dân cư,
    khu công nghiệp, hồ, con sông, con suối, bãi biển, cơ sở y tế, cửa hàng, quán, đại sứ quán, ngã tư
""")
