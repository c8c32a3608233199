"""Vietnamese mentions of people, their titles, and who speaks."""

from __future__ import annotations

from newsdedup.languages.people import People, Speech
from newsdedup.languages.tables import valued, words

PEOPLE = People(
    first_mentions=("một",),
    others=("khác",),
    joined_by=("và", "cùng", "cùng với", "hoặc"),
    accompanied_by=("cùng", "cùng với"),
    late_deaths=words("""
        tại bệnh viện, ở bệnh viện, trong bệnh viện, không qua khỏi, trên đường đi cấp cứu, trên đường đến bệnh viện,
        trong quá trình điều trị, trong lúc điều trị, sau khi được đưa đi cấp cứu, sau nhiều ngày điều trị, do vết thương,
        vì vết thương, do thương tích quá nặng, do chấn thương quá nặng, do vết thương quá nặng
    """),
    besides=words("""
        ngoài những người, ngoài số người, ngoài các nạn nhân, ngoài những nạn nhân, ngoài số nạn nhân, ngoài các trường hợp,
        khác cũng
    """),
    attackers=words("""
        nghi phạm, nghi can, hung thủ, thủ phạm, kẻ tấn công, tay súng, kẻ xả súng, kẻ nổ súng, kẻ đánh bom, kẻ giết người,
        kẻ gây án, kẻ khủng bố
    """),
    one=words("""
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
    """),
    titles=words("anh, chị, ông, bà, cô, chú, bác, em, cháu, cụ, bé, dì, cậu, mợ, thím, tên, vợ, chồng, mẹ, cha, bố"),
    each=("đều", "đều đã"),
    nth=valued("thứ hai 2, thứ ba 3, thứ tư 4, thứ năm 5, thứ sáu 6, thứ bảy 7, thứ tám 8, thứ chín 9, thứ mười 10"),
    nth_before=("thứ",),
    more_before=words(
        "thêm, có thêm, ghi nhận thêm, phát hiện thêm, tìm thấy thêm, làm thêm, khiến thêm, thêm ít nhất"
    ),
    more_after=("nữa",),
    insertions=words("gồm, trong đó, trong đó có, bao gồm, kể cả, đa số là, phần lớn là, hầu hết là"),
    age_words=("cùng", "đều", "tuổi"),
    things=words("""
        gà, vịt, lợn, heo, trâu, bò, dê, chó, mèo, cá, tôm, gia cầm, gia súc, vật nuôi, chim, ngan, ngỗng, thuỷ cầm,
        nguyên nhân, giả thuyết, lý do, vụ, lần, bức ảnh, tấm hình
    """),
    counters=("người", "đối tượng", "nghi phạm", "nạn nhân", "bị cáo", "hành khách", "công nhân", "học sinh"),
    plurals=words("""
        những, các, nhiều, hàng chục, hàng trăm, hàng nghìn, hàng ngàn, hàng vạn, vài, mấy, một số, toàn bộ,
        nhóm, đoàn, mọi, tất cả, một nhóm, hàng loạt, số nạn nhân, số hành khách, số người, một nửa, phần lớn, vài chục, vài trăm
    """),
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
        **{f"ba {three}": 3 for three in ("mẹ con", "cha con", "bố con", "anh em", "chị em", "bà cháu", "ông cháu")},
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
)

SPEECH = Speech(
    saying=words("""
        cho biết, cho hay, khẳng định, xác nhận, đưa tin, tiết lộ, tuyên bố, nhận định, nói, nói với, kể lại, kể,
        thông tin thêm, chia sẻ, thông báo, cho biết thêm, báo cáo
    """),
    according=("theo", "dẫn lời", "trích lời"),
    according_opens_clause=True,
    no_speakers=words("""
        đó, dõi, kế hoạch, quy định, qui định, hướng, luật, nghị định, nghị quyết, thông tư, điều, yêu cầu,
        hợp đồng, dự kiến, lịch, chương trình, cách, tôi được, tin, nguyện vọng, đúng, từng, chiều, tỷ lệ, tỉ lệ,
        phong tục, thói quen, tập quán, chân, sau, gót, đuổi, học, chia sẻ, xác nhận, khẳng định
    """),
)
