"""Stores to test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from skill.domain.ports import Store
from skill.stores.memory import MemoryStore
from skill.stores.tinydb import TinyDBStore

STORES: dict[str, Callable[[Path, float], Store]] = {
    "memory": lambda _folder, patience: MemoryStore(patience=patience),
    "tinydb": lambda folder, patience: TinyDBStore(folder, warn=_unexpected, patience=patience),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, folder: Path) -> Store:
    return STORES[request.param](folder, 5.0)


@pytest.fixture(params=STORES)
def hurried(request: pytest.FixtureRequest, folder: Path) -> Store:
    return STORES[request.param](folder, 0.02)


@pytest.fixture
def on_disk(folder: Path) -> TinyDBStore:
    return TinyDBStore(folder, warn=_unexpected)


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    """What a store warned of; none of it may name a household or words."""
    told: list[str] = []
    yield told
    assert not [sentence for sentence in told if "secret" in sentence]


def _unexpected(sentence: str) -> None:
    pytest.fail(sentence)
