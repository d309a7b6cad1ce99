"""Amazon's keys by chain address: each fetched and checked once, kept while its certificates are valid."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import Store

from skill.web.chain import SigningKey, signing_key
from skill.web.download import SECONDS, Fetch
from skill.web.refusal import Reason, RefusedError

MOST_KEYS = 16
MOST_FAILURES = 256
PATIENCE = timedelta(seconds=10)
TRIES = 3

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


class Keyring:
    """The keys that may sign requests. Only a key whose chain was verified gets in: no bad download can stay.

    Any number of threads may ask; one of them fetches an address while the others wait for what it brings.
    """

    def __init__(self, roots: Store, fetch: Fetch, clock: Clock = wall_clock) -> None:
        self._roots = roots
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._keys: OrderedDict[str, SigningKey] = OrderedDict()
        self._failures: OrderedDict[str, list[datetime]] = OrderedDict()
        self._under_way: dict[str, Future[SigningKey]] = {}

    def key(self, url: str) -> RSAPublicKey:
        """The verified key of the chain at this canonical address.

        Raises:
            RefusedError: there is no valid chain there, or it cannot be known now.
        """
        now = self._clock()
        with self._lock:
            held = self._held(url, now)
            if held:
                return held.key
            awaited = self._under_way.get(url)
            outcome = awaited or self._begin(url, now)
        return self._waited(outcome) if awaited else self._brought(url, outcome, now)

    def _held(self, url: str, now: datetime) -> SigningKey | None:
        held = self._keys.get(url)
        if held and held.good_at(now):
            self._keys.move_to_end(url)
            return held
        self._keys.pop(url, None)
        return None

    def _begin(self, url: str, now: datetime) -> Future[SigningKey]:
        """Say that this address is being fetched, unless it failed too often in the last seconds."""
        recent = [then for then in self._failures.get(url, ()) if abs(now - then) < PATIENCE]
        if len(recent) >= TRIES:
            raise RefusedError(Reason.TOO_OFTEN)
        outcome = Future[SigningKey]()
        self._under_way[url] = outcome
        return outcome

    def _waited(self, outcome: Future[SigningKey]) -> RSAPublicKey:
        try:
            return outcome.result(SECONDS + 1).key
        except TimeoutError as error:
            raise RefusedError(Reason.UNREACHABLE) from error

    def _brought(self, url: str, outcome: Future[SigningKey], now: datetime) -> RSAPublicKey:
        try:
            brought = signing_key(self._fetch(url), self._roots, now)
        except BaseException as error:
            self._failed(url, None if _is_ours(error) else now)
            outcome.set_exception(error)
            raise
        self._keep(url, brought)
        outcome.set_result(brought)
        return brought.key

    def _keep(self, url: str, brought: SigningKey) -> None:
        with self._lock:
            del self._under_way[url]
            self._failures.pop(url, None)
            self._keys[url] = brought
            while len(self._keys) > MOST_KEYS:
                self._keys.popitem(last=False)

    def _failed(self, url: str, when: datetime | None) -> None:
        """Remember a failure of this address; None when it was not the address's."""
        with self._lock:
            del self._under_way[url]
            if when:
                self._failures[url] = [*self._failures.pop(url, ()), when][-TRIES:]
            while len(self._failures) > MOST_FAILURES:
                self._failures.popitem(last=False)


def _is_ours(error: BaseException) -> bool:
    """Whether we did not even ask: that says nothing about the address."""
    return isinstance(error, RefusedError) and error.reason is Reason.BUSY
