"""Vietnamese names of persons, and what is said beside them."""

from __future__ import annotations

from newsdedup.languages.naming import Naming
from newsdedup.languages.tables import words

OFFICES = words("""
    thủ tướng, phó thủ tướng, chủ tịch, phó chủ tịch, chủ tịch nước, bí thư, phó bí thư, giám đốc, phó giám đốc, bộ trưởng,
    thứ trưởng, tổng bí thư, tổng thống, phó tổng thống, tổng giám đốc, phó tổng giám đốc, ngoại trưởng, thủ hiến, thống đốc,
    thị trưởng, đại sứ, nghị sĩ, thượng nghị sĩ, hạ nghị sĩ, quốc vương, nữ hoàng, hoàng tử, công chúa, giáo hoàng,
    chủ nhiệm, phó chủ nhiệm, cục trưởng, phó cục trưởng, vụ trưởng, phó vụ trưởng, viện trưởng, phó viện trưởng,
    trưởng ban, phó trưởng ban, phó ban, trưởng phòng, phó trưởng phòng, trưởng đoàn, đại biểu, ủy viên, chánh án,
    chánh văn phòng, thẩm phán, kiểm sát viên, điều tra viên, hiệu trưởng, phó hiệu trưởng, trưởng khoa, trưởng công an,
    phó trưởng công an, phát ngôn viên, người phát ngôn, tham mưu trưởng, tư lệnh, đại tướng, thượng tướng, trung tướng,
    thiếu tướng, đô đốc, đại tá, thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy,
    diễn viên, ca sĩ, nữ ca sĩ, nam ca sĩ, danh ca, nhạc sĩ, nghệ sĩ, nsưt, nsnd, nhà thơ, nhà văn, họa sĩ, nhiếp ảnh gia,
    nhà báo, đạo diễn, nhà thiết kế, ntk, stylist, mc, dj, người mẫu, siêu mẫu, hoa hậu, á hậu, á khôi, hoa khôi, hot girl, danh hài,
    nhà sản xuất, biên đạo, cầu thủ, tiền đạo, tiền vệ, trung vệ, hậu vệ, thủ môn, thủ quân, đội trưởng, huấn luyện viên, hlv, võ sĩ, kỳ thủ,
    tay vợt, vđv, vận động viên, luật sư, bác sĩ, tiến sĩ, ts, thạc sĩ, gs, pgs, giáo sư, phó giáo sư, kỹ sư, doanh nhân, tỷ phú, chuyên gia,
    hòa thượng, thượng tọa, đại đức, linh mục, giám mục, đồng chí, ông, bà
""")

HONORIFICS = ("đồng chí", "ông", "bà")

_FAMILY = """
    nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh đinh lâm phùng mai tô trương
    hà tạ chu châu cao thái tống lương lưu quách triệu kiều tăng khổng diệp từ doãn nghiêm nông lò vi hứa ôn lục quan giang
    thân viên đàm kim la mạc thạch tiêu ngụy văn bạch cù lại uông trầm phí hàn
"""

NAMING = Naming(
    first_words=frozenset(_FAMILY.split()),
    openers=words("""
        theo, trong, ngoài, riêng, ngay, chỉ, thế, vậy, tuy, song, bởi, nếu, hiện, hôm, sáng, trưa, chiều, tối, đêm, cả, hai, ba,
        cùng, gặp, nhờ, được, vừa, mới, giữa, trước, sau, tới, vẫn, lúc, qua, nay, đối, như, giống, ngược, hỏi, gọi, thấy, xem
    """),
    not_names=words("""
        daily, mail, tour, final, champions, serie, real, city, united, fc, royal, nasa, sun, cnn, bbc,
        cup, world, league, facebook, apple, samsung, google, microsoft, galaxy, iphone, ipad, online, vn, ubnd, asean, show,
        club, the, of, and, in, live, full, times, post, news, group, bank, hotel, street, university, air, report, der, spiegel
    """),
    bodies_before=words("""
        thẩm mỹ viện, viện thẩm mỹ, quán, tiệm, cửa hàng, salon, spa, phòng khám, hệ thống, thương hiệu, nhãn hiệu,
        đường, phố, ngõ, cầu, chợ, công viên, sân vận động, trường, trường đại học, đại học, thpt, thcs, tiểu học, bệnh viện, công ty,
        tập đoàn, tổng công ty, ngân hàng, khách sạn, nhà hàng, nhà xuất bản, nxb, báo, tạp chí, đài, chùa, đền, nhà thờ, hồ,
        sông, núi, đảo, quần đảo, biển, vịnh, cảng, sân bay, ga, quận, huyện, xã, phường, thị trấn, thị xã, tỉnh, thành phố,
        thôn, ấp, bản, khu phố, khu đô thị, tp, tp., hãng, hãng tin, câu lạc bộ, clb, đội, nhóm, ban nhạc, giải, cúp, phim, album, ca khúc,
        bài hát, tiểu thuyết, cuốn, khu, dự án, tòa nhà, trung tâm, quỹ, hội, đảng, ảnh, báo điện tử, trang, rạp, nhà hát, tại, ở
    """),
    persons_before=words("""
        anh, chị, ông, bà, cô, chú, bác, em, cháu, cụ, bé, dì, cậu, mợ, thím, vợ, chồng, mẹ, cha, bố, bạn, con trai, con gái,
        tên, tên là, chàng, nàng, nữ sinh, nam sinh, bạn gái, bạn trai, người yêu, học sinh, sinh viên, tài xế, lái xe,
        người tên, họ tên, tên thật là, danh tính là
    """),
    roles_before={
        **dict.fromkeys(
            words("""
                nghi phạm, nghi can, hung thủ, bị can, bị cáo, đối tượng, kẻ, tên cướp, khởi tố, khởi tố bị can, truy tố,
                truy nã, đối tượng tên, nghi phạm là, hung thủ là, thủ phạm, thủ phạm là, đối tượng là
            """),
            "suspect",
        ),
        **dict.fromkeys(
            words("""
                bắt giữ, bắt, tạm giữ, bắt tạm giam, tạm giam, bắt khẩn cấp, bắt giữ đối tượng, bắt giữ nghi phạm, bắt được,
                bắt giam, tạm giữ hình sự, bắt giữ khẩn cấp
            """),
            "arrested",
        ),
        **dict.fromkeys(words("nạn nhân, nạn nhân là, nạn nhân tên, nạn nhân tên là"), "victim"),
        **dict.fromkeys(words("sát hại, đâm chết, cái chết của, thi thể, thi thể của, tử thi, giết chết"), "dead"),
    },
    roles_after={
        **dict.fromkeys(
            words("bị khởi tố, bị truy tố, bị cáo buộc, đã khai nhận, khai nhận, bỏ trốn, đã bỏ trốn, lãnh án"),
            "suspect",
        ),
        **dict.fromkeys(
            words("bị bắt, đã bị bắt, bị bắt giữ, bị tạm giữ, bị bắt tạm giam, ra đầu thú, đầu thú"), "arrested"
        ),
        **dict.fromkeys(
            words("tử vong, đã tử vong, qua đời, đã qua đời, thiệt mạng, chết, đã chết, bị sát hại, tử nạn, mất"),
            "dead",
        ),
    },
    born=words("sn, sinh năm"),
    bylines=words("ảnh, theo, nguồn, bài, tin, pv"),
)
