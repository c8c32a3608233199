"""Vietnamese units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.tables import named, words

PERCENT = ("%", "phần trăm")

PERCENTAGE_POINTS = ("điểm phần trăm", "điểm %")

DURATIONS = named("""
    giây second, phút minute, giờ hour, giờ đồng hồ hour, tiếng hour, tiếng đồng hồ hour, ngày day, tuần week,
    tuần lễ week, tháng month, năm year
""")

MEASURES = {
    **named("""
        km km, km/h km/h, km/giờ km/h, km2 km2, km² km2, m m, m2 m2, m² m2, m3 m3, m³ m3, mét m, mét vuông m2,
        mét khối m3, cm cm, mm mm, ha ha, hecta ha, héc ta ha, kg kg, ký kg, gram g, tấn t, lít l, độ °, độ c °C,
        độ richter richter, °c °C, hải lý nmi, inch in, g g, mw MW, kw kW, kwh kWh, ghz GHz, mhz MHz, gb GB, mb MB,
        tb TB, mah mAh, megapixel MP, mp MP, mbps Mbps
    """),
    "tạ": "100 kg",
}

AGES = ("tuổi",)

NOT_UNITS = words("""
    đồng tiền tệ, đồng nội tệ, đồng ngoại tệ, đồng tiền peso, đồng peso, đồng tiền chung, đồng xu, đồng chí, đồng đội, đồng bào, đồng nghiệp, đồng minh, đồng phạm, đồng hương, đồng hồ, đồng nát, độ tuổi,
    đô thị, đô vật, tiếng nói, tiếng súng, tiếng nổ, tiếng anh, tiếng việt, tiếng kêu, bảng đấu, bảng tin,
    bảng hiệu, bảng số, tệ nạn, tuổi thơ, tuổi trẻ, ngày công, giờ giấc, yên xe, năm học
""")

CURRENCIES = named("""
    đồng VND, đ VND, đô USD, đô mỹ USD, đô la USD, đô-la USD, đôla USD, đô la mỹ USD, mỹ kim USD, dollar USD,
    đô la úc AUD, đô la canada CAD, đô la hong kong HKD, đô la singapore SGD, euro EUR, ơ-rô EUR, bảng anh GBP,
    bảng GBP, pounds GBP, nhân dân tệ CNY, tệ CNY, yên JPY, yên nhật JPY, yen JPY, won KRW, baht THB, bạt THB,
    rúp RUB, ruble RUB, rupees INR, rupee INR, rupiah IDR, ringgit MYR, peso PHP, franc thuỵ sĩ CHF, franc CHF,
    dirham AED, kíp LAK, riel KHR
""")

CURRENCY = "VND"

CURRENCY_PARTS = named("xu cent, xen cent, cent cent, cents cent")

PARTS_JOINT = ("và",)
