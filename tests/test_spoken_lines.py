"""Every line of every locale keeps the voice rules; what a phrase needs is there; code says nothing."""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from skill.content.files import LibraryError
from skill.domain.progress import State
from skill.library import LOCALES, Library, phrase_fields
from tests.voice_rules import count, faults_of_words, sentences

SKILL = Path(__file__).parent.parent / "skill"
LIBRARY = Library.english()
VARIED = (
    "welcome.first",
    "welcome.back",
    "welcome.goodbye",
    "misheard.sorry",
    "misheard.once_more",
    "misheard.close",
    "check_in.heard",
    "check_in.kept",
    "check_in.told",
)
DISCLAIMER = ("help.about", "help.after_a_loss")
LONGER = ("question.", "exercise.")
STATES = get_args(State)


def _wordings(locale: str) -> list[tuple[str, str]]:
    return [
        (key, LIBRARY.phrase(locale, key, variant))
        for key in LIBRARY.keys
        for variant in range(LIBRARY.variants(key))
    ]


def _as_heard(words: str) -> str:
    """Values take about one word each, and none of them ends a sentence."""
    return re.sub(r"\{[^}]*\}", "something", words)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_line_keeps_the_voice_rules(locale: str):
    faults = [
        f"{key}: {fault}"
        for key, words in _wordings(locale)
        for fault in faults_of_words(_as_heard(words))
        if not (key in DISCLAIMER and fault.startswith("V26"))
    ]
    assert faults == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.KEY)
def test_every_state_asks_one_question_last_and_reprompts_with_more_help(state: type[State]):
    for form in ("question", "reprompt", "help", "two_choices"):
        for locale in LOCALES:
            for variant in range(LIBRARY.variants(f"{state.KEY}.{form}")):
                words = LIBRARY.phrase(locale, f"{state.KEY}.{form}", variant)
                quoted = "{question}" in words or words.startswith("{")
                assert quoted or (words.count("?") == 1 and words.endswith("?")), (state.KEY, form, words)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.KEY)
def test_every_state_has_its_words_for_everything_that_can_go_wrong(state: type[State]):
    forms = ["question", "reprompt", "help", "two_choices"]
    if state.KEY == "crisis":
        forms = forms[:2]
    missing = [form for form in forms if LIBRARY.variants(f"{state.KEY}.{form}") == 0]
    assert missing == []


@pytest.mark.parametrize("key", VARIED)
def test_what_is_heard_often_has_three_wordings(key: str):
    assert LIBRARY.variants(key) >= 3


def test_the_second_welcome_has_less_than_half_the_words_of_the_first():
    question = count(LIBRARY.phrase("en-US", "menu.question"))
    first = min(count(LIBRARY.phrase("en-US", "welcome.first", v)) for v in range(3)) + question
    back = max(count(LIBRARY.phrase("en-US", "welcome.back", v)) for v in range(3)) + question
    assert back < first / 2
    assert max(count(LIBRARY.phrase("en-US", "welcome.first", v)) for v in range(3)) + question <= 35


def test_all_wordings_of_a_phrase_name_the_same_things_in_every_locale():
    for key in LIBRARY.keys:
        fields = [
            phrase_fields(LIBRARY.phrase(locale, key, v))
            for locale in LOCALES
            for v in range(LIBRARY.variants(key))
        ]
        if key.startswith("time.clock"):
            continue
        assert all(a == b for a, b in pairwise(fields)), key


def test_a_difference_of_a_locale_stands_for_a_phrase_there_is():
    for file in (SKILL / "locales/en/differences").glob("*.json"):
        assert file.stem in LOCALES
        unknown = [key for key in json.loads(file.read_text()) if key not in LIBRARY.keys]
        assert unknown == []


def test_every_key_the_code_names_has_its_words():
    named = {key for file in SKILL.rglob("*.py") for key in _keys_in(file)}
    assert {key for key in named if LIBRARY.variants(key) == 0} == set()


def test_no_sentence_of_the_skill_stands_in_the_code():
    rooms = ("conversations", "domain", "alexa", "reminders")
    files = [f for room in rooms for f in (SKILL / room).rglob("*.py")] + [
        SKILL / "speech.py",
        SKILL / "turns.py",
    ]
    spoken = [
        f"{file.name}:{node.lineno} {node.value!r}"
        for file in files
        for node in _texts(file)
        if _is_sentence(node.value)
    ]
    assert spoken == []


def test_a_misspelt_field_is_named_by_file_and_place(tmp_path: Path):
    _copy(tmp_path)
    (tmp_path / "questions/us.json").write_text('[{"id": "us-01", "deepth": 1, "text": "Who sang today?"}]')
    with pytest.raises(LibraryError, match=r"us\.json.*deepth.*\$\[0\]"):
        _ = Library(tmp_path).questions


def test_a_depth_out_of_bounds_is_named_by_file_and_place(tmp_path: Path):
    _copy(tmp_path)
    (tmp_path / "questions/us.json").write_text('[{"id": "us-01", "depth": 9, "text": "Who sang today?"}]')
    with pytest.raises(LibraryError, match=r"us\.json.*<= 5.*\$\[0\]\.depth"):
        _ = Library(tmp_path).questions


def test_a_phrase_that_is_not_there_is_named():
    with pytest.raises(LibraryError, match=r"no\.such"):
        LIBRARY.phrase("en-US", "no.such")


def _copy(target: Path) -> None:
    for file in (SKILL / "locales/en").rglob("*.json"):
        copied = target / file.relative_to(SKILL / "locales/en")
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(file.read_bytes())


def _texts(file: Path) -> list[ast.Constant]:
    """The texts of a file that are neither docstrings, nor messages of errors, nor for the log."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    beside = {id(n) for stands in ast.walk(tree) for n in _never_spoken(stands)}
    return [
        n
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in beside
    ]


def _never_spoken(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return [node.value]
    if isinstance(node, ast.Raise):
        return list(ast.walk(node))
    logs = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOGGED
    return list(ast.walk(node)) if logs else []


LOGGED = ("debug", "info", "warning", "error", "exception")


def _is_sentence(text: object) -> bool:
    return (
        isinstance(text, str)
        and len(text.split()) >= 3
        and bool(sentences(text))
        and text.strip()[-1] in ".?!"
    )


def _keys_in(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args)
    named = (c.args[0] for c in calls if _is_line(c.func))
    return [n.value for n in named if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _is_line(called: ast.expr) -> bool:
    return (isinstance(called, ast.Name) and called.id == "Line") or (
        isinstance(called, ast.Attribute) and called.attr == "line"
    )
