"""Rules 3, 4, 7 and 13 on the wire: every byte that leaves is searched, for an Echo and for the page."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from tests.laws.house.life import Life
from tests.laws.house.taken import LIBRARY, LOCALE, SPEECH, Taken
from tests.laws.house.wire import said_on_the_speaker
from tests.laws.rules.secrets import SECRET
from tests.laws.rules.witness import Witness
from tests.laws.touch_keys import height

WHISPERED = re.compile(r'<amazon:effect name="whispered">.*?</amazon:effect>')
WORDS = re.compile(r"(?:\\[nrt])?([a-z]+)")
"""A word, also where it begins a line of JSON."""
ADULT = re.compile(
    r"(sex|arous|fuck|shit)[a-z]*|naked|nude|orgasm|libido|foreplay|porn|breasts?|genitals?|kinky|horny"
)
"""Words that nobody hears here, whatever the lists of the library say."""
APOLOGY = LIBRARY.phrase(LOCALE, "apology.sorry").encode()
EVERY = 7
"""The page plays what an Echo plays: one turn in so many is looked at on both."""
NAMELESS = (
    "closeness.", "deciding.", "ending.", "exercise.", "fact.", "first_in.", "ladder.", "menu.",
    "privacy.", "quiet.", "second_in.", "small_moment.", "still_paused.", "support.", "tonight.", "welcome.",
)  # fmt: skip
"""Beginnings of phrases in which nobody is named: what is preferred has no owner."""
LONGEST_RING = 25
"""Characters of a reminder."""


def rule_3_no_free_word_leaves(_witness: Witness, life: Life, taken: Taken) -> None:
    """Words said freely are in no byte that leaves, but for a reveal: there they are whispered."""
    rings = " ".join(SPEECH.words(ring.text, LOCALE) for ring in life.bench.rings.values())
    assert not SECRET.search(rings), "rule 3: a reminder holds somebody's words"
    if not SECRET.search(taken.out.decode()):
        return
    assert "check_in.said" in taken.keys, "rule 3: words leave that nobody was to hear"
    left = msgspec.json.decode(taken.out)
    aloud = WHISPERED.sub("", left["response"]["outputSpeech"].pop("ssml"))
    assert not SECRET.search(aloud), "rule 3: an answer is not marked as private"
    assert not SECRET.search(str(left)), "rule 3: words are on a card, in a directive or in the session"
    said = said_on_the_speaker(taken.out)
    shown = [part for part in said["parts"] if not part.get("whisper")]
    beside = {key: said[key] for key in said if key not in ("speech", "ssml", "parts")}
    assert not SECRET.search(str((shown, beside))), "rule 3: the page gets words to show"


def rule_3_names_stay_where_they_are_said(_witness: Witness, life: Life, taken: Taken) -> None:
    """No card, no directive, no log and no reminder has a name; nor has what is said of closeness."""
    names = _names(taken)
    if not names:
        return
    left = msgspec.json.decode(taken.out)
    beside = [left["response"].get(part) for part in ("card", "directives")]
    assert not names.search(str(beside)), "rule 3: a card or a directive has a name"
    assert not any(names.search(line) for line in taken.lines), "rule 3: the log has a name"
    for ring in life.bench.rings.values():
        text = SPEECH.words(ring.text, LOCALE)
        assert not names.search(text), "rule 7: a reminder has a name"
        assert len(text) <= LONGEST_RING, "rule 7: a reminder is too long"
    if taken.keys and all(key.startswith(NAMELESS) for key in taken.keys):
        assert not names.search(taken.out.decode()), "rule 13: a preference has an owner"


def rule_7_every_byte_is_fit_for_a_child(_witness: Witness, _life: Life, taken: Taken) -> None:
    """No swear word and nothing sexual in anything that leaves, whatever came in."""
    words = set(WORDS.findall(taken.out.decode().casefold()))
    found = words & unfit() | set(filter(ADULT.fullmatch, words))
    assert not found, f"rule 7: {found} leaves"


def what_leaves_is_what_was_meant(_witness: Witness, life: Life, taken: Taken) -> None:
    """No turn of a day ends in an apology, and the page gets no more than the Echo."""
    assert APOLOGY not in taken.out, "an answer could not be put into words"
    if life.turns % EVERY:
        return
    left = msgspec.json.decode(taken.out)["response"]
    said = said_on_the_speaker(taken.out)
    assert said["listening"] == (left.get("shouldEndSession") is False), "the page listens, an Echo does not"
    assert said["ssml"] == left.get("outputSpeech", {}).get("ssml", ""), "the page says something else"


def _names(taken: Taken) -> re.Pattern[str] | None:
    """The first names that are known here, as whole words; None where there are none."""
    people = (taken.before.first, taken.before.second, taken.after.first, taken.after.second)
    names = sorted({person.name for person in people if person.name})
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE) if names else None


@cache
def unfit() -> frozenset[str]:
    """Words that the library keeps out."""
    return LIBRARY.word_list("profanity") | LIBRARY.word_list("sexual")


def rule_2_nothing_with_touch_has_a_card(_witness: Witness, _life: Life, taken: Taken) -> None:
    """A card stays in an app for both to see: what was offered with touch would be told there."""
    if b'"card"' in taken.out:
        assert not any(map(height, taken.keys)), "rule 2: a card tells of touch"


ON_THE_WIRE = (
    rule_2_nothing_with_touch_has_a_card,
    rule_3_no_free_word_leaves,
    rule_3_names_stay_where_they_are_said,
    rule_7_every_byte_is_fit_for_a_child,
    what_leaves_is_what_was_meant,
)
