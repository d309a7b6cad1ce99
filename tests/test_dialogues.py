"""Every golden dialogue is played end to end, and the laws of speech hold in every turn of it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from skill.library import LOCALES, Library
from tests.dialogues.player import Played, Player, Turn
from tests.dialogues.sounding import SOUNDS
from tests.voice_rules import faults_of_ssml, faults_of_turn, faults_of_words

FOLDER = Path(__file__).parent / "dialogues"
FILES = sorted(FOLDER.glob("*.txt"))
LONG = ("help.about", "help.after_a_loss", "support.opening", "support.again")
CRISIS = "Shall I say that again?"
"""Its reprompt is the number once more; tests/what_always_holds/test_danger.py looks after it."""
SHALL_I_AGAIN = "Shall I say that again?"
"""Whoever says yes to it hears the same."""
SAME_AGAIN = ("OK. We'll leave it there for today. The support list is here any time you ask.",)


@cache
def _library() -> Library:
    return Library.english()


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def dialogue(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def test_a_dialogue_sounds_as_it_was_judged(dialogue: Path, update: bool):  # noqa: FBT001 - a fixture
    played = _played(dialogue, "en-GB")
    if update:
        dialogue.write_text(played.text, encoding="utf-8")
    assert played.text == dialogue.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_turn_keeps_the_voice_rules_in_every_locale(dialogue: Path, locale: str):
    faults = [f"{turn.said}: {fault}" for turn in _played(dialogue, locale).turns for fault in _faults(turn)]
    assert faults == []


def test_every_exercise_chimes_within_its_limits_where_sounds_can_be_had(dialogue: Path):
    silent = _played(dialogue, "en-GB").turns
    with TemporaryDirectory() as folder:
        player = Player(Path(folder), sounds=SOUNDS)
        chiming = (
            player.play(dialogue.read_text(encoding="utf-8")).turns if any(t.rests for t in silent) else []
        )
    assert [
        f"{turn.said}: {fault}" for turn in chiming for fault in faults_of_ssml(turn.ssml, turn.again)
    ] == []
    assert [turn.speech for turn in chiming] in ([turn.speech for turn in silent], [])


def test_nothing_is_said_twice_running(dialogue: Path):
    turns = [turn for turn in _played(dialogue, "en-GB").turns if turn.speech]
    twice = [b.said for a, b in pairwise(turns) if a.speech == b.speech and not _may_repeat(b)]
    assert twice == []


def test_there_are_dialogues_enough_to_judge():
    assert len(FILES) >= 60


@cache
def _played(file: Path, locale: str) -> Played:
    with TemporaryDirectory() as folder:
        return Player(Path(folder), locale).play(file.read_text(encoding="utf-8"))


def _faults(turn: Turn) -> list[str]:
    quoted = next((q for q in _questions() if q in turn.speech), "")
    helped = any(words in turn.speech for words in _long())
    own = [] if turn.rests else list(faults_of_words(turn.speech.replace(quoted, "")))
    return [
        *(fault for fault in own if not (helped and fault.startswith("V26"))),
        *_speech_faults(turn, quoted, long=helped or turn.rests),
        *faults_of_ssml(turn.ssml, turn.again),
    ]


def _speech_faults(turn: Turn, quoted: str, *, long: bool) -> list[str]:
    if turn.speech.endswith(CRISIS):
        return []
    if not turn.speech:
        return ["V22 listens without a word"] if turn.listening else []
    return list(
        faults_of_turn(
            turn.speech, listening=turn.listening, reprompt=turn.reprompt, quoted=quoted, long=long
        )
    )


def _may_repeat(turn: Turn) -> bool:
    asked = "again" in turn.said or "repeat" in turn.said
    return asked or turn.speech in SAME_AGAIN or turn.speech.endswith(SHALL_I_AGAIN)


@cache
def _long() -> tuple[str, ...]:
    return tuple(_library().phrase("en-US", key, v) for key in LONG for v in range(_library().variants(key)))


@cache
def _questions() -> tuple[str, ...]:
    return tuple(_library().phrase("en-US", f"question.{q.id}") for q in _library().questions)
