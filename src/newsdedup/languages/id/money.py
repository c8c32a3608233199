"""Indonesian names of money."""

from __future__ import annotations

from newsdedup.languages.tables import named

CURRENCIES = named(
    """
    rupiah IDR, dolar USD, dollar USD, dolar as USD, dolar amerika USD, dolar singapura SGD, dolar australia AUD,
    euro EUR, yen JPY, yuan CNY, ringgit MYR, pound sterling GBP, riyal SAR, baht THB, dong VND
    """
)

CURRENCY_PARTS = {"sen": "sen"}
