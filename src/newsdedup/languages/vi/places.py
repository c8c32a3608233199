"""Vietnamese place names and administrative levels."""

from __future__ import annotations

from newsdedup.languages.places import Places
from newsdedup.languages.tables import named, words

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
    not_places=words("""
        trung ương, công văn, công an, nghị định, nghị quyết, nguồn, quốc hội, chính phủ, hội nghị, thông tư, luật,
        điều, khoản, chương, mục, hiến pháp, bộ luật, dự thảo, tập đoàn, công ty, tổng công ty, bệnh viện, bệnh,
        trường, đại học, học viện, trung tâm, ngân hàng, bộ, sở, cục, tổng cục, vụ, viện, toà, toà án, uỷ ban, văn phòng,
        ảnh, online, báo, theo, full, facebook, internet, hội trường, nhà, cung, sân, cơ quan, công viên, chùa, đền, khách sạn, điều tra, phòng, ban, hội, hội đồng, chi cục
    """),
)
