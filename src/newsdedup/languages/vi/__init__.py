"""Vietnamese."""

from __future__ import annotations

from newsdedup.languages.language import (
    SIGNS_OF_ORDER,
    Dates,
    Language,
    NumberFormat,
    Numerals,
    People,
    Places,
    Role,
    Speech,
    named,
    valued,
    words,
)

_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_OPENERS = r"\b(?:khi|thì|mà|rằng|nhưng|cụ thể|như|cùng|hiện|tuy nhiên|do đó|vì vậy|đến nay|ngoài ra|trong đó|nên|đây|đó|còn|luỹ kế|tính chung)"
_ADVERBS = r"(?: (?:chỉ có|có lúc|có thể|lần lượt|mới|chỉ|cũng|đã|ước|vẫn|còn|hiện|sẽ|đang|có|lại|phải))*"
_WHEN = (
    r"(?:(?<! trong)(?<! của)(?<! sau) (?:\d{1,2} tháng|tháng \d{1,2}|quý (?:[1-4]|i{1,3}|iv)|năm \d{4}|nửa đầu năm)"
    r"(?:[/-]\d{4}| (?:đầu )?năm(?: \d{4}| nay)?)?)?"
)
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
    thăm-hỏi hoàn-thành đảo-chiều sụt mới-chỉ mới-đạt quy-đổi tụt rớt cạnh hụt nhiều báo-cáo xếp đăng-ký vi-phạm ngập-úng lật coi-thi chở tông đâm húc hất va-chạm tán-thành trực-thuộc đem hoà-nhau gốc
"""

LANGUAGE = Language(
    code="vi",
    name="Vietnamese",
    letters="ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    function_words=frozenset(
        "và của các có là trong được cho không với một những đã người này khi đến để về từ tại trên vào ra như "
        "cũng đang sẽ bị ông bà theo hơn do phải nhiều năm ngày tháng đó sau trước còn nhưng vì nên thì mà".split()
    ),
    number_format=NumberFormat(group=".", decimal=","),
    scales=valued(
        """
        chục 10, tá 12, trăm 100, nghìn 1000, ngàn 1000, vạn 10000, triệu 1000000, tỷ 1000000000, tỉ 1000000000
        """
    ),
    money_scales={"k": 10**3, "tr": 10**6},
    scale_letters={"K": 10**3, "k": 10**3, "M": 10**6},
    numerals=Numerals(
        units=valued(
            """
            một 1, hai 2, ba 3, bốn 4, năm 5, sáu 6, bảy 7, bẩy 7, tám 8, chín 9
            """
        ),
        tails=valued(
            """
            mốt 1, tư 4, lăm 5, nhăm 5
            """
        ),
        tens={"mười": 10},
        times={"mươi": 10},
        joints=("linh", "lẻ"),
        zeros=("không",),
        points=("phẩy", "chấm"),
        halves=("rưỡi", "rưởi"),
        unit_halves=("rưỡi", "rưởi"),
        shares={"nửa": 2},
        over=("phần",),
        minus=("âm",),
        nouns=("năm",),
        not_after={
            "": words(
                """
                thứ, tháng, ngày, mồng, mùng, không, hàng, hằng, vài, mấy, dăm, quý, số, hạng, giải, đợt, lớp, chục,
                trăm, nghìn, ngàn, vạn, triệu, tỷ, tỉ, chị, dì, mợ, thím, bà, tụm
                """
            ),
            "chín": words("nấu, luộc, nướng, rán, làm, quả, trái, lúa, đã, chưa"),
            "ba": words("ông, bác, má, của, tài"),
            "năm": words(
                """
                trong, cả, các, những, mỗi, nhiều, cùng, đầu, cuối, giữa, từng, vào, của, sang, qua, mùa, theo
                """
            ),
        },
        idioms=words(
            """
            một số, một vài, một phần lớn, một phần nhỏ, một phần của, một phần trong, một cách, một khi,
            một lần nữa, một mình, một mặt, một bên, một chút, một ít, một thời, một loạt, một mực,
            một nắng hai sương, hai bên, hai phía, hai nước, hai miền, hai đảng, hai nhà nước, hai dân tộc, hai chính phủ,
            hai quốc gia, hai chiều, hai mặt, hai tay, hai chân, hai mắt, hai vai, hai đầu, hai bờ, hai vế, hai lòng,
            hai chúng tôi, hai chúng ta, bốn mùa, bốn bề, bốn phương, bốn biển, ba gác, ba lê, ba ba, ba gai, ba hồi,
            ba đời, ba miền, ba mặt, ba phải, ba chìm bảy nổi, bảy nổi ba chìm, năm châu, hai bà trưng, ba lô, ba bị, ba hoa, ba rọi, ba chỉ, ba mẹ, ba má, ba tôi, ba tư, tám chuyện,
            chín muồi, chín chắn, chín tới, hai lúa, năm nay, năm ngoái, năm qua, năm sau, năm mới, năm học,
            năm trước, năm tới, năm đó, năm ấy, năm tháng, mười mươi, tỷ lệ, tỉ lệ, tỷ số, tỉ số, tỷ giá, tỉ giá,
            tỷ phú, tỉ phú, tỷ trọng, tỉ trọng, triệu phú, triệu tập, triệu hồi, vạn sự, vạn vật
            """
        ),
        elides_places=True,
        in_names=True,
        before_any_noun=True,
    ),
    qualifiers_before={
        **SIGNS_OF_ORDER,
        **named(
            """
            đúng exact, hơn more_than, trên more_than, nhiều hơn more_than, vượt more_than, ít nhất at_least,
            tối thiểu at_least, không dưới at_least, không ít hơn at_least, không thấp hơn at_least, gần nearly,
            ngót nghét nearly, dưới less_than, ít hơn less_than, chưa đến less_than, chưa tới less_than,
            chưa đầy less_than, không đến less_than, không tới less_than, tối đa at_most, không quá at_most,
            không vượt quá at_most, không hơn at_most, không cao hơn at_most, không nhiều hơn at_most,
            nhiều nhất at_most, khoảng about, vào khoảng about, trên dưới about, khoảng chừng about,
            khoảng hơn more_than, khoảng gần nearly, khoảng trên more_than, chừng about, ước about, ước tính about,
            ước tính khoảng about, ước chừng about, ước khoảng about, xấp xỉ about, quanh about
            """
        ),
    },
    qualifiers_after=named(
        """
        trở lên at_least, trở xuống at_most, là cùng at_most, + at_least
        """
    ),
    range_words=("đến", "tới", "-", "–"),
    range_pairs={"giữa": "và"},
    step_words=words(
        "lên, lên mức, lên tới, lên đến, tăng lên, xuống, xuống còn, xuống mức, giảm còn, còn, và, hoặc, hay"
    ),
    percent=("%", "phần trăm"),
    percentage_points=("điểm phần trăm", "điểm %"),
    currencies=named(
        """
        đồng VND, đ VND, đô USD, đô mỹ USD, đô la USD, đô-la USD, đôla USD, đô la mỹ USD, mỹ kim USD, dollar USD,
        đô la úc AUD, đô la canada CAD, đô la hong kong HKD, đô la singapore SGD, euro EUR, ơ-rô EUR, bảng anh GBP,
        bảng GBP, pounds GBP, nhân dân tệ CNY, tệ CNY, yên JPY, yên nhật JPY, yen JPY, won KRW, baht THB, bạt THB,
        rúp RUB, ruble RUB, rupees INR, rupee INR, rupiah IDR, ringgit MYR, peso PHP, franc thuỵ sĩ CHF, franc CHF,
        dirham AED, kíp LAK, riel KHR
        """
    ),
    currency="VND",
    currency_parts=named(
        """
        xu cent, xen cent, cent cent, cents cent
        """
    ),
    parts_joint=("và",),
    durations=named(
        """
        giây second, phút minute, giờ hour, giờ đồng hồ hour, tiếng hour, tiếng đồng hồ hour, ngày day, tuần week,
        tuần lễ week, tháng month, năm year
        """
    ),
    measures={
        "km": "km",
        "km/h": "km/h",
        "km/giờ": "km/h",
        "km2": "km2",
        "km²": "km2",
        "m": "m",
        "m2": "m2",
        "m²": "m2",
        "m3": "m3",
        "m³": "m3",
        "mét": "m",
        "mét vuông": "m2",
        "mét khối": "m3",
        "cm": "cm",
        "mm": "mm",
        "ha": "ha",
        "hecta": "ha",
        "héc ta": "ha",
        "kg": "kg",
        "ký": "kg",
        "gram": "g",
        "tấn": "t",
        "tạ": "100 kg",
        "lít": "l",
        "độ": "°",
        "độ c": "°C",
        "độ richter": "richter",
        "°c": "°C",
        "hải lý": "nmi",
        "inch": "in",
        "g": "g",
        "mw": "MW",
        "kw": "kW",
        "kwh": "kWh",
        "ghz": "GHz",
        "mhz": "MHz",
        "gb": "GB",
        "mb": "MB",
        "tb": "TB",
        "mah": "mAh",
        "megapixel": "MP",
        "mp": "MP",
        "mbps": "Mbps",
    },
    ages=("tuổi",),
    not_units=words(
        """
        đồng tiền tệ, đồng nội tệ, đồng ngoại tệ, đồng tiền peso, đồng peso, đồng tiền chung, đồng xu, đồng chí, đồng đội, đồng bào, đồng nghiệp, đồng minh, đồng phạm, đồng hương, đồng hồ, đồng nát, độ tuổi,
        đô thị, đô vật, tiếng nói, tiếng súng, tiếng nổ, tiếng anh, tiếng việt, tiếng kêu, bảng đấu, bảng tin,
        bảng hiệu, bảng số, tệ nạn, tuổi thơ, tuổi trẻ, ngày công, giờ giấc, yên xe, năm học
        """
    ),
    ordinal_not_after=("tổng", "trong", "con", "chặng", "đóng", "mở", "mỗi", "cùng"),
    ordinal_before=words(
        """
        thứ, lần thứ, số, khoá, khóa, quý, ngày, tháng, năm, điều, khoản, chương, mục, tập, kỳ, vòng, hạng, loại,
        nhóm, lớp, tầng, phòng, quốc lộ, ql, tỉnh lộ, đường, phố, ngõ, ngách, hẻm, tổ, ấp, thôn, xóm, khóm, quận, phường,
        khu phố, lô, mã, biển số, đt, bàn, điện thoại, lúc, khu vực, bảng, u, phút, phút thứ, tuổi, đội,
        trung đoàn, vòng đấu, sư đoàn, quân đoàn, tiểu đoàn, đại đội, quyết định, giai đoạn, báo động, liveshow, set, thế kỷ, phiên bản, chuyến bay, nghị quyết, nghị định, thông tư,
        đợt, mạch, giải, top, hiệp, lượt, phần, gpon, fax, ô, cảng, kênh, chương trình, khối, iphone, boeing, airbus, km, cửa
        """
    ),
    not_counted=("cấp", "chiều", "mặt", "số", "chữ số"),
    not_figures=(
        r"\b\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}(?:['’]|\s?phút)?(?=\s*(?:sáng|trưa|chiều|tối|đêm|ngày|cùng ngày|hôm))",
        r"\b\d{1,2}\s?[hg]\s?\d{0,2}(?:['’]|\s?phút)?(?=\s*(?:,|\.|\)|$))",
        r"\b\d{1,2}h\d{2}\b",
        r"\b(?:0|\+84\s?)\d{2,3}[ .]?\d{3}[ .]?\d{3,4}\b",  # telephone
        r"\b\d{1,3}(?:[.,]\d+)?\s?(?:độ|°)\s?(?:\d+\s?['’]\s?)?(?i:vĩ|kinh|bắc|nam|đông|tây)\b",
        r"(?<=\bcấp )1?\d\b(?![.,]\d| (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)",
        r"\b(?:[01]?\d|2[0-4])g(?:\d\d)?\b",
        r"\b[2-5]G\b",
        rf"\b\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?= [{_CAPITALS}])",  # a score before a team
        r"\b\d{2}[A-Z]\w?\s?[-–]\s?\d{3}\.?\d{1,2}\b",  # plate of a vehicle
        rf"\d{{1,3}}[A-Z]?(?: [{_CAPITALS}][^\W\d_A-Z]+){{2,}}",  # house and street: "171 Trường Chinh"
        r"năm thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)",
    ),
    not_figures_after={
        r"[\d.,]+ lần": ("gấp", "cao gấp", "tăng"),
        r"\w+(?: rưỡi)? lần": ("gấp",),
        r"\d{1,2}\s?(?:h|giờ)(?:\s?\d{1,2})?\b(?! đồng hồ)": words("lúc, khoảng, hồi, từ, đến, vào, trước"),
        r"\d+\s?[-–]\s?\d+": words("tỷ số, tỉ số, thắng, thua, hoà, dẫn, dẫn trước, đánh bại, chung cuộc, ghi bàn"),
        r"\d+[a-z]?(?:/\d+)*(?=,? (?:đường|phố|ngõ|ngách|hẻm))": ("nhà", "nhà số"),
    },
    noun_ends=frozenset(word.replace("-", " ") for word in _NOUN_ENDS.split()),
    noun_starts=("hoạt động", "quyết định", "báo cáo", "phát hiện", "bị can", "bị cáo", "bị hại"),
    subject_verbs=words("chở, hỗ trợ, chi, phạt, thưởng, tặng, trao, vay, mượn, bình xét, đóng, thu"),
    compounds=words(
        """
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
        xuất khẩu, thương mại, doanh nghiệp, thu nhập doanh nghiệp, thanh niên, xung phong, cộng tác, hợp tác
        """
    ),
    noun_lists=words(
        """
        cán bộ, đảng viên, công chức, viên chức, đại biểu, đoàn viên, hội viên, chiến sĩ, sĩ quan, học sinh,
        sinh viên, giáo viên, công nhân, người lao động, bác sĩ, y tá, cá nhân, tập thể, xã, phường, thị trấn,
        đặc khu, tỉnh, thành phố, thành, huyện, quận, thị xã, thôn, bản, ấp, sở, ban, ngành, cơ quan, đơn vị,
        tổ chức, doanh nghiệp, bộ, quốc gia, vùng lãnh thổ, trường, bệnh viện
        """
    ),
    classifiers=words(
        """
        người, vụ, con, chiếc, cái, ca, cơ sở, trường hợp, em, ông, bà, chị, anh, cháu, cuốn, bộ, tấm, căn, ngôi,
        đứa, bé, vị, viên, thứ, loại, hộ, lần, bản, đối tượng, đơn vị, suất, nơi, điểm, phần, vòng, khoản, mục, nhóm,
        đội, cuộc, chuyến, đợt, tên, mã, lượng, giá, mức, mức giá, giá trị, tỷ lệ, tỉ lệ, lãi, vốn, tiền, số tiền,
        tổng số tiền, chỉ số, chi phí, kinh phí
        """
    ),
    quantities=words(
        """
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
        """
    ),
    not_quantities=words(
        "trị giá, đánh giá, đấu giá, báo giá, quá mức, đạt mức, trên mức, ở mức, xử phạt, phạm, bị phạt"
    ),
    number_of={
        r"(?:tổng )?số (?:lượng )?(?P<noun>người (?:[^;:.!?()\d ]+ )??(?:chết|tử vong|thiệt mạng|bị thương|mất tích))\b"
        r"(?:(?!\bsố (?!\d))[^;:.!?()]){0,90}? (?:là|lên|lên đến|lên tới|tăng lên|tăng lên đến|tăng lên tới|giảm còn|còn|đạt)"
        r"(?: mức)?$": words("là, lên, đến, tới, còn, đạt, mức"),
        rf"(?:tổng )?số (?:lượng )?(?P<noun>(?:(?!\bsố\b)[^;:.!?()\d]){{2,90}}?){_WHEN}{_ADVERBS} "
        r"(?:là|đạt|tăng từ|giảm từ|lên|lên đến|lên tới|tăng lên|giảm còn|còn|ước đạt|vào khoảng|đã là|đã lên tới|đã lên đến)"
        r"(?: mức)?$": words("là, đạt, từ, lên, đến, tới, còn, khoảng, mức"),
        rf"(?:^|[,;:.(] ?|trong đó )(?P<noun>(?:tỷ lệ|tỉ lệ|trình độ) [^,;:.!?()\d]{{2,60}}?){_ADVERBS}"
        r"(?: (?:là|đạt|chiếm|đã|giảm|tăng|từ|còn|xuống|tăng lên|khoảng|mức|ở))*$": (),
        rf"(?:^|[,;:.(] ?|{_OPENERS} )(?P<noun>(?:(?!{_OPENERS} )[^,;:.!?()\d]){{2,50}}?){_WHEN}{_ADVERBS}"
        r" (?:là|chiếm|đạt|chiếm tỷ lệ|chiếm tới|chiếm đến|đạt tới)$": words("là, chiếm, đạt, lệ, tới, đến"),
        rf"(?:^|[,;:.(] ?|{_OPENERS} )(?P<noun>(?:(?!{_OPENERS} )[^,;:.!?()\d]){{2,50}}?){_WHEN}{_ADVERBS} (?:tăng|giảm)"
        r"(?: thêm| nhẹ| mạnh| tới| xuống| lên| đến| khoảng| hơn| gần)*$": words(
            "tăng, giảm, thêm, nhẹ, mạnh, tới, xuống, lên, đến, khoảng, hơn, gần"
        ),
    },
    roles=(
        Role(
            name="dead",
            nouns=("người chết", "người thiệt mạng", "người tử vong", "thi thể", "tử thi", "xác chết"),
            cues=words(
                """
                chết, đã chết, bị chết, tử vong, đã tử vong, thiệt mạng, đã thiệt mạng, bị thiệt mạng, tử nạn,
                bị giết, bị sát hại, qua đời, tử trận, hy sinh, chết đuối, chết tại chỗ, bỏ mạng, mất mạng, tắt thở,
                chết cháy, chết ngạt, bị giết chết, tử vong tại chỗ, chết thảm, thiệt mạng tại chỗ, bị bắn chết, bị đâm chết, bị đánh chết, bị cán chết, bị giết hại
                """
            ),
            cues_before=words(
                """
                sinh mạng của, tính mạng của, mạng sống của, hành quyết, đã hành quyết, làm chết, giết chết, giết hại, sát hại, cướp đi sinh mạng,
                cái chết của, giết, đã giết, bắn chết, đâm chết, đánh chết, cán chết, tông chết, chém chết, thi thể của, thi thể,
                tử thi, xác
                """
            ),
            none=("thiệt hại về người", "thương vong về người", "tổn thất về người", "thương vong"),
            of_people=True,
            outweighs=("injured", "missing"),
            evolves=True,
        ),
        Role(
            name="injured",
            nouns=("người bị thương",),
            cues=words(
                """
                bị thương, bị thương nặng, bị thương nhẹ, khác bị thương, trọng thương, bị bỏng, bị bỏng nặng,
                nguy kịch, hôn mê, nhập viện, nhập viện cấp cứu, phải cấp cứu, đang cấp cứu, được cấp cứu,
                đa chấn thương, gãy tay, gãy chân, bị gãy tay, bị gãy chân, bị trúng đạn
                """
            ),
            cues_before=("làm bị thương", "bị thương"),
            graver=("nguy kịch", "hôn mê", "trọng thương", "bị thương nặng", "bị bỏng nặng", "thương nặng"),
            none=("thương vong",),
            of_people=True,
            evolves=True,
        ),
        Role(
            name="missing",
            nouns=("người mất tích",),
            cues=words(
                """
                mất tích, bị mất tích, còn mất tích, đang mất tích, vẫn mất tích, bị lũ cuốn trôi, bị nước cuốn trôi,
                bị sóng cuốn trôi
                """
            ),
            cues_before=("mất tích",),
            of_people=True,
            evolves=True,
        ),
        Role(
            name="arrested",
            cues=words(
                """
                bị bắt, bị bắt giữ, bị tạm giữ, bị tạm giam, bị bắt tạm giam, bị bắt khẩn cấp, bị bắt quả tang,
                đã bị bắt, sa lưới, bị công an bắt, bị công an bắt giữ, bị cảnh sát bắt, bị cảnh sát bắt giữ,
                bị lực lượng công an bắt, bị lực lượng chức năng bắt, bị công an tạm giữ, bị cơ quan công an bắt,
                bị cơ quan điều tra bắt, bị bắt giam
                """
            ),
            cues_before=words(
                """
                bắt giữ, bắt, tạm giữ, bắt tạm giam, đã bắt giữ, bắt khẩn cấp, bắt quả tang, tóm gọn, tạm giam,
                tạm giữ hình sự
                """
            ),
            of_people=True,
            evolves=True,
        ),
        Role(
            name="evacuated",
            cues=("phải sơ tán", "được sơ tán", "sơ tán", "di dời", "phải di dời"),
            cues_before=("sơ tán", "di dời"),
            evolves=True,
        ),
        Role(name="attendees", cues=("tham dự", "dự hội nghị", "đến dự", "về dự", "dự lễ")),
        Role(name="venues", nouns=("điểm cầu",)),
        Role(name="agenda", nouns=("chuyên đề", "tham luận", "phiên thảo luận"), schedule=True),
        Role(
            name="money_lost",
            kind="money",
            nouns=words("thiệt hại, tổng thiệt hại, thiệt hại về tài sản, thiệt hại tài sản"),
            cues_before=words(
                """
                thiệt hại, gây thiệt hại, thiệt hại lên đến, thiệt hại lên tới, thiệt hại về tài sản, thiệt hại ước, ước thiệt hại, tổng thiệt hại, tổn thất,
                chiếm đoạt, lừa đảo chiếm đoạt, lừa đảo, lấy trộm, trộm, cướp, bị mất, mất trộm, thất thoát
                """
            ),
            evolves=True,
        ),
        Role(
            name="homes",
            nouns=("ngôi nhà", "căn nhà", "nhà dân", "nóc nhà", "nhà ở"),
            cues=("bị sập", "bị tốc mái", "bị ngập", "bị hư hỏng", "bị cuốn trôi"),
            evolves=True,
        ),
    ),
    not_cues=words(
        """
        bị bắt gặp, bị bắt nạt, bị bắt buộc, bị bắt chẹt, bị bắt cóc, bị bắt làm con tin, chết lâm sàng, chết máy, giả chết,
        liều chết, thoát chết, suýt chết, chết hụt, chết lặng, chết điếng, chết người
        """
    ),
    people=People(
        joined_by=("và", "cùng", "hoặc"),
        one=words(
            """
            người đàn ông, người phụ nữ, người thanh niên, người đi đường, người lái xe, người lái, người mẹ,
            người cha, người bố, người chồng, người vợ, người con, người con trai, người con gái, người bạn,
            nam thanh niên, nữ thanh niên, thanh niên, đàn ông, phụ nữ, nạn nhân, nam sinh, nữ sinh, học sinh,
            sinh viên, nam sinh viên, nữ sinh viên, bé trai, bé gái, cháu bé, em bé, cậu bé, cô bé, đứa bé, đứa trẻ,
            trẻ sơ sinh, cháu gái, cháu trai, cô gái, chàng trai, thiếu nữ, thiếu niên, cụ ông, cụ bà, bà cụ, ông cụ,
            sản phụ, thai phụ, bệnh nhân, tài xế, lái xe, phụ xe, công nhân, nhân viên, bảo vệ, chủ nhà, chủ quán,
            chủ tiệm, chiến sĩ, cảnh sát, cán bộ, giáo viên, bác sĩ, y tá, du khách, hành khách, ngư dân,
            thuyền viên, thợ lặn, nghi phạm, nghi can, hung thủ, đối tượng, bị cáo, tên cướp, tên trộm, kẻ trộm,
            kẻ cướp, người vợ, con trai, con gái, anh trai, em trai, em gái, chị gái, cháu nội, cháu ngoại, bạn trai,
            bạn gái, người yêu, người tình, binh sĩ, binh lính, phóng viên, nhà báo, phi công, tiếp viên, khách hàng,
            tay súng, kẻ đánh bom, trường hợp, sĩ quan, học viên, phạm nhân, tù nhân, vận động viên, quân nhân,
            chiến binh, kẻ khủng bố, tên khủng bố, ca sĩ, nghệ sĩ, diễn viên, kỹ sư, cầu thủ, thợ mỏ, thợ hồ,
            nhà khoa học, hướng dẫn viên, thuỷ thủ, thủy thủ
            """
        ),
        titles=words(
            "anh, chị, ông, bà, cô, chú, bác, em, cháu, cụ, bé, dì, cậu, mợ, thím, tên, vợ, chồng, mẹ, cha, bố"
        ),
        each=("đều", "đều đã"),
        counters=("người", "đối tượng", "nghi phạm", "nạn nhân", "bị cáo", "hành khách", "công nhân", "học sinh"),
        plurals=words(
            """
            những, các, nhiều, hàng chục, hàng trăm, hàng nghìn, hàng ngàn, hàng vạn, vài, mấy, một số, toàn bộ,
            nhóm, đoàn, mọi, tất cả, một nhóm, hàng loạt, số nạn nhân, số hành khách, số người, một nửa, phần lớn, vài chục, vài trăm
            """
        ),
        many=("người dân", "dân thường", "thường dân", "họ", "bà con", "mọi người", "người ta", "dân"),
        groups={
            **{
                f"hai {pair}": 2
                for pair in (
                    "mẹ con",
                    "cha con",
                    "bố con",
                    "vợ chồng",
                    "anh em",
                    "chị em",
                    "bà cháu",
                    "ông cháu",
                    "cậu cháu",
                    "chú cháu",
                )
            },
            **{
                f"ba {three}": 3 for three in ("mẹ con", "cha con", "bố con", "anh em", "chị em", "bà cháu", "ông cháu")
            },
            "cả hai": 2,
            "cả ba": 3,
            "vợ chồng": 2,
            "đôi vợ chồng": 2,
            "cặp vợ chồng": 2,
            "đôi nam nữ": 2,
        },
        determiners=("một trong những", "một trong các", "một trong số"),
        ones=("một", "một người"),
        pronouns=words(
            "anh ta, anh ấy, anh này, ông ta, ông ấy, ông này, bà ta, bà ấy, bà này, cô ấy, cô ta, chị ấy, chị này, cô này, hắn"
        ),
        nobody=words("không ai, không có ai, không người nào, không có người nào, chưa ai, không một ai"),
        no=words("không có, không gây, không gây ra, không xảy ra, không, chưa có, không ghi nhận, chưa ghi nhận"),
        prepositions=words("của, với, cho, từ, ở, tại, cùng, bởi, về, theo, gần, trước, sau, trong, trên, thuộc, giữa"),
    ),
    speech=Speech(
        saying=words(
            """
            cho biết, cho hay, khẳng định, xác nhận, đưa tin, tiết lộ, tuyên bố, nhận định, nói, nói với, kể lại, kể,
            thông tin thêm, chia sẻ, thông báo, cho biết thêm, báo cáo
            """
        ),
        according=("theo", "dẫn lời", "trích lời"),
        according_opens_clause=True,
        no_speakers=words(
            """
            đó, dõi, kế hoạch, quy định, qui định, hướng, luật, nghị định, nghị quyết, thông tư, điều, yêu cầu,
            hợp đồng, dự kiến, lịch, chương trình, cách, tôi được, tin, nguyện vọng, đúng, từng, chiều, tỷ lệ, tỉ lệ,
            phong tục, thói quen, tập quán, chân, sau, gót, đuổi, học, chia sẻ, xác nhận, khẳng định
            """
        ),
    ),
    unreal=words(
        """
        nếu, có thể, suýt, không, chưa, định, dọa, doạ, tránh, nghi, nguy cơ, muốn, hòng, âm mưu, giả, chẳng, đừng,
        khỏi, phòng, sợ, lo, tưởng, gây nguy hiểm, hay, liệu, tội, hành vi, tìm cách, dễ, tỷ lệ, tỉ lệ, sẽ, cần,
        không ai khác
        """
    ),
    background=(
        r"từ đầu năm|mỗi năm|hàng năm|hằng năm|năm ngoái|năm trước|nhiều năm qua|trong những năm qua|trung bình",
        r"thống kê(?! (?:ban đầu|sơ bộ|mới nhất|của|đến))|mỗi ngày|bình quân|cùng kỳ|so với năm",
        r"trên toàn thế giới|trong lịch sử|những vụ trước|các vụ trước|trước đây|trong quá khứ|cách đây \w+ năm",
        r"(?:vụ|trận|cuộc|cơn|đợt|tai nạn|thảm họa|thảm hoạ)(?: [^\W\d_]+){0,3}"
        r" (?:trước đó|trước kia|tương tự|gần đây nhất|từng xảy ra|khác(?! nhau))",
        r"hồi (?:đầu |giữa |cuối )?(?:tháng|năm)",
        r"từng (?:làm|khiến|gây|xảy ra|hứng chịu|cướp|giết|chứng kiến|trải qua|là mục tiêu|bị tấn công)",
    ),
    back_references=words("trong số đó, trong số này, trong đó, số này, những vụ này, các vụ này"),
    part_links=words("trong số, trong tổng số, trên tổng số, trong, trên"),
    noun_links=("các", "những", "số", "tổng số"),
    subject_first=True,
    and_words=("và", "cùng", "hoặc"),
    denials=("không ai trong", "không có ai trong", "không người nào trong"),
    past=words(
        """
        đã, làm, khiến, bị, sau khi, vụ, từng
        """
    ),
    planned=("dự kiến", "sẽ", "dự tính", "dự định", "phấn đấu", "đặt mục tiêu"),
    up=words(
        "tăng, tăng thêm, tăng nhẹ, tăng mạnh, tăng vọt, tăng khoảng, tăng tới, tăng trưởng thêm, nhích, nhích thêm"
    ),
    down=words("giảm, giảm thêm, giảm nhẹ, giảm mạnh, giảm sâu, giảm tới, hạ, hạ thêm, bớt, sụt, mất thêm"),
    dates=Dates(
        weekdays=valued(
            """
            thứ hai 0, thứ ba 1, thứ tư 2, thứ năm 3, thứ sáu 4, thứ bảy 5, chủ nhật 6, thứ 2 0, thứ 3 1, thứ 4 2,
            thứ 5 3, thứ 6 4, thứ 7 5
            """
        ),
        weekday_leads=("hôm", "sáng", "trưa", "chiều", "tối", "đêm", "sáng sớm", "rạng sáng"),
        next_words=("tới", "tuần tới", "tuần sau", "sắp tới"),
        last_words=("tuần trước", "tuần qua"),
        near_days=valued(
            """
            hôm nay 0, rạng sáng nay 0, sáng sớm nay 0, khuya nay 0, rạng sáng qua -1, khuya qua -1, rạng sáng mai 1, sáng nay 0, trưa nay 0, chiều nay 0, tối nay 0, đêm nay 0, hôm qua -1, sáng qua -1,
            trưa qua -1, chiều qua -1, tối qua -1, đêm qua -1, hôm kia -2, ngày mai 1, sáng mai 1, chiều mai 1,
            tối mai 1
            """
        ),
        parts_of_day=words(
            """
            rạng sáng, sáng sớm, sáng, trưa, chiều tối, chiều, tối, đêm, khuya
            """
        ),
        day_words=("ngày", "hôm"),
        day_marks=("mồng", "mùng"),
        not_days=words(
            """
            lớp, số, nhà, hẻm, ngõ, kiệt, tỷ số, tỉ số, tỷ lệ, tỉ lệ, khoảng, gần, hơn, trên, tổ, đội, lô, thửa, mục, quý,
            thắng lợi, chiến thắng, thắng, thua, dẫn, hoà
            """
        ),
        other_calendars=words(
            """
            âm lịch, âl, tết, tháng giêng, tháng chạp
            """
        ),
        month_words=("tháng",),
        year_words=("năm",),
        dotted=True,
        parts_of_year={"đầu năm": 1, "giữa năm": 6, "cuối năm": 12},
        parts_of_month=("đầu tháng", "giữa tháng", "cuối tháng"),
        quarter_words=("quý", "quí"),
        near_years=valued("năm nay 0, năm ngoái -1, năm trước -1, năm sau 1, năm tới 1, sang năm 1"),
        past_before=("hồi", "hồi đầu", "hồi giữa", "hồi cuối", "kể từ", "từ hồi"),
        past_after=("vừa qua", "vừa rồi", "năm đó"),
        until=("tính đến", "cho đến", "đến", "tính tới", "tới"),
        until_when=(r"hết", r"cuối", r"(?:khoảng\s+)?\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}(?:\s?phút)?,?"),
        links=("vào", "hồi", "trong"),
        list_words=("-", "–", "và", "đến", "tới", "&"),
        reports=words(
            """
            cho biết, cho hay, nói, tuyên bố, thông báo, công bố, xác nhận, đưa tin, phát biểu, cập nhật, đăng, cho biết hôm,
            cho hay hôm, tuyên bố hôm, thông báo hôm, công bố hôm, xác nhận hôm, đưa tin hôm
            """
        ),
        documents=words(
            """
            kết luận, nghị quyết, quyết định, nghị định, thông tư, công văn, chỉ thị, luật, công điện, văn bản,
            thông báo số, kế hoạch số, hướng dẫn số, pháp lệnh
            """
        ),
    ),
    places=Places(
        levels=named(
            """
            tỉnh province, thủ đô other, thành phố other, tp other, tp. other, huyện district, quận district, thị xã district,
            xã commune, phường commune, thị trấn commune
            """
        ),
        offices=named(
            """
            tỉnh uỷ province, huyện uỷ district, quận uỷ district, đảng uỷ xã commune
            """
        ),
        not_levels=("thông tấn xã", "hợp tác xã"),
        national=("cả nước", "toàn quốc", "trên toàn quốc", "khắp cả nước"),
        whole=("toàn", "khắp", "cả"),
        of=("của", "trong", "trên địa bàn", "địa bàn"),
        apart=("riêng", "trong đó"),
        at=("tại", "ở", "điểm cầu"),
        countries=words(
            """
            Việt Nam, Lào, Campuchia, Thái Lan, Myanmar, Malaysia, Singapore, Indonesia, Philippines, Brunei,
            Đông Timor, Trung Quốc, Đài Loan, Hồng Kông, Hong Kong, Nhật Bản, Nhật, Hàn Quốc, Triều Tiên, Mông Cổ,
            Ấn Độ, Pakistan, Bangladesh, Sri Lanka, Nepal, Bhutan, Afghanistan, Iran, Iraq, Syria, Lebanon, Jordan,
            Israel, Palestine, Ả Rập Saudi, Saudi Arabia, Yemen, Oman, Qatar, Kuwait, Bahrain, Thổ Nhĩ Kỳ, Ai Cập,
            Libya, Tunisia, Algeria, Morocco, Maroc, Sudan, Nam Sudan, Ethiopia, Kenya, Somalia, Uganda, Tanzania,
            Rwanda, Congo, Nigeria, Ghana, Mali, Senegal, Cameroon, Angola, Mozambique, Zimbabwe, Zambia, Nam Phi,
            Nga, Ukraine, Belarus, Gruzia, Armenia, Azerbaijan, Kazakhstan, Uzbekistan, Anh, Pháp, Đức, Ý, Italy,
            Italia, Tây Ban Nha, Bồ Đào Nha, Hà Lan, Bỉ, Luxembourg, Ireland, Iceland, Thuỵ Sĩ, Thuỵ Điển, Na Uy,
            Đan Mạch, Phần Lan, Áo, Ba Lan, Séc, Slovakia, Slovenia, Hungary, Romania, Bulgaria, Serbia, Croatia,
            Albania, Hy Lạp, Síp, Estonia, Latvia, Litva, Mỹ, Hoa Kỳ, Canada, Mexico, Cuba, Haiti, Panama, Brazil,
            Argentina, Chile, Peru, Venezuela, Colombia, Ecuador, Bolivia, Uruguay, Paraguay, Úc, Australia,
            New Zealand, Papua New Guinea, Fiji
            """
        ),
        not_places=words(
            """
            trung ương, công văn, công an, nghị định, nghị quyết, nguồn, quốc hội, chính phủ, hội nghị, thông tư, luật,
            điều, khoản, chương, mục, hiến pháp, bộ luật, dự thảo, tập đoàn, công ty, tổng công ty, bệnh viện, bệnh,
            trường, đại học, học viện, trung tâm, ngân hàng, bộ, sở, cục, tổng cục, vụ, viện, toà, toà án, uỷ ban, văn phòng,
            ảnh, online, báo, theo, full, facebook, internet, hội trường, nhà, cung, sân, cơ quan, công viên, chùa, đền, khách sạn, điều tra, phòng, ban, hội, hội đồng, chi cục
            """
        ),
    ),
    offices=words(
        """
        thủ tướng, phó thủ tướng, chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, phó giám đốc, bộ trưởng,
        thứ trưởng, tổng bí thư, tổng thống, tổng giám đốc, đồng chí, ông, bà
        """
    ),
    honorifics=("đồng chí", "ông", "bà"),
    furniture=(
        r"chú thích ảnh",
        r"(?:ảnh|ảnh minh hoạ|video|clip|nguồn|theo)\s*:.{0,60}",
        r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\s*,?\s*(?:ngày )?\d{1,2}[/-]\d{1,2}[/-]\d{4}.{0,40}",
        r"(?:chia sẻ|bình luận|ý kiến bạn đọc|phản hồi|gửi cho bạn bè|thông tin người gửi phản hồi|xem nhiều nhất)\s*:?",
        r"(?:gửi bình luận|tin liên quan|tin cùng chuyên mục|bài liên quan|xem thêm|đọc thêm|in bài viết|lưu bài viết)\s*:?.{0,80}",
        r"(?:từ khoá|tags?)\s*:.*",
        r"\(?(?:ảnh|nguồn)\s*:.{0,60}\)?",
    ),
    ends_article=(
        r"(?:chia sẻ|bình luận|ý kiến bạn đọc|gửi cho bạn bè|gửi bình luận|tin liên quan|bài liên quan)\s*:?",
        r"(?:tin cùng chuyên mục|xem nhiều nhất|đọc nhiều nhất|tin khác|tin mới)\s*:?",
    ),
    credits=(r"\(?\b(?:ảnh|nguồn ảnh)\s*:\s*[^.()\r\n]{2,40}\)?",),
    credit_words=("ảnh",),
)
