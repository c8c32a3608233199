"""Vietnamese numbers: format in digits, scale words and numerals."""

from __future__ import annotations

from newsdedup.languages.numerals import NumberFormat, Numerals
from newsdedup.languages.tables import valued, words

NUMBER_FORMAT = NumberFormat(group=".", decimal=",")

SCALES = valued("""
    chục 10, tá 12, trăm 100, nghìn 1000, ngàn 1000, vạn 10000, triệu 1000000, tỷ 1000000000, tỉ 1000000000
""")

MONEY_SCALES = {"k": 10**3, "tr": 10**6}

COUNT_SCALES = {"n": 10**3, "k": 10**3, "tr": 10**6, "m": 10**6}

SCALED_NOUNS = words("""
    lượt, like, likes, view, views, follow, follows, follower, followers, sub, subscribe, subscriber, subscribers,
    share, shares, comment, comments, tim, cảm xúc, bình luận, chia sẻ, người theo dõi, người đăng ký, người xem,
    thành viên, người hâm mộ, fan, tương tác, đánh giá, lượt xem, lượt thích
""")

SCALE_LETTERS = {"K": 10**3, "k": 10**3, "M": 10**6}

NUMERALS = Numerals(
    units=valued("một 1, hai 2, ba 3, bốn 4, năm 5, sáu 6, bảy 7, bẩy 7, tám 8, chín 9"),
    tails=valued("mốt 1, tư 4, lăm 5, nhăm 5"),
    tens={"mười": 10},
    times={"mươi": 10},
    joints=("linh", "lẻ"),
    zeros=("không",),
    magnitudes={
        **{
            f"{many} {scale}": 2 * value
            for many in ("hàng", "hằng")
            for scale, value in SCALES.items()
            if scale != "tá"
        },
        **{f"cả {scale}": value for scale, value in SCALES.items() if scale != "tá"},
    },
    few=("vài", "mấy", "dăm", "một vài"),
    pairs={
        "một hai": (1, 2),
        "đôi ba": (2, 3),
        "vài ba": (2, 3),
        "hai ba": (2, 3),
        "dăm ba": (3, 5),
        "ba bốn": (3, 4),
        "dăm bảy": (5, 7),
        "năm bảy": (5, 7),
        "năm sáu": (5, 6),
        "sáu bảy": (6, 7),
        "bảy tám": (7, 8),
        "tám chín": (8, 9),
        "chín mười": (9, 10),
        "mươi mười lăm": (10, 15),
        "mười mười lăm": (10, 15),
    },
    odd=("mấy",),
    bare_scales=tuple(SCALES),
    short_tens=True,
    either=("hoặc", "hay"),
    guesses=words("khoảng, chừng, độ, cỡ, tầm, chắc, có lẽ, phải, đâu"),
    points=("phẩy", "chấm"),
    halves=("rưỡi", "rưởi"),
    unit_halves=("rưỡi", "rưởi"),
    shares={"nửa": 2},
    over=("phần",),
    shares_are_figures=True,
    minus=("âm",),
    nouns=("năm",),
    not_after={
        "": words("""
            thứ, tháng, ngày, mồng, mùng, không, hàng, hằng, vài, mấy, dăm, quý, số, hạng, giải, đợt, lớp, chục,
            trăm, nghìn, ngàn, vạn, triệu, tỷ, tỉ, chị, dì, mợ, thím, bà, tụm
        """),
        "chín": words("nấu, luộc, nướng, rán, làm, quả, trái, lúa, đã, chưa"),
        "ba": words("ông, bác, má, của, tài"),
        "bẩy": ("đòn", "xà"),
        "bảy": ("đòn", "xà"),
        "năm": words("trong, cả, các, những, mỗi, nhiều, cùng, đầu, cuối, giữa, từng, vào, của, sang, qua, mùa, theo"),
    },
    not_before={
        "ba": words("""
            giết, mắng, nói, kể, bảo, dạy, hỏi, gọi, nghe, thương, yêu, nhớ, mong, khuyên, ôm, bế, cõng, khóc, cười, nấu,
            nuôi, đón, dắt, mất sớm, ơi, ạ, ấy, luôn, mình, nó, tao, đẻ, ruột, dượng
        """),
    },
    idioms=words("""
        một số, một vài, một phần lớn, một phần nhỏ, một phần của, một phần trong, một cách, một khi,
        một lần nữa, một mình, một mặt, một bên, một chút, một ít, một thời, một loạt, một mực,
        một nắng hai sương, hai bên, hai phía, hai nước, hai miền, hai đảng, hai nhà nước, hai dân tộc, hai chính phủ,
        hai quốc gia, hai chiều, hai mặt, hai tay, hai chân, hai mắt, hai vai, hai đầu, hai bờ, hai vế, hai lòng,
        hai chúng tôi, hai chúng ta, bốn mùa, bốn bề, bốn phương, bốn biển, ba gác, ba lê, ba ba, ba gai, ba hồi,
        ba đời, ba miền, ba mặt, ba phải, ba chìm bảy nổi, bảy nổi ba chìm, năm châu, hai bà trưng, ba lô, ba bị, ba hoa, ba rọi, ba chỉ, ba mẹ, ba má, ba tôi, tám chuyện,
        tư nhân, tư lệnh, tư thương, tư vấn, tư thế, tư liệu, tư tưởng, tư cách, tư duy, tư pháp, tư bản, tư thù, tư gia,
        tư lợi, tư vị, tư trang, tư thục, tư dinh, mốt thời trang, lăm le, nửa đêm, nửa vời, nửa chừng,
        bốn ngàn năm văn hiến, mười hai con giáp, hai trong một, ba trong một,
        chín muồi, chín chắn, chín tới, hai lúa, năm nay, năm ngoái, năm qua, năm sau, năm mới, năm học,
        năm trước, năm tới, năm đó, năm ấy, năm tháng, mười mươi, tỷ lệ, tỉ lệ, tỷ số, tỉ số, tỷ giá, tỉ giá,
        tỷ phú, tỉ phú, tỷ trọng, tỉ trọng, triệu phú, triệu tập, triệu hồi, vạn sự, vạn vật
    """),
    elides_places=True,
    in_names=True,
    before_any_noun=True,
)
