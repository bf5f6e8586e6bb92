"""Numbers and dates as people write them, in Vietnamese and in English."""

from datetime import date, datetime

import pytest

from core.views.formats import FormatError, Formats

VI = Formats("vi_VN", ",", ".", "%d/%m/%Y", "%H:%M:%S")
EN = Formats("en_US", ".", ",", "%m/%d/%Y", "%H:%M:%S")


@pytest.mark.parametrize(
    ("formats", "text", "value"),
    [
        (VI, "1.234.567,89", 1234567.89), (VI, "1.500", 1500), (VI, "1.5", 1.5), (VI, "2,5", 2.5), (VI, "15.000.000 đ", 15_000_000),
        (VI, "-1.000", -1000), (VI, "1,234.5", 1234.5), (VI, "1500", 1500),
        (EN, "1,234,567.89", 1234567.89), (EN, "1,500", 1500), (EN, "2,5", 2.5), (EN, "1.500", 1.5), (EN, "$ 12.30", 12.3),
    ],
)
def test_numbers_are_read_leniently(formats, text, value):
    assert formats.parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "abc", "12-3", "mười hai", "1.2.3,4,5"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(FormatError):
        VI.parse_number(text)


@pytest.mark.parametrize(
    ("formats", "text", "value"),
    [
        (VI, "21/11/2026", date(2026, 11, 21)), (VI, "1.2.26", date(2026, 2, 1)), (VI, "21-11-2026", date(2026, 11, 21)),
        (VI, "21112026", date(2026, 11, 21)), (VI, "2026-11-21", date(2026, 11, 21)), (EN, "11/21/2026", date(2026, 11, 21)),
        (EN, "2/1/26", date(2026, 2, 1)),
    ],
)
def test_dates_follow_the_language(formats, text, value):
    assert formats.parse_date(text) == value


@pytest.mark.parametrize("text", ["31/02/2026", "13", "tomorrow", "1/2/3/4"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(FormatError):
        VI.parse_date(text)


def test_a_moment_is_typed_in_the_users_zone_and_kept_in_utc():
    moment = VI.parse_datetime("21/11/2026 14:30", "Asia/Ho_Chi_Minh")
    assert moment == datetime(2026, 11, 21, 7, 30)
    assert VI.datetime(moment, "Asia/Ho_Chi_Minh") == "21/11/2026 14:30"


def test_numbers_are_written_as_the_language_writes_them():
    assert VI.number(1234567.891, 2) == "1.234.567,89"
    assert EN.number(-0.001, 2) == "0.00"
    assert VI.quantity(2.0, 3) == "2"
    assert VI.quantity(2.5, 3) == "2,5"
    assert VI.integer(12345) == "12.345"


@pytest.mark.parametrize("value", [0.0, 1.0, 1234.56, -98765.4321, 1e9])
@pytest.mark.parametrize("formats", [VI, EN])
def test_what_is_written_can_be_read_back(formats, value):
    assert formats.parse_number(formats.number(value, 4)) == pytest.approx(value)
