from __future__ import annotations

import json
import multiprocessing
import multiprocessing.process
import stat
from pathlib import Path
from threading import Thread

import pytest

from skill.speaker.devices.shelf import Shelf, ShelfError


def count_up(folder: Path, times: int) -> None:
    shelf = Shelf(folder)
    for _ in range(times):
        with shelf.change() as kept:
            kept["count"] = kept.get("count", 0) + 1


def test_what_is_kept_is_read_again_by_another_start(tmp_path: Path):
    with Shelf(tmp_path).change() as kept:
        kept["a"] = 1
    assert Shelf(tmp_path).read() == {"a": 1}


def test_only_the_owner_can_open_it(tmp_path: Path):
    folder = tmp_path / "data" / "device"
    with Shelf(folder).change() as kept:
        kept["a"] = 1
    assert {stat.S_IMODE(each.stat().st_mode) for each in (folder, folder.parent)} == {0o700}
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_change_that_fails_on_the_way_keeps_nothing(tmp_path: Path):
    shelf = Shelf(tmp_path)
    with pytest.raises(KeyError), shelf.change() as kept:
        kept["a"] = kept["not there"]
    assert shelf.read() == {}


def test_threads_and_processes_lose_nothing_to_each_other(tmp_path: Path):
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=count_up, args=(tmp_path, 20)) for _ in range(2)]
    threads = [Thread(target=count_up, args=(tmp_path, 20)) for _ in range(3)]
    everyone: list[Thread | multiprocessing.process.BaseProcess] = [*others, *threads]
    for one in everyone:
        one.start()
    for one in everyone:
        one.join()
    assert Shelf(tmp_path).read() == {"count": 100}


@pytest.mark.parametrize("damage", [b"{", b"", b"[1]", b"\xff\xfe"])
def test_a_damaged_file_is_set_aside_and_said(
    tmp_path: Path, damage: bytes, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "device.json").write_bytes(damage)
    assert Shelf(tmp_path).read() == {}
    assert (tmp_path / "device.json.damaged").read_bytes() == damage
    assert "set aside" in caplog.text


def test_a_write_that_is_cut_off_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shelf = Shelf(tmp_path)
    with shelf.change() as kept:
        kept["a"] = 1

    def full(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ShelfError), shelf.change() as kept:
        kept["a"] = 2
    assert json.loads((tmp_path / "device.json").read_text()) == {"a": 1}


def test_a_place_that_cannot_be_written_is_a_clear_fault(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ShelfError), Shelf(tmp_path / "file" / "device").change():
        pass


def test_without_a_folder_it_is_kept_for_the_length_of_the_process():
    shelf = Shelf(None)
    with shelf.change() as kept:
        kept["a"] = [1]
    shelf.read()["a"].append(2)
    assert shelf.read() == {"a": [1]}


def test_what_cannot_be_read_is_nothing_for_now_and_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    shelf = Shelf(tmp_path)
    with shelf.change() as kept:
        kept["a"] = 1

    def refuse(_path: Path) -> bytes:
        raise PermissionError

    with monkeypatch.context() as shut:
        shut.setattr(Path, "read_bytes", refuse)
        assert shelf.read() == {}
        with pytest.raises(ShelfError), shelf.change() as kept:
            kept["a"] = 2
    assert "cannot be read" in caplog.text
    assert shelf.read() == {"a": 1}
