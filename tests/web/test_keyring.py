"""A key is fetched once, kept while it is valid, and never learnt from a bad download."""

import datetime as dt
import threading

import pytest
from cryptography.x509.verification import Store

from skill.web.keyring import MOST_FAILURES, MOST_KEYS, PATIENCE, TRIES, Keyring
from skill.web.refusal import Reason, RefusedError

from .alexa import CHAIN, Shelf
from .authority import DAY, NOW, Authority, Leaf, pem, rsa_key

BAD = RefusedError(Reason.UNREACHABLE)


class World:
    """A keyring with a stopped clock, and the shelf its chains come from."""

    def __init__(self, authority: Authority) -> None:
        self.now = NOW
        self.between = authority.below()
        self.shelf = Shelf()
        self.keyring = Keyring(Store([authority.certificate]), self.shelf, lambda: self.now)
        self.shelf.held[CHAIN] = self.chain()

    def chain(self, until: dt.datetime = NOW + 90 * DAY) -> bytes:
        return pem(self.between.leaf(Leaf(until=until)), self.between.certificate)

    def knows(self, url: str = CHAIN) -> bool:
        try:
            return self.keyring.key(url) == rsa_key().public_key()
        except RefusedError:
            return False

    def reason(self, url: str = CHAIN) -> Reason:
        with pytest.raises(RefusedError) as caught:
            self.keyring.key(url)
        return caught.value.reason


@pytest.fixture
def world(authority: Authority) -> World:
    return World(authority)


def url(number: int) -> str:
    return f"https://s3.amazonaws.com/echo.api/{number}.pem"


def test_a_chain_is_fetched_once(world: World) -> None:
    assert all(world.knows() for _ in range(5))
    assert world.shelf.fetched == [CHAIN]


def test_a_key_is_forgotten_the_moment_a_certificate_expires(world: World) -> None:
    assert world.knows()
    world.now = NOW + 90 * DAY
    assert world.knows()
    assert world.shelf.fetched == [CHAIN]
    world.now += dt.timedelta(seconds=1)
    assert world.reason() is Reason.CHAIN


def test_a_key_is_not_used_by_a_clock_before_its_time(world: World) -> None:
    assert world.knows()
    world.now = NOW - 11 * DAY
    assert not world.knows()


def test_a_renewed_chain_is_found_when_the_old_one_expires(world: World) -> None:
    assert world.knows()
    world.now = NOW + 91 * DAY
    world.shelf.held[CHAIN] = world.chain(until=NOW + 200 * DAY)
    assert world.knows()
    assert world.shelf.fetched == [CHAIN, CHAIN]


def test_keys_are_kept_for_a_bounded_number_of_addresses_the_latest_used_longest(world: World) -> None:
    for number in range(MOST_KEYS):
        world.shelf.held[url(number)] = world.chain()
        assert world.knows(url(number))
    assert world.knows(url(0))
    assert world.knows()
    world.shelf.fetched.clear()
    assert world.knows(url(0))
    assert world.shelf.fetched == []
    assert world.knows(url(1))
    assert world.shelf.fetched == [url(1)]


def test_a_bad_download_is_not_kept(world: World) -> None:
    right = world.shelf.held[CHAIN]
    for bad in (BAD, b"<html>"):
        world.shelf.held[CHAIN] = bad
        assert not world.knows()
    world.shelf.held[CHAIN] = right
    assert world.knows()


def test_an_address_that_keeps_failing_is_left_alone_for_a_moment(world: World) -> None:
    world.shelf.held[CHAIN] = BAD
    assert [world.reason() for _ in range(TRIES)] == [Reason.UNREACHABLE] * TRIES
    assert [world.reason() for _ in range(50)] == [Reason.TOO_OFTEN] * 50
    assert len(world.shelf.fetched) == TRIES
    world.now += PATIENCE
    world.shelf.held[CHAIN] = world.chain()
    assert world.knows()


def test_one_failing_address_does_not_hold_up_another(world: World) -> None:
    world.shelf.held[url(1)] = BAD
    for _ in range(TRIES + 1):
        assert not world.knows(url(1))
    assert world.knows()


def test_failing_addresses_are_remembered_in_bounded_number(world: World) -> None:
    for number in range(MOST_FAILURES + 10):
        world.shelf.held[url(number)] = BAD
        assert not world.knows(url(number))
    assert len(world.keyring._failures) == MOST_FAILURES
    assert world.keyring._under_way == {}


def test_a_clock_that_is_set_back_does_not_lock_an_address_out(world: World) -> None:
    world.shelf.held[CHAIN] = BAD
    for _ in range(TRIES):
        assert not world.knows()
    world.now -= dt.timedelta(hours=1)
    world.shelf.held[CHAIN] = world.chain()
    assert world.knows()


def test_being_busy_is_not_held_against_an_address(world: World) -> None:
    right = world.shelf.held[CHAIN]
    world.shelf.held[CHAIN] = RefusedError(Reason.BUSY)
    assert [world.reason() for _ in range(TRIES + 2)] == [Reason.BUSY] * (TRIES + 2)
    world.shelf.held[CHAIN] = right
    assert world.knows()


@pytest.mark.parametrize("good", [True, False])
def test_many_threads_share_one_fetch(authority: Authority, *, good: bool) -> None:
    started, release, count = threading.Event(), threading.Event(), 8
    world = World(authority)
    fetched: list[str] = []

    def slowly(asked: str) -> bytes:
        fetched.append(asked)
        started.set()
        release.wait(20)
        if good:
            return world.chain()
        raise BAD

    keyring = Keyring(Store([authority.certificate]), slowly, lambda: NOW)
    waiting: list[str] = []
    outcomes: list[bool] = []

    def ask() -> None:
        waiting.append("one more")
        try:
            outcomes.append(keyring.key(CHAIN) == rsa_key().public_key())
        except RefusedError:
            outcomes.append(False)

    first = threading.Thread(target=ask)
    first.start()
    assert started.wait(15)
    others = [threading.Thread(target=ask) for _ in range(count)]
    for thread in others:
        thread.start()
    outcome = keyring._under_way[CHAIN]
    while len(outcome._condition._waiters) < count:  # type: ignore[attr-defined]  # all of them wait for the one
        threading.Event().wait(0.01)
    release.set()
    for thread in [first, *others]:
        thread.join()
    assert outcomes == [good] * (count + 1)
    assert fetched == [CHAIN]


def test_a_fetch_that_breaks_leaves_nothing_under_way(world: World) -> None:
    world.shelf.held[CHAIN] = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        world.keyring.key(CHAIN)
    world.shelf.held[CHAIN] = world.chain()
    assert world.knows()
