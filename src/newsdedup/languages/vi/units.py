"""Vietnamese units: percentages, durations, measures, ages and money."""

from __future__ import annotations

from newsdedup.languages.money import MoneyFormat
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
        độ richter M, dặm mi, dặm/giờ mi/h, héc-ta ha, °c °C, hải lý nmi, inch in, g g, mw MW, kw kW, kwh kWh, ghz GHz, mhz MHz, gb GB, mb MB,
        tb TB, mah mAh, megapixel MP, mp MP, mbps Mbps
    """),
    "tạ": "100 kg",
}

DECIMAL_UNITS = ("m", "mét", "kg", "ký", "km")

AGES = named("tuổi year, tháng tuổi month, tuần tuổi week, ngày tuổi day, giờ tuổi hour")

AGES_BEFORE = words("""
    ở tuổi, tuổi, ở độ tuổi, độ tuổi, độ tuổi từ, tuổi từ, lứa tuổi, lứa tuổi từ, hưởng thọ, hưởng dương,
    bước sang tuổi, bước vào tuổi, vào tuổi, từ tuổi, đến tuổi
""")

AGES_BEFORE_END = words("cụ ông, cụ bà, ông cụ, bà cụ, ông lão, bà lão, cậu bé, cô bé, thọ")

MEASURES_BEFORE = dict.fromkeys(words("độ lớn, độ lớn là, độ lớn tới, độ lớn đến, cường độ, mạnh độ"), "M")

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
    dirham AED, kíp LAK, kip LAK, riel KHR, kyat MMK, taka BDT, rial rial, riyal riyal, riyal saudi SAR, rial iran IRR,
    dinar dinar, dinar iraq IQD, dinar kuwait KWD, francs franc, frăng franc, phrăng franc, francs thuỵ sĩ CHF,
    franc thụy sỹ CHF, franc thuỵ sỹ CHF, francs thuỵ sỹ CHF, franc pháp FRF, francs pháp FRF, franc cfa XOF,
    pesos peso, peso mexico MXN, peso argentina ARS, peso chile CLP, peso colombia COP, peso cuba CUP,
    peso philippines PHP, krona krona, krone krone, kroner krone, curon krone, cuaron krone, krona thuỵ điển SEK,
    krone đan mạch DKK, krone na uy NOK, koruna CZK, curon séc CZK, zloty PLN, forint HUF, lev BGN,
    lira TRY, lira thổ nhĩ kỳ TRY, hryvnia UAH, rúp nga RUB, rup RUB, rúp belarus BYN, rouble RUB, roubles RUB, rubles RUB,
    tenge KZT, tugrik MNT, real brazil BRL, reais BRL, sol peru PEN, bolivar VES, rand ZAR, naira NGN,
    cedi GHS, shilling shilling, shilling kenya KES, birr ETB, shekel ILS, shekels ILS, rupee pakistan PKR,
    rupee ấn độ INR, rupi INR, rupiah indonesia IDR, ringgit malaysia MYR, baht thái THB, bạt thái THB, kíp lào LAK,
    riel campuchia KHR, won hàn quốc KRW, won triều tiên KPW, nhân dân tệ trung quốc CNY, đài tệ TWD, tân đài tệ TWD,
    đô la đài loan TWD, đô la new zealand NZD, đô la namibia NAD, đô la zimbabwe ZWL, đô la brunei BND, dollars USD,
    euros EUR, bảng ai cập EGP, bảng syria SYP, bảng lebanon LBP, mác đức DEM, lia ý ITL, yên nhật bản JPY, bitcoin BTC,
    pataca MOP, manat manat, afghani AFN
""")

CURRENCY = "VND"

CURRENCY_PARTS = named("xu cent, xen cent, cent cent, cents cent")

PARTS_JOINT = ("và",)

MONEY = MoneyFormat(
    scales={"nghìn tỷ": 10**12, "tỷ": 10**9, "triệu": 10**6},
    names={"VND": "đồng"},
)
