"""Random days of two people with two devices: whatever they do, every law holds after every turn."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.chance import Dice
from tests.laws.endings import every_ending_leaves_the_same, fear_is_any_early_end
from tests.laws.evenings import DOINGS, closeness, tracks
from tests.laws.evenings.evening import VOICES, Doing, Evening, Voices
from tests.laws.house.killed import Mortal
from tests.laws.house.life import Life
from tests.laws.house.memory import KeepingStore
from tests.laws.rules.court import Court

LIVED: Counter[str] = Counter()
"""What the lives of this process came to, so that nobody takes an empty run for a proof."""
ON_DISK = (True, *[False] * 19)
"""One life in twenty is kept on a disk: it is slower by far."""
COMPARED = 0.2
"""How often a moment is lived on in several worlds."""
SEEDS = st.integers(0, 2**32 - 1)


class Days(RuleBasedStateMachine):
    """One household over many days."""

    @initialize(voices=st.sampled_from(VOICES), seed=SEEDS, on_disk=st.sampled_from(ON_DISK))
    def moves_in(self, voices: Voices, seed: int, *, on_disk: bool) -> None:
        """Two people begin; most of them have come closer already."""
        dice = random.Random(seed)
        self.folder = Path(tempfile.mkdtemp()) if on_disk else None
        LIVED["households"] += 1
        self.court = Court()
        self.evening = Evening(self._life(seed), voices, dice)
        tracks.with_players(self.evening)
        if dice.random() < 0.85:
            closeness.settled_in(self.evening)

    def _life(self, seed: int) -> Life:
        """In memory, or on a disk: there it is killed now and then."""
        if self.folder is None:
            return Life(store=KeepingStore(), watchers=[self.court], chance=Dice(seed))
        return Mortal(watchers=[self.court], chance=Dice(seed), folder=self.folder, dice=random.Random(seed))

    @rule(doing=st.sampled_from(DOINGS), seed=SEEDS)
    def they_live(self, doing: Doing, seed: int) -> None:
        """Some things people do, and what comes of them; now and then in several worlds."""
        self.evening.dice = dice = random.Random(f"{seed} {self.evening.life.turns}")
        for each in (doing, *dice.choices(DOINGS, k=4)):
            each(self.evening)
        if self.folder is None and dice.random() < COMPARED:
            self._compared(dice)

    def _compared(self, dice: random.Random) -> None:
        """Fear beside any early end, and touch in as many worlds as it has ways to end."""
        life = self.evening.life
        LIVED["turns"] += fear_is_any_early_end(life, dice)
        turns = every_ending_leaves_the_same(life, dice)
        LIVED["turns"] += turns
        LIVED["endings compared"] += turns > 0

    def teardown(self) -> None:
        """Counts what was lived."""
        if not hasattr(self, "court"):
            return
        witness = self.court.witness
        LIVED["turns"] += self.evening.life.turns
        LIVED["opened"] += witness.opened
        LIVED["given"] += witness.given
        LIVED["revealed"] += self.court.secrets.revealed
        LIVED["rings agreed"] += len(witness.agreed)
        LIVED["rings promised"] += self.court.ringing.promised
        LIVED["refusals told"] += self.court.ringing.broken
        LIVED["refused"] += self.evening.life.bench.refused
        LIVED["tracks played"] += self.court.places.played
        LIVED["tracks taken up"] += self.court.places.taken_up
        LIVED["exactly where they stopped"] += self.court.places.exactly
        LIVED["told by players"] += self.court.places.told
        LIVED["forgotten with a track"] += self.court.places.forgotten
        LIVED["on disk"] += self.folder is not None
        if isinstance(self.evening.life, Mortal):
            LIVED["killed"] += self.evening.life.deaths
            LIVED["kept by the killed"] += self.evening.life.survived
        if self.folder:
            shutil.rmtree(self.folder)
