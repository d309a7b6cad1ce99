from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from skill.content.files import LibraryError, read
from skill.domain.distress import Distress
from skill.domain.help_rows import HelpRow, grown_old, list_of
from skill.domain.line import Digits
from skill.domain.support import TEXTED, Crisis, HelpKind, HelpLine, Support
from skill.library import LOCALES, Library
from skill.speech import Speech
from tests.voice_rules import faults_of_words

LIBRARY = Library.english()
SPEECH = Speech(LIBRARY)
COUNTRIES = {
    *("US", "GB", "AU", "CA", "IN", "NZ", "IE", "DE"),
    *("AT", "CH", "FR", "ES", "IT", "MX", "BR", "JP"),
}
VERIFIED = date(2026, 11, 15)


def row(kind: HelpKind, number: str, verified: date | None = VERIFIED, **more: str) -> HelpRow:
    return HelpRow(kind, "a line", number, ("call",), verified, "24/7", "its page", **more)


def words(country: str) -> str:
    lines = LIBRARY.help_list(country).all_lines()
    return " ".join(SPEECH.words(line, "en-GB") for line in lines).replace(
        '<say-as interpret-as="digits">', ""
    )


def numbers(country: str) -> set[str]:
    lines = LIBRARY.help_list(country).all_lines()
    return {n for line in lines for n in re.findall(r'digits">([^<]*)<', SPEECH.words(line, "en-GB"))}


def test_every_country_of_the_list_has_its_file_and_a_name_to_be_spoken():
    assert LIBRARY.countries == COUNTRIES
    assert all(LIBRARY.variants(f"support.country.{country}") for country in COUNTRIES)


def test_what_is_not_verified_is_not_spoken():
    waiting = [r for c in COUNTRIES for r in LIBRARY.help_rows(c) if not r.verified_on]
    assert waiting
    for country in COUNTRIES:
        spoken = {r.number for r in LIBRARY.help_rows(country) if r.verified_on}
        assert numbers(country) <= spoken, country


def test_a_line_for_some_is_no_line_of_the_list_that_everybody_hears():
    assert "1300 789 978" not in words("AU")
    assert list_of("XX", [row(HelpKind.HOME, "1", some="men")]).home == ()


def test_the_first_verified_row_of_a_kind_is_spoken_and_at_home_one_a_region():
    rows = [
        row(HelpKind.CRISIS, "1", None),
        row(HelpKind.CRISIS, "2"),
        row(HelpKind.CRISIS, "3"),
        row(HelpKind.HOME, "4", region="here"),
        row(HelpKind.HOME, "5", region="here"),
        row(HelpKind.HOME, "6", region="there"),
    ]
    found = list_of("XX", rows)
    assert found.support.crisis
    assert found.support.crisis.number == "2"
    assert [line.number for line in found.home] == ["4", "6"]


def test_the_list_has_every_kind_in_every_country_in_the_same_order():
    for country in (*COUNTRIES, "PT"):
        said = words(country)
        places = [
            said.find(start)
            for start in ("In an emergency", "For feeling low", "For a crisis", "For feeling safe at home")
        ]
        assert -1 not in places, country
        assert places == sorted(places), country


def test_a_country_without_verified_rows_gets_its_emergency_number_and_a_doctor_or_midwife():
    assert "111" in words("NZ")
    assert "For a crisis: your doctor or midwife, or 111" in words("NZ")
    assert "For feeling low: your doctor or midwife." in words("PT")
    assert "In an emergency, call your emergency number." in words("PT")


def test_canada_counts_as_verified_with_its_emergency_number():
    assert LIBRARY.support("CA").emergency == "911"


def test_hours_are_said_only_where_they_are_not_day_and_night():
    assert "That one answers weekdays nine to seven thirty" in words("AU")
    assert "That one answers" not in words("GB")


def test_every_number_is_spoken_digit_by_digit():
    for country in COUNTRIES:
        for line in LIBRARY.help_list(country).all_lines():
            reach = line.values.get("reach")
            number = getattr(reach, "values", line.values).get("number")
            assert number is None or isinstance(number, Digits)
            assert not any(isinstance(value, str) and value.isdigit() for value in line.values.values())


def crisis(country: str, about: Distress) -> str:
    return SPEECH.words(Crisis(LIBRARY.support(country), about).help, "en-GB")


def digits(number: str) -> str:
    return f'<say-as interpret-as="digits">{number}</say-as>'


def test_where_the_only_line_is_one_to_text_it_is_said_how():
    for about in (Distress.SELF_HARM, Distress.FOR_ANOTHER):
        assert f"send a text to the crisis text line on {digits('50808')}" in crisis("IE", about)
        assert "text" not in crisis("GB", about)


def test_with_an_unwanted_thought_the_line_for_new_parents_is_named_too():
    said = {country: crisis(country, Distress.SCARY_THOUGHT) for country in COUNTRIES}
    assert all("midwi" in words and "doctor" in words for words in said.values())
    assert f"the maternal line on {digits('1 833 852 6262')}" in said["US"]
    assert f"text the word PANDAS to {digits('85258')}" in said["GB"]
    assert "PANDA" not in said["AU"], "it is shut at night"


@pytest.mark.parametrize("emergency", [None, "112"])
@pytest.mark.parametrize("channel", ["", "call", "text", "call_or_text", "text_word"])
@pytest.mark.parametrize("about", [each for each in Distress if each is not Distress.FEAR])
def test_whatever_rows_there_are_there_is_a_reply_of_one_breath_each(
    about: Distress, channel: str, emergency: str | None
):
    number = "85258" if channel in TEXTED else "1 833 852 6262"
    line = HelpLine("the maternal line", number, channel, word="HELLO") if channel else None
    state = Crisis(Support("XX", emergency, line, line), about)
    plain = re.sub("<[^>]*>", "", SPEECH.words(state.help, "en-GB"))
    assert list(faults_of_words(plain)) == []
    assert "{" not in plain


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_of_every_list_keeps_the_voice_rules(locale: str):
    faults = []
    for country in COUNTRIES:
        for line in LIBRARY.help_list(country).all_lines():
            plain = SPEECH.words(line, locale).replace('<say-as interpret-as="digits">', "")
            faults += [f"{country}: {fault}" for fault in faults_of_words(plain.replace("</say-as>", ""))]
    assert faults == []


def test_a_row_wants_verifying_again_after_ninety_days():
    rows = [row(HelpKind.CRISIS, "1"), row(HelpKind.HOME, "2", None)]
    assert list(grown_old(rows, date(2027, 2, 13))) == []
    assert list(grown_old(rows, date(2027, 2, 14))) == rows[:1]


def test_every_spoken_row_was_verified_in_november_2026_at_the_earliest():
    rows = [r for c in COUNTRIES for r in LIBRARY.help_rows(c) if r.verified_on]
    assert rows
    assert all(r.verified_on and r.verified_on >= VERIFIED for r in rows)


def test_a_country_that_is_not_listed_opens_no_file():
    assert LIBRARY.help_rows("../support/GB") == ()
    assert LIBRARY.help_rows("PT") == ()


def test_a_verified_row_without_hours_is_named_by_its_file(tmp_path: Path):
    file = tmp_path / "GB.json"
    file.write_text(
        '[{"kind":"home","name":"a","number":"1","channels":["call"],"verified_on":"2026-11-15","source":"b"}]'
    )
    with pytest.raises(LibraryError, match=r"GB\.json.*hours"):
        read(file, list[HelpRow])
