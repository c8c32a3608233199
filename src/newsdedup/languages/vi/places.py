"""Vietnamese place names and administrative levels."""

from __future__ import annotations

from typing import Final

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

_PROVINCES: Final = words("""
    An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Kạn, Bắc Giang, Bắc Ninh, Bến Tre, Bình Dương, Bình Định,
    Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang,
    Hà Nam, Hà Tĩnh, Hải Dương, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn,
    Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam,
    Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa,
    Thừa Thiên Huế, Thừa Thiên - Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái
""")

_CITIES: Final = words("""
    Hà Nội, Hồ Chí Minh, Đà Nẵng, Hải Phòng, Cần Thơ, Huế, Đà Lạt, Nha Trang, Vũng Tàu, Hạ Long, Biên Hòa,
    Buôn Ma Thuột, Quy Nhơn, Phan Thiết, Bắc Kinh, Thượng Hải, Tokyo, Seoul, Bình Nhưỡng, Đài Bắc, Bangkok,
    Phnom Penh, Viêng Chăn, Kuala Lumpur, Jakarta, Manila, New Delhi, Mumbai, Moscow, Matxcơva, Kiev, London,
    Paris, Berlin, Rome, Madrid, Brussels, Washington, New York, Los Angeles, San Francisco, Chicago, Boston,
    Sydney, Melbourne, Cairo, Baghdad, Damascus, Tehran, Kabul, Islamabad, Geneva, Vienna
""")

PLACES = Places(
    levels=named("""
        tỉnh province, thủ đô other, thành phố other, tp other, tp. other, huyện district, quận district, thị xã district,
        xã commune, phường commune, thị trấn commune
    """),
    offices=named("tỉnh uỷ province, huyện uỷ district, quận uỷ district, đảng uỷ xã commune"),
    not_levels=("thông tấn xã", "hợp tác xã"),
    national=("cả nước", "toàn quốc", "trên toàn quốc", "khắp cả nước"),
    whole=("toàn", "khắp", "cả"),
    of=("của", "trong", "trên địa bàn", "địa bàn"),
    apart=("riêng", "trong đó"),
    at=("tại", "ở", "điểm cầu"),
    countries=words("""
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
    """),
    known=dict.fromkeys(_PROVINCES, "province") | dict.fromkeys(_CITIES, "other"),
    aliases={
        **dict.fromkeys(
            words("HCM, TPHCM, TP HCM, TP.HCM, TP. HCM, TP.Hồ Chí Minh, Sài Gòn, Thành phố Hồ Chí Minh"), "Hồ Chí Minh"
        ),
        **dict.fromkeys(words("HN, Thủ đô Hà Nội"), "Hà Nội"),
        **dict.fromkeys(words("Hoa Kỳ, USA, US"), "Mỹ"),
        **dict.fromkeys(words("CHDCND Triều Tiên, Bắc Triều Tiên, Bắc Hàn"), "Triều Tiên"),
        "Thừa Thiên - Huế": "Thừa Thiên Huế",
        "Đắc Lắc": "Đắk Lắk",
        "Đắc Nông": "Đắk Nông",
        "Daklak": "Đắk Lắk",
        "Đăk Lăk": "Đắk Lắk",
        "Nhật": "Nhật Bản",
        "Italia": "Italy",
        "Hong Kong": "Hồng Kông",
    },
    institutions=words("""
        uỷ ban, ubnd, công an, sở, ban, bộ, cục, bệnh viện, trường, đại học, toà án, toà, viện, trung tâm, công ty, tập đoàn,
        ngân hàng, khách sạn, nhà, hội, đoàn, đảng, báo, đài, luật, miền, khu, đội, tổ, vụ, cục, tổng, phòng, quỹ, dự, nghị, hiến, phía, liên, bảng, nhựa, bệnh, chính, nước, ngài, thép, thế, kinh
    """),
    not_places=words("""
        thanh niên, tuổi trẻ,
        ngày, tháng, năm, giờ, nasa, champions, serie, real, premier, world, royal,
        trung ương, công văn, công an, nghị định, nghị quyết, nguồn, quốc hội, chính phủ, hội nghị, thông tư, luật,
        điều, khoản, chương, mục, hiến pháp, bộ luật, dự thảo, tập đoàn, công ty, tổng công ty, bệnh viện, bệnh,
        trường, đại học, học viện, trung tâm, ngân hàng, bộ, sở, cục, tổng cục, vụ, viện, toà, toà án, uỷ ban, văn phòng,
        ảnh, online, báo, theo, full, facebook, internet, hội trường, nhà, cung, sân, cơ quan, công viên, chùa, đền, khách sạn, điều tra, phòng, ban, hội, hội đồng, chi cục
    """),
)
