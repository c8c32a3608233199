"""Vietnamese names of money."""

from __future__ import annotations

from newsdedup.languages.tables import named

CURRENCIES = named(
    """
    đồng VND, đ VND, đô USD, đô mỹ USD, đô la USD, đô-la USD, đôla USD, đô la mỹ USD, mỹ kim USD, dollar USD,
    đô la úc AUD, đô la canada CAD, đô la hong kong HKD, đô la singapore SGD, euro EUR, ơ-rô EUR, bảng anh GBP,
    bảng GBP, pounds GBP, nhân dân tệ CNY, tệ CNY, yên JPY, yên nhật JPY, yen JPY, won KRW, baht THB, bạt THB,
    rúp RUB, ruble RUB, rupees INR, rupee INR, rupiah IDR, ringgit MYR, peso PHP, franc thuỵ sĩ CHF, franc CHF,
    dirham AED, kíp LAK, riel KHR
    """
)

CURRENCY = "VND"

CURRENCY_PARTS = named(
    """
    xu cent, xen cent, cent cent, cents cent
    """
)

PARTS_JOINT = ("và",)
