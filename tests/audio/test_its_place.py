"""Where the builder stands in the house."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_of_the_skill_imports_the_builder():
    for file in (*(ROOT / "skill").rglob("*.py"), ROOT / "lambda_function.py"):
        code = file.read_text(encoding="utf-8").splitlines()
        assert not [row for row in code if row.strip().startswith(("import audio", "from audio"))], file


def test_it_is_no_part_of_the_package():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["setuptools"]["packages"]["find"]["include"] == ["skill*"]


def test_what_is_built_is_not_committed():
    assert "audio/built/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
