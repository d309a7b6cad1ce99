"""What an exercise is: its bounds, its clock, and that every one of the library keeps to them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.content.files import LibraryError
from skill.domain.exercise.exercise import Company, Exercise
from skill.domain.exercise.step import SLOWER, STANDARD
from skill.domain.line import Line, Rest
from skill.library import Library
from skill.speech import Speech
from tests.voice_rules import count, faults_of_words, sentences

FOLDER = Path(__file__).parents[3] / "skill/locales/en"
LIBRARY = Library.english()
EXERCISES = LIBRARY.exercises
FILES = sorted((FOLDER / "exercises").glob("*.json"))
each = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.slug)


def words(key: str) -> str:
    return LIBRARY.phrase("en-GB", key)


def all_words(exercise: Exercise) -> str:
    keys = [key for step in exercise.steps for key in (*step.phrases, *filter(None, [step.gate]))]
    return " ".join(words(key) for key in keys)


def whole(exercise: Exercise, pace: int) -> float:
    return sum(step.seconds(pace) for step in exercise.steps)


@each
def test_it_lasts_two_minutes_and_slower_never_more_than_160_seconds(exercise: Exercise):
    assert 105 <= whole(exercise, STANDARD) <= 135
    assert whole(exercise, STANDARD) < whole(exercise, SLOWER) <= 160


@each
def test_its_seconds_are_its_words_at_142_a_minute_and_its_rests(exercise: Exercise):
    breaths_within_the_opening = 2
    rests = sum(step.rest for step in exercise.steps) + breaths_within_the_opening
    assert whole(exercise, STANDARD) == pytest.approx(count(all_words(exercise)) / 142 * 60 + rests)


@each
def test_it_has_at_most_120_words(exercise: Exercise):
    assert count(all_words(exercise)) <= 120


@each
def test_a_step_has_at_most_25_words_and_then_5_to_40_seconds_of_quiet(exercise: Exercise):
    for step in exercise.steps[1:-1]:
        assert sum(count(words(key)) for key in step.phrases) <= 25
        for pace in (STANDARD, SLOWER):
            assert step.gate or 5 <= step.quiet(pace) <= 40


@each
def test_it_says_its_name_how_it_ends_and_that_it_can_stop(exercise: Exercise):
    assert exercise.steps[0].phrases == tuple(
        f"exercise.{exercise.id}.{each}" for each in ("opening", "ends", "needs")
    )
    opening, ends = (words(key) for key in exercise.steps[0].phrases[:2])
    assert sentences(opening)[0].startswith(f"This is {words(exercise.name.key)}")
    assert re.match(r"It ends\b", ends)
    assert "you can stop any time" in ends


@each
def test_one_for_two_says_so_in_its_first_breath_and_one_for_one_never_speaks_to_two(exercise: Exercise):
    first = sentences(words(f"exercise.{exercise.id}.opening"))[0]
    assert ("for the two of you" in first) == (exercise.company is Company.TOGETHER)
    assert exercise.company is Company.TOGETHER or not re.search(
        r"each other|you both|two of you", all_words(exercise)
    )


@each
def test_its_words_are_fit_for_a_child_and_keep_the_rules_of_the_voice(exercise: Exercise):
    said = all_words(exercise)
    assert [fault for fault in faults_of_words(said) if not fault.startswith("V2 ")] == []
    plain = set(re.findall(r"[a-z']+", said.casefold()))
    assert not plain & (LIBRARY.word_list("sexual") | LIBRARY.word_list("profanity"))
    assert not re.search(r"close your eyes|eyes closed|hold your breath|lie down|lay down\b", said.casefold())


@each
@pytest.mark.parametrize("pace", [STANDARD, SLOWER])
def test_one_response_is_short_enough_slow_enough_and_rests_in_pauses_of_ten_seconds(
    exercise: Exercise, pace: int
):
    ssml = Speech(LIBRARY).render(exercise.spoken(0, pace), "en-GB")
    assert len(ssml) < 8000
    assert not re.sub(r'<prosody rate="(95|85)%">.*?</prosody>|<break time="(10|\d)s"/>', "", ssml).strip()


def test_only_a_gate_asks():
    for exercise in EXERCISES:
        asked = {step.gate for step in exercise.steps if step.gate}
        said = [key for step in exercise.steps for key in step.phrases if key not in asked]
        assert not any("?" in words(key) for key in said)


def test_a_file_is_named_by_the_slug_of_its_exercise():
    assert {file.stem for file in FILES} == {e.slug for e in EXERCISES}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"tehmes": ["calm"]}, r"kind-minute\.json.*tehmes"),
        ({"themes": ["clam"]}, r"kind-minute\.json.*clam.*\$\.themes"),
        ({"touch": "tickle"}, r"kind-minute\.json.*tickle.*\$\.touch"),
        ({"touch": "hug"}, r"kind-minute\.json.*touch takes two.*\$\.touch"),
        ({"twin": "P21T"}, r"kind-minute\.json.*twin.*\$\.touch"),
        (
            {"steps": [{"say": "Let go.", "rest": 9, "consent": True}]},
            r"kind-minute\.json.*consent.*\$\.touch",
        ),
        ({"not_when": ["rainy"]}, r"kind-minute\.json.*rainy.*\$\.not_when"),
        ({"grade": "Z"}, r"kind-minute\.json.*Z.*\$\.grade"),
        ({"company": "three"}, r"kind-minute\.json.*three.*\$\.company"),
        ({"steps": [{"say": "Breathe.", "rest": 90}]}, r"kind-minute\.json.*40.*\$\.steps\[0\]\.rest"),
        ({"steps": [{"say": "Breathe.", "rset": 9}]}, r"kind-minute\.json.*rset.*\$\.steps\[0\]"),
    ],
)
def test_what_is_wrong_in_a_file_is_named_by_file_and_key(tmp_path: Path, change: dict[str, Any], named: str):
    _with_kind_minute(tmp_path, change)
    with pytest.raises(LibraryError, match=named):
        _ = Library(tmp_path).exercises


def test_what_is_missing_in_a_file_is_named(tmp_path: Path):
    _with_kind_minute(tmp_path, {}, without="touch")
    with pytest.raises(LibraryError, match=r"kind-minute\.json.*touch"):
        _ = Library(tmp_path).exercises


def _with_kind_minute(folder: Path, change: dict[str, Any], without: str = "") -> None:
    row = json.loads((FOLDER / "exercises/kind-minute.json").read_text(encoding="utf-8")) | change
    row.pop(without, None)
    (folder / "exercises").mkdir()
    (folder / "exercises/kind-minute.json").write_text(json.dumps(row), encoding="utf-8")


@st.composite
def moments(draw: st.DrawFn) -> tuple[Exercise, int, int, float]:
    exercise = draw(st.sampled_from(EXERCISES))
    start = draw(st.integers(0, exercise.closing))
    return exercise, start, draw(st.sampled_from([STANDARD, SLOWER])), draw(st.floats(0, 400))


@given(moments())
def test_at_any_second_the_clock_finds_the_step_that_runs(moment: tuple[Exercise, int, int, float]):
    exercise, start, pace, seconds = moment
    reached = exercise.reached(start, pace, seconds)
    before = sum(exercise.steps[step].seconds(pace) for step in range(start, min(reached, exercise.end)))
    assert start <= reached <= exercise.end
    assert before <= seconds + 1e-6
    if reached < exercise.end and not exercise.steps[reached].stops:
        assert seconds < before + exercise.steps[reached].seconds(pace)


@given(moments())
def test_at_any_second_no_gate_is_passed(moment: tuple[Exercise, int, int, float]):
    exercise, start, pace, seconds = moment
    gate = exercise.gate_of(start)
    assert gate is None or exercise.reached(start, pace, seconds) <= gate


@given(moments())
def test_what_is_spoken_lasts_as_long_as_the_clock_says(moment: tuple[Exercise, int, int, float]):
    exercise, start, pace, _ = moment
    lines = exercise.spoken(start, pace)
    said = sum(count(words(line.key)) for line in lines if isinstance(line, Line))
    gate = exercise.gate_of(start)
    asked = count(words(exercise.steps[gate].gate or "")) if gate is not None else 0
    rests = sum(line.seconds for line in lines if isinstance(line, Rest))
    assert exercise.seconds(start, pace) == pytest.approx((said + asked) * 60 / (150 * pace // 100) + rests)
    assert all(line.pace == pace for line in lines if isinstance(line, Line))
