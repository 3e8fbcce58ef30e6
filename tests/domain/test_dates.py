import pytest

from reader.domain.dates import first_day, last_day


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
