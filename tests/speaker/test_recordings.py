from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.speaker.conftest import Kitchen

NAME = "exercise-p05-en-gb.mp3"
PATH = f"/audio/{NAME}"
SOUND = bytes(range(256)) * 40


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / NAME).write_bytes(SOUND)
    (folder / "exercise-p05-en-gb.json").write_text("{}")
    (tmp_path / "secret.mp3").write_bytes(b"no")
    return folder


@pytest.fixture
def home(kitchen: Callable[..., Kitchen], built: Path) -> Kitchen:
    return kitchen(audio=built)


def test_a_track_comes_whole_with_its_type_and_its_length(home: Kitchen):
    answer = home.client.get(PATH)
    assert (answer.status_code, answer.data) == (200, SOUND)
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert answer.headers["Content-Length"] == str(len(SOUND))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_its_length_can_be_asked_for_alone(home: Kitchen):
    answer = home.client.head(PATH)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(SOUND))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("bytes=0-1023", 0, 1023),
        ("bytes=1000-", 1000, len(SOUND) - 1),
        ("bytes=-1", len(SOUND) - 1, len(SOUND) - 1),
        (f"bytes=0-{10 * len(SOUND)}", 0, len(SOUND) - 1),
        ("bytes=0-0", 0, 0),
    ],
)
def test_a_part_comes_alone_and_says_which_it_is(home: Kitchen, part: str, first: int, last: int):
    answer = home.client.get(PATH, headers={"Range": part})
    assert (answer.status_code, answer.data) == (206, SOUND[first : last + 1])
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(SOUND)}"
    assert answer.headers["Content-Length"] == str(last + 1 - first)


@pytest.mark.parametrize("part", [f"bytes={len(SOUND)}-", "bytes=99999999-", "bytes=-0"])
def test_a_part_that_there_is_not_is_refused_with_the_whole_length(home: Kitchen, part: str):
    answer = home.client.get(PATH, headers={"Range": part})
    assert (answer.status_code, answer.get_json().keys()) == (416, {"error"})
    assert answer.headers["Content-Range"] == f"bytes */{len(SOUND)}"


@pytest.mark.parametrize("part", ["bytes=a-b", "seconds=0-5", "bytes=0-1,5-6", "bytes", "bytes=-", ""])
def test_where_no_one_part_is_asked_for_the_whole_comes(home: Kitchen, part: str):
    answer = home.client.get(PATH, headers={"Range": part})
    assert (answer.status_code, answer.data) == (200, SOUND)


def test_what_a_browser_has_already_is_not_sent_again(home: Kitchen, built: Path):
    tag = home.client.get(PATH).headers["ETag"]
    assert not tag.startswith("W/")
    again = home.client.get(PATH, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert home.client.get(PATH, headers={"If-None-Match": '"other"'}).status_code == 200
    (built / NAME).write_bytes(SOUND + b"more")
    assert home.client.get(PATH, headers={"If-None-Match": tag}).status_code == 200


def test_a_part_of_what_was_built_anew_is_not_joined_to_the_old(home: Kitchen):
    tag = home.client.get(PATH).headers["ETag"]
    same = home.client.get(PATH, headers={"Range": "bytes=0-9", "If-Range": tag})
    other = home.client.get(PATH, headers={"Range": "bytes=0-9", "If-Range": '"other"'})
    assert (same.status_code, other.status_code) == (206, 200)


def test_a_browser_asks_each_time_whether_it_is_still_the_same(home: Kitchen):
    assert home.client.get(PATH).headers["Cache-Control"] == "private, no-cache"
    assert home.client.get("/audio/rain.mp3").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name",
    [
        "exercise-p05-en-gb.json",
        "rain.mp3",
        "../secret.mp3",
        "..%2fsecret.mp3",
        "%2e%2e/secret.mp3",
        "..\\secret.mp3",
        "/etc/passwd",
        "%00.mp3",
        f"{NAME}/",
        f"./{NAME}",
        NAME.upper(),
        "",
        "a" * 5000 + ".mp3",
    ],
)
def test_nothing_else_is_sent_from_there(home: Kitchen, name: str):
    assert home.client.get(f"/audio/{name}").status_code == 404


def test_no_link_leads_out_of_the_folder(home: Kitchen, built: Path, tmp_path: Path):
    (built / "linked.mp3").symlink_to(tmp_path / "secret.mp3")
    assert home.client.get("/audio/linked.mp3").status_code == 404


def test_before_anything_is_built_there_is_nothing(kitchen: Callable[..., Kitchen], tmp_path: Path):
    for nowhere in (None, tmp_path / "built"):
        assert kitchen(audio=nowhere).client.get(PATH).status_code == 404


def test_another_page_gets_none_of_it(home: Kitchen):
    assert home.client.get(PATH, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert home.client.get(PATH, headers={"Host": "evil.example:8484"}).status_code == 403
