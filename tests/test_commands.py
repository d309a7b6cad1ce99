"""The command opens its doors, and says in one sentence what is wrong with the settings."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from skill import settings
from skill.bootstrap import open_store
from skill.commands import COMMANDS, main, old_numbers
from skill.domain.check_in.check_ins import CheckIns, KeptAnswer, Pair
from skill.domain.history import Entry
from skill.domain.partner import Partner
from skill.forgetting import forget_all
from skill.settings import Settings, SettingsError

MONDAY, NOON = date(2026, 11, 23), datetime(2026, 11, 23, 12, tzinfo=UTC)
UNREVEALED, REVEALED = "the little boat", "the warm bread"


def test_there_is_a_command_for_every_door():
    assert set(COMMANDS) == {
        "speaker",
        "talk",
        "alexa",
        "models",
        "forget",
        "export",
        "check-support",
        "sentences",
    }


def test_numbers_that_want_verifying_are_named_and_fail_nothing(capsys: pytest.CaptureFixture[str]):
    lines = list(old_numbers(date(2027, 2, 14)))
    assert "support/GB.json: 116 123 was verified on 2026-11-15; check it again" in lines
    assert list(old_numbers(date(2027, 2, 13))) == []
    assert main(["check-support"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("variable", "value", "command"),
    [
        ("HOLDING_HANDS_PORT", "many", "speaker"),
        ("HOLDING_HANDS_PORT", "70000", "alexa"),
        ("HOLDING_HANDS_SKILL_ID", "my-skill", "alexa"),
        ("HOLDING_HANDS_SKILL_ID", "", "alexa"),
        ("HOLDING_HANDS_HOST", "http://here/", "speaker"),
        ("HOLDING_HANDS_DATA", __file__, "speaker"),
        ("HOLDING_HANDS_DATA", f"{__file__}/inside", "talk"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_names_it(
    variable: str,
    value: str,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv(variable, value)
    assert main([command]) == 2
    said = capsys.readouterr().err.strip()
    assert variable in said
    assert said.count("\n") == 0


@pytest.mark.parametrize(
    ("command", "opens"),
    [
        ("speaker", "skill.speaker.door.serve"),
        ("talk", "skill.speaker.terminal.talk"),
        ("alexa", "skill.web.door.serve"),
    ],
)
@pytest.mark.parametrize("folder", ["/proc/holding-hands", None], ids=["nobody_can_write_in", "writable"])
def test_a_folder_that_cannot_be_written_in_is_said_once_and_the_door_opens_all_the_same(
    command: str,
    opens: str,
    *,
    folder: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    opened = []
    monkeypatch.setattr(opens, lambda read, *_args, **_options: opened.append(read.data))
    monkeypatch.setenv("HOLDING_HANDS_DATA", folder or str(tmp_path))
    assert main([command]) == 0
    assert opened == [Path(folder or tmp_path)]
    said = capsys.readouterr().err.splitlines()
    assert [("HOLDING_HANDS_DATA" in line, line.endswith(".")) for line in said] == [(True, True)] * bool(
        folder
    )


def test_where_nothing_can_be_kept_it_speaks_and_says_so():
    run = subprocess.run(
        [sys.executable, "-c", "import sys; from skill.commands import main; sys.exit(main(['talk']))"],
        env=os.environ | {"HOLDING_HANDS_DATA": "/proc/holding-hands"},
        input="open holding hands\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "couldn't keep that" in run.stdout
    assert run.stderr.count("HOLDING_HANDS_DATA") == 1


def test_whoever_stops_reading_gets_no_complaint():
    listing = [
        sys.executable,
        "-c",
        "import sys; from skill.commands import main; sys.exit(main(['sentences']))",
    ]
    with subprocess.Popen(listing, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(1)
        running.stdout.close()
        complaints = running.stderr.read()
    assert (complaints, running.returncode) == (b"", 141)


def test_the_environment_is_read_in_one_place(tmp_path: Path):
    read = settings.read(
        {"HOLDING_HANDS_DATA": str(tmp_path), "HOLDING_HANDS_PORT": "9000"}, port=8484, data=None
    )
    assert (read.data, read.port, read.host, read.skill_id) == (tmp_path, 9000, "127.0.0.1", None)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://sounds.example.com", "https://sounds.example.com"),
        ("https://sounds.example.com:443/hands/v1/", "https://sounds.example.com:443/hands/v1"),
        ("", None),
    ],
)
def test_sounds_are_fetched_from_the_address_that_was_set(written: str, read: str | None):
    assert settings.read({"HOLDING_HANDS_AUDIO_URL": written}, port=1, data=None).sounds == read


@pytest.mark.parametrize(
    "written",
    [
        "http://sounds.example.com",
        "sounds.example.com",
        "https://",
        "https://sounds.example.com:8443",
        "https://me:word@sounds.example.com",
        "https://sounds.example.com/?who=us",
        'https://sounds.example.com/"/><break/>',
        "https://sounds.example.com/a b",
    ],
)
def test_sounds_from_anywhere_else_are_refused_in_one_sentence(written: str):
    with pytest.raises(SettingsError, match=r"^HOLDING_HANDS_AUDIO_URL has to begin with https://"):
        settings.read({"HOLDING_HANDS_AUDIO_URL": written}, port=1, data=None)


def test_the_data_directory_is_the_users_own():
    assert settings.data_home({"XDG_DATA_HOME": "/somewhere"}) == Path("/somewhere/holding-hands")
    assert settings.data_home({}).parts[-3:] == (".local", "share", "holding-hands")


def test_importing_the_doors_opens_nothing():
    code = (
        "import sys, lambda_function, skill.commands; "
        "print([m for m in ('flask', 'tinydb', 'requests', 'hassil') if m in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == "[]"


@pytest.fixture
def lived_in(tmp_path: Path) -> Settings:
    with open_store(tmp_path).visit("us") as home:
        waiting = CheckIns().asking(MONDAY, "us-01").keeping(MONDAY, KeptAnswer(Partner.FIRST, UNREVEALED))
        home.keep(replace(home.household.naming(Partner.FIRST, "sam"), check_ins=waiting))
        home.record(Entry(MONDAY, NOON, "check_in", "us-01"))
        kept = (KeptAnswer(Partner.FIRST, REVEALED), KeptAnswer(Partner.SECOND, REVEALED))
        home.keep_pair(Pair(MONDAY, "us-02", kept))
    return Settings(tmp_path)


def test_forgetting_asks_first_and_then_leaves_nothing(lived_in: Settings):
    assert forget_all(lived_in, sure=False, answers=StringIO("no\n")) is None
    assert list(open_store(lived_in.data).households()) == ["us"]
    assert forget_all(lived_in, sure=False, answers=StringIO("yes\n")) == 1
    assert list(open_store(lived_in.data).households()) == []
    assert lived_in.data is not None
    left = [f for f in lived_in.data.rglob("*") if f.is_file() and UNREVEALED.encode() in f.read_bytes()]
    assert left == []


def test_forgetting_takes_a_household_with_it_whose_files_are_damaged(lived_in: Settings):
    assert lived_in.data is not None
    for document in list(lived_in.data.rglob("household.json*")):
        document.write_bytes(document.read_bytes()[:-40])
    for lock in lived_in.data.rglob("lock"):
        lock.write_bytes(b"")
    assert forget_all(lived_in, sure=True) == 1
    assert not [f for f in (lived_in.data / "households").rglob("*") if f.is_file()]


def test_a_folder_that_cannot_be_emptied_is_said(lived_in: Settings, monkeypatch: pytest.MonkeyPatch):
    def full(*_args: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("os.rename", full)
    with pytest.raises(SettingsError, match="HOLDING_HANDS_DATA"):
        forget_all(lived_in, sure=True)
