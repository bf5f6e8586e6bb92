"""Amounts in Vietnamese words, as invoices, receipts and delivery slips carry them."""

from decimal import ROUND_HALF_UP, Decimal

from odoo.addons.base.words import vietnamese


def amount_in_words(amount, unit: str = "đồng", zero_tens: str = "lẻ") -> str:
    """“Một nghìn không trăm lẻ năm đồng” of 1005.

    :param amount: rounded half-up to whole units
    :param zero_tens: “lẻ” or “linh”, the word for an empty tens place
    """
    whole = int(Decimal(str(amount)).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return f"{vietnamese(whole, zero_tens)} {unit}".strip()
