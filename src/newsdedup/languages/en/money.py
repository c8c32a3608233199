"""English names of money."""

from __future__ import annotations

from newsdedup.languages.currencies import SIGNS
from newsdedup.languages.tables import named, valued

CURRENCY_SIGNS = {**SIGNS, **named("le EGP, l.e EGP, l.e. EGP, $us USD")}

CURRENCIES = named(
    """
    dollars USD, dollar USD, bucks USD, quid GBP, us dollars USD, u.s. dollars USD, american dollars USD,
    australian dollars AUD, canadian dollars CAD, hong kong dollars HKD, singapore dollars SGD,
    new zealand dollars NZD, taiwan dollars TWD, euros EUR, euro EUR, pounds GBP, pounds sterling GBP, yen JPY,
    yuan CNY, renminbi CNY, dong VND, rupees INR, rupee INR, rupiah IDR, won KRW, baht THB, ringgit MYR,
    ringgits MYR, malaysia ringgit MYR, malaysia ringgits MYR, malaysian ringgit MYR, malaysian ringgits MYR,
    roubles RUB, rubles RUB, hryvnia UAH, hryvnias UAH, shekels ILS, swiss francs CHF, francs franc,
    turkish lira TRY, lira TRY, kuwaiti dinar KWD, kuwaiti dinars KWD, dinars dinar, dirhams AED, dirham AED,
    saudi riyals SAR, saudi riyal SAR, saudiriyal SAR, qatari riyals QAR, qatari riyal QAR, riyals riyal,
    egyptian pounds EGP, geneh EGP, mexican pesos MXN, philippine pesos PHP, pesos peso, pesetas ESP,
    finnish markka FIM, dutch guilders NLG, bitcoins BTC, bitcoin BTC, satoshis satoshi
    """
)

CURRENCY_PARTS = named(
    """
    cents cent, cent cent, ¢ cent, pence penny, penny penny, pennies penny, kopecks kopeck, kopiykas kopeck,
    p penny, sen sen, paise paisa
    """
)

COINS = valued("dime 10, dimes 10, nickels 5")

COINED = "USD"

MONEY_SLANG = valued("grand 1000")

CODE_SCALES = valued("k 1000, m 1000000")

PART_LETTERS = ("c",)

PARTS_JOINT = ("and",)
