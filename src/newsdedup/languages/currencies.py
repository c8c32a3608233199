"""Money as every language prints it: ISO 4217 codes and signs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Codes in use, without those that are also words: all, cop, cup, mad, mop, pen, ron, rub, sos, top, try …
_CODES = """
    AED AFN AMD AOA ARS AUD AWG AZN BBD BDT BGN BHD BMD BND BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY CRC CVE CZK
    DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD
    JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN
    NGN NIO NOK NPR NZD OMR PGK PHP PKR PLN PYG QAR RSD RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP SYP SZL THB TJS
    TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
"""

_DOLLARS = {"us": "USD", "u.s.": "USD", "u.s": "USD", "hk": "HKD", "c": "CAD", "nz": "NZD", "nt": "TWD"}
_MORE_DOLLARS = {"a": "AUD", "au": "AUD", "aud": "AUD", "ca": "CAD", "cad": "CAD", "nzd": "NZD", "s": "SGD",
                 "sg": "SGD", "mx": "MXN", "mxn": "MXN", "r": "BRL"}  # fmt: skip

_CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₫": "VND", "₩": "KRW", "₹": "INR", "฿": "THB", "₽": "RUB",
          "₺": "TRY", "₴": "UAH", "₪": "ILS", "₱": "PHP", "₦": "NGN", "₸": "KZT", "₡": "CRC", "₾": "GEL", "₲": "PYG",
          "₵": "GHS", "₮": "MNT", "₿": "BTC", "ரூ": "LKR", "rs": "INR", "rs.": "INR", "rm": "MYR", "rp": "IDR",
          "rp.": "IDR", "rmb": "CNY", "vnđ": "VND"}  # fmt: skip

SIGNS: Mapping[str, str] = MappingProxyType(
    {code.lower(): code for code in _CODES.split()}
    | _CURRENCY_SIGNS
    | {f"{country}$": code for country, code in (*_DOLLARS.items(), *_MORE_DOLLARS.items())}
    | {f"{country} $": code for country, code in _DOLLARS.items()}  # not "a $5 million plan"
)
