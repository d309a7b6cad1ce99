"""The Lambda package gains nothing from the voice, and a speaker without sound loads none of it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LIBRARIES = {"audiotsm", "espeakng_loader", "gtts", "lameenc", "miniaudio", "numpy", "pyloudnorm", "requests"}
ROOM = ROOT / "skill" / "speaker" / "voice"
OPENED = {
    "the Lambda function": "import lambda_function as door; door.lambda_handler({'request': {}}, None)",
    "the web door": "import skill.web.application",
    "the commands": "import skill.commands",
    "the speaker": "import skill.speaker.door, skill.speaker.terminal",
}


def loaded(code: str) -> set[str]:
    program = f"{code}; import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stderr.splitlines()[-1]))


@pytest.mark.parametrize("door", OPENED)
def test_no_library_of_the_voice_is_loaded_by(door: str):
    assert {name.partition(".")[0] for name in loaded(OPENED[door])} & (LIBRARIES - {"requests"}) == set()


def test_the_lambda_function_loads_nothing_of_the_speaker():
    found = loaded(OPENED["the Lambda function"])
    assert "skill.turns" in found
    assert not [name for name in found if name.startswith("skill.speaker")]


def test_nothing_outside_its_room_names_a_library_of_the_voice():
    files = [file for file in (ROOT / "skill").rglob("*.py") if ROOM not in file.parents]
    assert len(files) > 100
    assert not [file for file in [*files, ROOT / "lambda_function.py"] if _imports(file) & LIBRARIES]


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found
