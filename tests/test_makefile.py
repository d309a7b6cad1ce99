"""The one door for people: what it says where it cannot open."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OLD = 'import sys; sys.version_info = (3, 9, 18, "final", 0); exec(sys.argv[1])'
SENTENCE = "Holding Hands needs Python 3.11 or newer, and none was found ({python})."


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone, as far as make looks before anything is set up."""
    for name in (
        "Makefile",
        "pyproject.toml",
        "requirements.txt",
        "requirements-voice.txt",
        "requirements-dev.txt",
    ):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def old_python(tmp_path: Path) -> Path:
    """A Python that says it is 3.9."""
    fake = tmp_path / "python3.9"
    fake.write_text(f"#!/bin/sh\nshift\nexec {sys.executable} -c '{OLD}' \"$1\"\n")
    fake.chmod(0o755)
    return fake


def make(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs make as a person would: not as part of another make."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *words], cwd=folder, env=around | variables, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("target", ["run", "talk", "test"])
@pytest.mark.parametrize("there", [True, False])
def test_without_a_python_that_is_new_enough_it_says_so_in_one_sentence(
    clone: Path,
    old_python: Path,
    target: str,
    there: bool,  # noqa: FBT001 - the case
):
    python = str(old_python) if there else "no-such-python"
    tried = make(clone, target, f"PYTHON={python}")
    ours = [line for line in tried.stderr.splitlines() if not line.startswith("make: ")]
    assert ours == [SENTENCE.format(python=python)]
    assert tried.stdout == ""
    assert tried.returncode != 0
    assert not (clone / ".venv").exists()


def test_an_old_python_is_passed_over_for_one_that_is_new_enough(clone: Path, old_python: Path):
    made = make(clone, ".venv/bin/python", f"PYTHON={old_python} {sys.executable}")
    assert (made.returncode, made.stderr) == (0, "")
    assert (clone / ".venv/bin/python").exists()


def test_on_a_taken_port_make_run_says_so_in_one_sentence_and_fails():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        tried = make(ROOT, "run", "--old-file=.venv/ready", HOLDING_HANDS_PORT=port)
    ours = [line for line in tried.stderr.splitlines() if not line.startswith("make: ")]
    assert len(ours) == 1
    assert port in ours[0]
    assert tried.returncode != 0


def test_a_list_that_is_not_read_to_its_end_is_no_failure():
    listing = "set -o pipefail; make sentences --old-file=.venv/ready | head -1"
    around = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    read = subprocess.run(["bash", "-c", listing], cwd=ROOT, env=around, capture_output=True, check=False)
    assert (read.stdout.count(b"\n"), read.stderr, read.returncode) == (1, b"", 0)
