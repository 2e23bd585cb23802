"""Readings: the table that a Vietnamese reader can check line by line, and what holds for every text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.glossary import FILE, glossary, read_terms
from plugins.radio.numbers import Voice, amount, cardinal, roman
from plugins.radio.spoken import Speaker

TABLE = Path(__file__).with_name("readings.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
SPEAKER = Speaker(Voice(), glossary({}))
UNSPEAKABLE = re.compile(r"[^\w\s.,;:?!]|[\d_]")


def bare_abbreviations(text: str) -> list[str]:
    """Words with two capital letters, or of Latin consonants alone (trđ, Ths): nobody can say them as they stand."""
    return [word for word in re.findall(r"\w+", text) if sum(letter.isupper() for letter in word) > 1 or re.fullmatch("[bcdđfghjklmnpqrstvwxz]+", word.casefold())]


def test_the_table_holds_at_least_two_hundred_readings():
    assert len(ROWS) >= 200
    assert len({typed for typed, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("typed", "said"), ROWS)
def test_a_reading_is_the_one_of_the_table(typed, said):
    assert SPEAKER.say(typed).text == said


@pytest.mark.parametrize(("typed", "said"), ROWS)
def test_a_reading_of_the_table_holds_no_digit_sign_or_abbreviation(typed, said):
    assert not UNSPEAKABLE.search(said)
    assert bare_abbreviations(said) == []


# — numbers —

VALUES = {name: value for value, name in enumerate(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"))} | {"mốt": 1, "tư": 4, "lăm": 5}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}


def heard(words: str) -> int:
    """What a listener writes down: a parser that knows nothing of how the words were made."""
    whole = group = last = 0
    for word in words.split():
        if word in VALUES:
            last = VALUES[word]
        elif word == "mười":
            last = 10
        elif word == "mươi":
            group, last = group + last * 10, 0
        elif word == "trăm":
            group, last = group + last * 100, 0
        elif word in SCALES:
            whole, group, last = whole + (group + last) * SCALES[word], 0, 0
        elif word == "tỷ":
            whole, group, last = (whole + group + last) * 10**9, 0, 0
        else:
            assert word in {"linh", "lẻ"}, word
        if word in VALUES and group % 100 == 10:
            pass
        if word == "mười":
            group, last = group + 10, 0
    return whole + group + last


@given(st.integers(0, 10**12))
def test_a_listener_writes_down_the_number_that_was_typed(number):
    words = cardinal(number, Voice())
    assert not re.search(r"\d", words)
    assert heard(words) == number


@given(st.integers(0, 10**12), st.sampled_from(["linh", "lẻ"]), st.sampled_from(["nghìn", "ngàn"]), st.sampled_from(["tư", "bốn"]))
def test_every_voice_says_the_same_number(number, zero, thousand, four):
    assert heard(cardinal(number, Voice(zero, thousand, four))) == number


@given(st.integers(0, 10**9 - 1))
def test_dots_between_thousands_change_nothing(number):
    assert amount(f"{number:,}".replace(",", "."), Voice()) == cardinal(number, Voice())


def test_the_south_says_its_own_words():
    south = Voice("lẻ", "ngàn", "bốn")
    assert cardinal(1105, south) == "một ngàn một trăm lẻ năm"
    assert cardinal(24, south) == "hai mươi bốn"
    assert SPEAKER.say("24").text == "Hai mươi tư."


@pytest.mark.parametrize(("typed", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXI", 21), ("XL", 40), ("XCIX", 99), ("CC", 200), ("IIII", 0), ("VX", 0), ("", 0)])
def test_roman_numbers_have_their_value_and_others_none(typed, value):
    assert roman(typed) == value


# — any text —

PIECES = st.sampled_from([*(typed for typed, _ in ROWS), "KSTT", "Ω", "→", "№ 5", "x²", "10^3", "<b>", "❤", "ABCxyz", "9,", "/", "12//7", "1.2.3.4", "٣"])


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=6))
def test_whatever_is_typed_the_announcer_meets_no_digit_sign_or_abbreviation(pieces):
    said = SPEAKER.say(" ".join(pieces)).text
    assert not UNSPEAKABLE.search(said), said
    assert bare_abbreviations(said) == []


def test_an_unknown_abbreviation_is_spelled_and_told():
    said = SPEAKER.say("Phòng KSTT và UBND")
    assert said.text == "Phòng ca ét sì tê tê và Ủy ban nhân dân."
    assert said.spelled == ("KSTT",)


def test_the_units_own_terms_count_before_the_list():
    speaker = Speaker(Voice(), glossary({"KSTT": "Kiểm soát thủ tục", "TP": "trưởng phòng"}))
    assert speaker.say("KSTT, TP").text == "Kiểm soát thủ tục, trưởng phòng."


# — the glossary —


def test_every_term_has_a_meaning_and_stands_once():
    terms = read_terms(FILE.read_text(encoding="utf-8"))
    assert len(terms) > 120
    assert len({term.short for term in terms}) == len(terms)
    assert [term for term in terms if not (term.meaning.strip() and term.spoken.strip())] == []


def test_what_is_said_for_a_term_can_be_said():
    wrong = [term.short for term in read_terms(FILE.read_text(encoding="utf-8")) if UNSPEAKABLE.search(term.spoken) or bare_abbreviations(term.spoken)]
    assert wrong == []
