import pytest

from reader.domain.dates import first_day, last_day, normalized_date


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024", "2024-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-02", "2023-02-28"),
        ("2024-04", "2024-04-30"),
        ("2024-05-12", "2024-05-12"),
    ],
)
def test_a_span_ends_with_the_last_day_of_what_was_named(text, last):
    assert last_day(text) == last
    assert first_day(text) == text
    assert first_day(text) <= last


@pytest.mark.parametrize(
    "text", ["", "24", "0000", "2024-13", "2024-00", "2024-02-30", "2024-05-00", "2024-5-1", "2024/05/12", "２０２４"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"^"):
        first_day(text)
    with pytest.raises(ValueError, match=r"^"):
        last_day(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-5-2", "2024-05-02"),
        ("2024/5/12", "2024-05-12"),
        ("2024.05.12", "2024-05-12"),
        ("20240512", "2024-05-12"),
        ("2024年5月12日", "2024-05-12"),
        (" 2024 年 5 月 12 日 ", "2024-05-12"),
        ("２０２４年５月１２日", "2024-05-12"),
        ("2024年5月", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024年", "2024"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_normalized_however_it_is_written(text, date):
    assert normalized_date(text) == date
    assert normalized_date(date) == date


@pytest.mark.parametrize("text", ["", "5月12日", "24-05-12", "2024年13月1日", "2024-02-30", "202405", "2024-05-12 朝"])
def test_what_is_no_date_is_not_normalized(text):
    with pytest.raises(ValueError, match=r"^"):
        normalized_date(text)
