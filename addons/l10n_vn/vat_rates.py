"""VAT rates of Vietnam, as data with validity and legal basis. Plain Python: no ORM.

When a law changes, a row gets its ``valid_to`` and a new row follows; a test fails once a ``valid_to`` shipped here
without a successor lies in the past.
"""

from dataclasses import dataclass
from datetime import date

LAW_48_2024 = "Luật 48/2024/QH15, Nghị định 181/2025/NĐ-CP"
REDUCTION_2025 = "Nghị quyết 204/2025/QH15, Nghị định 174/2025/NĐ-CP"


@dataclass(frozen=True, slots=True)
class VatRate:
    """``percent`` is 0 for the categories that carry no VAT; ``code`` tells them apart."""

    code: str
    percent: float
    name_vi: str
    name_en: str
    valid_from: date
    valid_to: date | None
    legal_reference: str

    def is_valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


VAT_RATES = (
    VatRate("8", 8.0, "Thuế GTGT 8%", "VAT 8%", date(2025, 7, 1), date(2026, 12, 31), REDUCTION_2025),
    VatRate("10", 10.0, "Thuế GTGT 10%", "VAT 10%", date(2025, 7, 1), None, LAW_48_2024),
    VatRate("5", 5.0, "Thuế GTGT 5%", "VAT 5%", date(2025, 7, 1), None, LAW_48_2024),
    VatRate("0", 0.0, "Thuế GTGT 0%", "VAT 0%", date(2025, 7, 1), None, LAW_48_2024),
    VatRate("kct", 0.0, "Không chịu thuế GTGT (KCT)", "Not subject to VAT (KCT)", date(2025, 7, 1), None, LAW_48_2024),
    VatRate("kkknt", 0.0, "Không kê khai, không nộp thuế GTGT (KKKNT)", "VAT not declared (KKKNT)",
            date(2025, 7, 1), None, LAW_48_2024),
)


def default_rate(day: date) -> VatRate:
    """The rate most goods carry on a day: the reduced one while it is in force, else the standard one."""
    return next(rate for rate in VAT_RATES if rate.code in ("8", "10") and rate.is_valid_on(day))
