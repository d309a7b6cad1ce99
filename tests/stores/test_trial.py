import errno
import os
from pathlib import Path

import pytest

from skill.stores.trial import can_keep
from tests.stores.disk import Disk

NOWHERE = Path("/proc/holding-hands")
"""Where nobody can make anything, not even root."""


def test_a_folder_that_can_be_written_in_or_made_is_left_as_it_was(tmp_path: Path):
    assert can_keep(tmp_path)
    assert can_keep(tmp_path / "not" / "yet")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_made_nothing_can_be_kept():
    assert not can_keep(NOWHERE)


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_a_disk_that_refuses_keeps_nothing(tmp_path: Path, call: str):
    def fault(_name: str, _arguments: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, fault)
        disk.fails_at = lambda _number, name: name == call
        assert not can_keep(tmp_path)
    assert list(tmp_path.iterdir()) == []
