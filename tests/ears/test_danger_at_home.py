"""What parents say every day is no danger, and the danger that stands next to it is heard."""

from __future__ import annotations

import pytest

from skill.domain.distress import Distress
from skill.ears.danger import by_patterns, distress, phrases, tokens
from skill.ears.danger.daily import is_daily, set_aside, undated
from skill.ears.manners import manner

HARMS = ("smother", "strangle", "drown", "throw", "choke", "suffocate", "hit", "slap", "shake", "drop")
ENDS = ("and then it would be quiet", "and then it would stop", "and nobody would know")
SMALL = ("my toddler", "the baby", "my two year old", "my little boy", "our little one", "my kids")


def _heard(words: str) -> Distress | None:
    return distress(words, phrases())


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("child", ["the baby", "my baby", "him", "her"])
@pytest.mark.parametrize("harm", HARMS)
def test_harm_to_a_child_is_answered_aloud_whatever_would_come_of_it(harm: str, child: str, end: str) -> None:
    assert _heard(f"I could {harm} {child} {end}") is Distress.RAGE


@pytest.mark.parametrize(
    "words",
    [
        "I might smother her and then it would be quiet",
        "I could drown him in the bath and nobody would know",
        "if I smothered the baby it would be quiet",
        "he hits me and I could smother the baby and then it would be quiet",
        "I'm scared of myself",
        "I'm frightened of myself",
        "I'm afraid of myself tonight",
        "I'm scared of myself when he cries",
        "I'm scared what I might do to him",
        "I'm scared of what I might do to the baby",
    ],
)
def test_a_parent_near_to_hurting_is_told_how_to_step_away(words: str) -> None:
    assert _heard(words) is Distress.RAGE


@pytest.mark.parametrize(
    "words",
    [
        "I could eat the baby and nobody would know",
        "I could hug him and then it would stop",
        "I could kill for a nap and nobody would know",
        "I could never smother the baby",
        "I'm proud of myself",
    ],
)
def test_what_harms_no_child_is_not_taken_for_harm(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "he could smother me and nobody would know",
        "he said he could drown the baby and nobody would know",
        "I'm scared of him and scared of myself I want to die",
    ],
)
def test_what_somebody_else_may_do_stays_fear(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    [
        "I do it myself",
        "no I do it",
        "I can do it",
        "I wanna do it too",
        "I want to do it mummy",
        "I want to do it now",
        "I want to do it tomorrow",
        "I want to do it with daddy",
        "let me do it",
        "me do it",
        "I did it all by myself",
        "she doesn't want to do it",
        "Sam doesn't want to do it tonight",
        "do you want to do it",
        "we want to do it now",
        "want to do it",
    ],
)
def test_a_bare_do_it_is_neither_danger_nor_rude(words: str) -> None:
    assert (_heard(words), manner(words)) == (None, None)


@pytest.mark.parametrize("words", ["wanna have sex", "do you want to try sex", "we want to do kinky"])
def test_what_is_asked_for_plainly_is_still_kept_family_safe(words: str) -> None:
    assert manner(words) == "FamilySafeIntent"


@pytest.mark.parametrize(
    "words",
    [
        "I want to end it",
        "I'm going to do it tonight, I've got the pills",
        "I want to do it with the pills",
        "I want to do it, I want to die",
        "I want to do it and not wake up",
        "I want to do it, goodbye",
        "I'm going to do it when they're asleep",
        "I do it to myself",
        "Friday because Friday's when I do it",
        "I know how I'd do it",
        "I can't do it any more",
    ],
)
def test_a_second_sign_makes_do_it_a_danger_again(words: str) -> None:
    assert _heard(words) is Distress.SELF_HARM


@pytest.mark.parametrize(
    "words",
    [
        "she doesn't want me near her",
        "he doesn't want me near him, what do I do",
        "my wife doesn't want me near her tonight",
        "she doesn't want me near her and I feel so alone",
        "Sam doesn't want me near him any more",
        "did he say he doesn't want to",
        "she said she doesn't want to",
        "my husband he he said he doesn't want to",
        "she doesn't want to go out",
        "he doesn't want to go out on Saturday",
        "he doesn't want to go on",
        "she doesn't want to be with me",
        "she doesn't want to try again",
        "why won't he touch me",
        "why doesn't she want me",
        "why doesn't my husband want to touch me",
        "he turned me down again",
        "she keeps turning me down",
        "she turned away from me",
        "he pushed me away",
        "I feel as if he doesn't want me",
        "why doesn't she want to be near me",
        "why doesn't he want to",
        "make him want me",
    ],
)
def test_a_partner_who_refuses_is_neither_a_worry_nor_a_fear(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "he doesn't want to live",
        "she said she doesn't want to wake up",
        "he doesn't want to be here",
        "he doesn't want to go on living",
        "she doesn't want to go on any more",
        "he says he doesn't want to go on",
        "she doesn't want to, she wants to die",
        "she doesn't want me near her and she's taken pills",
    ],
)
def test_who_does_not_want_to_live_is_a_worry(words: str) -> None:
    assert _heard(words) is Distress.FOR_ANOTHER


@pytest.mark.parametrize(
    "words",
    [
        "he doesn't want me near my mum",
        "when he doesn't want to he hits me",
        "she doesn't want me near her and she hits me",
        "I pretend to be asleep so he won't touch me",
        "he turned on me again",
        "he turned up again at my door",
        "he pushed me away and I fell",
        "he pushed me",
        "why does he hit me",
    ],
)
def test_what_sounds_like_a_refusal_and_is_force_or_control_stays_fear(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    [
        "she's touched out, what do I do",
        "she's worn out, what do I do",
        "she's burnt out",
        "my wife is burnt out what can I do",
        "she's stressed out and I don't know how to help",
        "she's knocked out",
        "the kids are knocked out",
    ],
)
def test_who_is_worn_out_needs_no_ambulance(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "she's passed out",
        "she's passed out, what do I do",
        "he's out cold what do I do",
        "he blacked out what do I do",
        "he's knocked out cold",
        "she's been knocked out",
        "he fell and he's knocked out",
        "she's knocked out and won't wake up",
        "she's worn out and she won't wake up",
        "he's worn out and not breathing",
    ],
)
def test_who_does_not_wake_needs_one(words: str) -> None:
    assert _heard(words) is Distress.EMERGENCY


@pytest.mark.parametrize("blow", ["hits me", "hit me today", "bit me", "keeps hitting me", "kicked me hard"])
@pytest.mark.parametrize("child", SMALL)
def test_the_blow_of_a_small_child_is_no_fear(child: str, blow: str) -> None:
    assert _heard(f"{child} {blow}") is None


@pytest.mark.parametrize(
    "words",
    [
        "he punched me with his tiny fist",
        "she slapped me with her little hand",
        "my son hits me, he's two",
        "he bit me while he was feeding",
        "he bit me when I was feeding him",
        "I got punched by my toddler",
        "my toddler bit me, he bit me hard",
        "my toddler hits me when I say no",
        "my toddler won't stop hitting me and I don't know what to do",
    ],
)
def test_a_small_child_is_known_by_more_than_its_name(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "he punched me with his fist",
        "he hit me while I was feeding the baby",
        "he punched me while I was feeding",
        "he hit me in front of the baby",
        "he hit me, the baby's two",
        "my baby's dad hit me",
        "my husband and my toddler hit me",
        "my toddler hit me and so did my husband",
        "my toddler hits me and he choked me",
        "I told everyone the toddler hit me but it was him",
    ],
)
def test_the_blow_of_somebody_grown_stays_fear_beside_a_child(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words", ["my toddler bit me and I hit him back", "my toddler hits me and I want to hurt him"]
)
def test_a_blow_that_is_given_back_is_heard(words: str) -> None:
    assert _heard(words) is Distress.RAGE


@pytest.mark.parametrize(
    "words",
    [
        "I'm frightened",
        "I'm scared tonight",
        "I don't want to but he'll sulk",
        "I don't want to but my husband will sulk",
        "if I say no he sulks",
        "if I say no she sulks",
        "he sulks when I say no",
        "if I turn him down he sulks",
    ],
)
def test_a_whispered_fear_and_pressure_are_heard(words: str) -> None:
    assert _heard(words) is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    [
        "I'm not scared",
        "I'm scared of the dark mummy",
        "he sulks when he loses",
        "she sulks if I say no sweets",
        "my toddler sulks if I say no",
        "I don't want to go to the party but he'll sulk",
    ],
)
def test_a_sulk_or_a_scare_without_pressure_is_none(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "when", ["on Saturday", "last Monday", "on Tuesday night", "at seven", "Sunday morning"]
)
@pytest.mark.parametrize("words", ["she hit me", "Sam hit me", "he hit me with the door", "he slapped me"])
def test_a_day_or_an_hour_hides_no_blow(words: str, when: str) -> None:
    assert _heard(f"{words} {when}") is Distress.FEAR


@pytest.mark.parametrize(
    "words",
    [
        "she hit on me on Saturday",
        "he hit me with a pillow on Saturday",
        "Sam pushed me on the swing on Saturday",
        "the baby hit me on Saturday",
        "I won't be here on Saturday",
        "I've to ask him if he's free on Saturday",
    ],
)
def test_a_day_makes_no_alarm_of_what_was_none(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize("words", ["I've put the baby down", "I put him in the cot", "help me apologise Sam"])
def test_what_is_said_while_putting_a_child_to_bed_or_making_up_is_daily(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    "words",
    ["I'd go with fifteen", "number nine", "I think it's an eleven", "about seventy percent", "jesus christ"],
)
def test_a_figure_or_a_sigh_alone_is_no_call_for_help(words: str) -> None:
    assert _heard(words) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("jesus christ he's not breathing", Distress.EMERGENCY),
        ("I've taken fifteen", Distress.SELF_HARM),
        ("I'm going to do it tonight", Distress.SELF_HARM),
    ],
)
def test_with_danger_behind_it_it_is_one(words: str, kind: Distress) -> None:
    assert _heard(words) is kind


def test_what_is_daily_reaches_from_end_to_end() -> None:
    known = phrases()
    assert is_daily(tokens("I do it myself, mummy", known), known)
    assert not is_daily(tokens("I do it myself with a knife", known), known)
    assert not is_daily(tokens("mummy", known), known)


def test_only_the_daily_part_is_set_aside() -> None:
    known = phrases()
    left = set_aside(tokens("she doesn't want me near her and I am sad", known), known)
    assert left == ["^", "and", "i", "am", "sad", "$"]
    assert undated(tokens("he hit me on Saturday night", known), known) == ["^", "he", "hit", "me", "$"]


def test_fear_beside_an_act_that_is_about_to_happen_is_not_certain() -> None:
    known = phrases()
    assert by_patterns(tokens("I'm scared", known), known).feared
    assert not by_patterns(tokens("if I say no he sulks and the baby isn't breathing", known), known).feared


def test_every_daily_pattern_can_be_read() -> None:
    for patterns in phrases().daily.values():
        patterns.read_all()
