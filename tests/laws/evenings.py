"""Conversations as people have them, turn by turn: each takes a life and dice, and may go anywhere."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from skill.domain.reply import Ask
from skill.domain.turn import Kind, Slot
from tests.laws.device import mood
from tests.laws.life import EARS, LOCALE, Life, Taken, seconds
from tests.laws.secrets import REFUSED, secret
from tests.laws.touch_keys import RUNGS, touch_exercises
from tests.laws.words import INTENTS, SENTENCES, drawn, drawn_slots

DEVICES = ("kitchen", "bedroom")
NAMES = ("sam", "alex")
INTERJECTED = (
    "LessIntent",
    "TouchTonightIntent",
    "WhoIntent",
    "WhereAreWeIntent",
    "MoreIntent",
    "CheckInIntent",
)
"""What somebody may say while they are asked whether they are in."""
Voices = Mapping[str, str | None]
"""Which voice the platform recognises for each name, if any."""
VOICES: tuple[Voices, ...] = (
    {"sam": None, "alex": None},
    {"sam": "voice-a", "alex": "voice-b"},
    {"sam": "voice-a", "alex": None},
    {"sam": "voice-a", "alex": "voice-a"},
)
"""The last is one voice for two: it never counts as two people."""


class Evening:
    """One household, its voices, and the dice that decide what they do."""

    def __init__(self, life: Life, voices: Voices, dice: random.Random) -> None:
        self.life = life
        self.voices = voices
        self.dice = dice
        self.answers = 0

    def say(self, intent: str, name: str | None, device: str, /, **slots: str) -> Taken:
        """One turn in somebody's voice."""
        said = {slot: Slot(words, words) for slot, words in slots.items()}
        person = self.voices[name] if name else self.dice.choice((None, "voice-c"))
        return self.life.say(intent, said, device=device, person=person)

    def here(self, name: str, device: str) -> None:
        """Somebody begins a conversation and says who they are."""
        self.life.sessions.pop(device, None)
        self.say("WhoIntent", name, device, name=name)

    def device(self) -> str:
        """Where it is said."""
        return self.dice.choice(DEVICES)

    def somebody(self) -> str:
        """One of the two."""
        return self.dice.choice(NAMES)

    # what people do

    def anything(self) -> None:
        """Whatever can be said, in any order, by anybody."""
        device = self.device()
        for _ in range(self.dice.randrange(1, 9)):
            name = self.dice.choice((*NAMES, None))
            person = self.voices[name] if name else None
            self.life.say(self.dice.choice(INTENTS), drawn_slots(self.dice), device=device, person=person)
            self.life.wait(self.dice.choice((1, 4, 40)))

    def sentences(self) -> None:
        """Plain sentences, through the real ears."""
        device = self.device()
        for _ in range(self.dice.randrange(1, 6)):
            heard = EARS.hear(self.dice.choice(SENTENCES), LOCALE, self.life.day)
            intent, slots = (heard.intent, heard.slots) if heard else ("AMAZON.FallbackIntent", {})
            name = self.dice.choice((*NAMES, None))
            self.life.say(intent, slots, device=device, person=self.voices[name] if name else None)
            self.life.wait(self.dice.choice((2, 8, 30)))

    def opens(self) -> None:
        """The skill is opened by its name."""
        device = self.device()
        self.life.sessions.pop(device, None)
        self.life.say("", kind=Kind.LAUNCH, device=device)
        self._steps(device, ("AMAZON.YesIntent", "AMAZON.NoIntent", "CheckInIntent", "AMAZON.HelpIntent"))

    def leaves(self) -> None:
        """A conversation ends without a word."""
        self.life.leave(
            self.device(), self.dice.choice(("USER_INITIATED", "ERROR", "EXCEEDED_MAX_REPROMPTS"))
        )

    def a_permission_is_answered(self) -> None:
        """The platform's own prompt was answered."""
        device = self.device()
        if device in self.life.sessions:
            outcome = self.dice.choice(("ACCEPTED", "DENIED", "NOT_ANSWERED", "ERROR"))
            self.life.say("", kind=Kind.PERMISSION, device=device, outcome=outcome)

    def both_decide(self) -> None:
        """Each says for themselves that they want this; now and then one of them alone."""
        for name in self._some_of_two():
            device = self.device()
            self.here(name, device)
            self.say("WantThisIntent", name, device)
            self.life.sessions.pop(device, None)

    def one_step_up(self) -> None:
        """Each asks for more."""
        for name in self._some_of_two():
            device = self.device()
            self.here(name, device)
            self.say("MoreIntent", name, device)
            self.life.sessions.pop(device, None)

    def settled_in(self) -> None:
        """Both have decided, and some weeks later there is room for a hug, or for a kiss."""
        for intent in ("WantThisIntent", *["MoreIntent"] * self.dice.randrange(2, 5)):
            for name in NAMES:
                self.here(name, "kitchen")
                self.say(intent, name, "kitchen")
                self.life.wait(20)

    def unknown_voice(self) -> None:
        """A voice nobody knows asks for what it may not have, or for less."""
        device = self.device()
        self.life.sessions.pop(device, None)
        intent = self.dice.choice(("WantThisIntent", "MoreIntent", "LessIntent", "TouchTonightIntent"))
        self.say(intent, None, device, touch=self.dice.choice(RUNGS))
        if self.dice.random() < 0.3:
            self.say("NameIntent", None, device, name=self.dice.choice((*NAMES, "robin")))

    def less(self) -> None:
        """One of them asks for less, or pauses it."""
        intent = "LessIntent" if self.dice.random() < 0.8 else "PauseTouchIntent"
        self.say(intent, self.dice.choice((*NAMES, None)), self.device())

    def tonight(self) -> None:
        """Somebody says how much is fine today."""
        device = self.device()
        name = self.dice.choice((*NAMES, None))
        if name:
            self.here(name, device)
        most = self.dice.choice((*RUNGS, "hug", "kiss", "kiss"))
        extra = {"company": "together"} if self.dice.random() < 0.2 else {}
        self.say("TouchTonightIntent", name, device, touch=most, **extra)

    def links(self) -> None:
        """Somebody has their voice linked, or forgotten."""
        name, device = self.somebody(), self.device()
        self.here(name, device)
        self.say(self.dice.choice(("LinkVoiceIntent", "LinkVoiceIntent", "UnlinkVoiceIntent")), name, device)
        other = self.somebody() if self.dice.random() < 0.3 else name
        self.say(self.dice.choice(("AMAZON.YesIntent", "AMAZON.NoIntent")), other, device)

    def touch(self) -> None:
        """An exercise with touch is asked for by its name, and goes as it goes."""
        device = self.device()
        self.life.sessions.pop(device, None)
        id_ = self.dice.choice(sorted(touch_exercises()))
        opened = self.say("ExerciseIntent", self.somebody(), device, exercise=id_)
        willing = self.dice.random() < 0.7
        self._consent(opened, device, willing=willing)

    def offers(self) -> None:
        """Something is offered: an exercise for two, a small moment, whatever there is."""
        device = self.device()
        self.life.sessions.pop(device, None)
        intents = [i for i in ("ExerciseIntent", "SmallMomentIntent", "DidYouKnowIntent") if i in INTENTS]
        slots = {"company": Slot("together", "together")}
        for name in ("hands", "theme", "place"):
            if self.dice.random() < 0.3:
                slots[name] = drawn(self.dice, name)
        taken = self.life.say(self.dice.choice(intents), slots, device=device, person=None)
        self._consent(taken, device, willing=True)
        self._steps(device, ("AnotherOneIntent", "AMAZON.NoIntent", "AMAZON.YesIntent", "NotThatOneIntent"))

    def an_answer(self) -> None:
        """The question of the day is answered, and the words are kept or not."""
        name, device = self.somebody(), self.device()
        self.life.sessions.pop(device, None)
        self.say("CheckInIntent", name, device)
        words = self._words()
        if self.dice.random() < 0.2:
            self.say("AnswerIntent", name, device, answer=words)
            return
        self.say("KeepIntent", name, device)
        self.say("NameIntent", name, device, name=name)
        self.say("AnswerIntent", name, device, answer=words)

    def both_answer(self) -> None:
        """Both leave an answer, and hear both."""
        for name in NAMES:
            device = self.device()
            self.life.sessions.pop(device, None)
            for intent, slots in (
                ("CheckInIntent", {}),
                ("KeepIntent", {}),
                ("NameIntent", {"name": name}),
                ("AnswerIntent", {"answer": self._words()}),
            ):
                self.say(intent, name, device, **slots)
        self.hears()

    def hears(self) -> None:
        """Answers are heard, or deleted."""
        device = self.device()
        self.life.sessions.pop(device, None)
        intent = self.dice.choice(
            ("HearAnswersIntent", "HearAnswersIntent", "DeleteAnswerIntent", "ForgetAnswersIntent")
        )
        self.say(intent, self.somebody(), device)
        self._steps(device, ("AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "NameIntent"))

    def books(self) -> None:
        """Time alone is booked, moved and cancelled, and a reminder is agreed to or not."""
        name, device = self.somebody(), self.device()
        self.life.sessions.pop(device, None)
        day = self.life.now.date().toordinal() + self.dice.randrange(1, 9)
        when = self.life.now.date().fromordinal(day).isoformat()
        if self.dice.random() < 0.5:
            self.the_device_refuses()
        self.say("BookAloneTimeIntent", name, device, name=name, day=when, time="10:00", length="PT1H")
        self._steps(device, ("AMAZON.YesIntent", "AMAZON.YesIntent", "AMAZON.NoIntent", "RemindMeIntent"))
        if self.dice.random() < 0.3:
            self.a_permission_is_answered()
        if self.dice.random() < 0.3:
            self.the_device_refuses()
        later = (
            "MoveAloneTimeIntent",
            "SkipAloneTimeIntent",
            "UndoIntent",
            "RemindMeIntent",
            "WhoseTurnIntent",
            "CancelAloneTimeIntent",
            "DontRemindIntent",
            "WhisperFromIntent",
        )
        self.say(self.dice.choice(later), name, device, time="11:00")
        self._steps(device, ("AMAZON.YesIntent", "AMAZON.NoIntent"))

    def the_device_refuses(self) -> None:
        """The device has a bad day, or a good one again; or the permission is taken back in the app."""
        self.life.bench.mood = mood(self.dice)
        self.life.may_remind = self.dice.random() < 0.8

    def forgets(self) -> None:
        """Everything is to be forgotten, or not after all."""
        device = self.device()
        self.life.sessions.pop(device, None)
        self.say("ForgetUsIntent", None, device)
        self.say(self.dice.choice(("AMAZON.YesIntent", "AMAZON.NoIntent")), None, device)

    def time_passes(self) -> None:
        """A minute, an evening, a week."""
        self.life.wait(self.dice.choice((60, 60 * 30, 3600 * 5, 3600 * 24, 3600 * 24, 3600 * 24 * 9)))

    def _consent(self, taken: Taken, device: str, *, willing: bool) -> None:
        """Somebody answers whether they are in, as often as it is asked."""
        for turn in range(8):
            if not isinstance(taken.reply, Ask) or type(taken.reply.state).__name__ not in (
                "FirstIn",
                "SecondIn",
            ):
                return
            if self.dice.random() < 0.06:
                self._elsewhere()
            if self.dice.random() < 0.06:
                self.life.wait(3)
                self.say(
                    self.dice.choice(INTERJECTED), self.dice.choice(NAMES), device, touch="kiss", name="sam"
                )
            self.life.wait(
                seconds(taken.reply) * self.dice.choice((0.9, 1, 1))
                + (2 if self.dice.random() < 0.93 else 90)
            )
            name = NAMES[turn % 2] if self.dice.random() < 0.9 else self.dice.choice((*NAMES, None))
            if willing and self.dice.random() < 0.93:
                said = {"consent": self.dice.choice(("i'm in", "count me in"))}
                said |= {"name": self.dice.choice(NAMES)} if self.dice.random() < 0.2 else {}
                taken = self.say("ConsentIntent", name, device, **said)
                continue
            kind = self.dice.randrange(4)
            if kind == 0:
                self.life.leave(device)
                return
            if kind == 1:
                taken = self.say("ConsentIntent", name, device, consent=drawn(self.dice, "consent").words)
            else:
                answers = (
                    "AMAZON.NoIntent",
                    "AMAZON.StopIntent",
                    "AMAZON.YesIntent",
                    "AMAZON.FallbackIntent",
                    "SkipIntent",
                )
                taken = self.say(self.dice.choice(answers), name, device)

    def _elsewhere(self) -> None:
        """Meanwhile somebody says something, here or in the other room."""
        self.life.wait(2)
        self.dice.choice((self.less, self.tonight, self.anything))()

    def _steps(self, device: str, intents: tuple[str, ...]) -> None:
        for _ in range(self.dice.randrange(3)):
            if device not in self.life.sessions:
                return
            self.life.wait(5)
            self.say(self.dice.choice(intents), self.somebody(), device, name=self.somebody())

    def _some_of_two(self) -> list[str]:
        names = list(NAMES)
        self.dice.shuffle(names)
        return names if self.dice.random() < 0.85 else names[:1]

    def _words(self) -> str:
        self.answers += 1
        said = secret(self.answers)
        return f"{said} {self.dice.choice(REFUSED)}" if self.dice.random() < 0.2 else f"the {said} one"


Doing = Callable[[Evening], None]
DOINGS: tuple[Doing, ...] = (
    Evening.anything,
    Evening.sentences,
    Evening.opens,
    Evening.leaves,
    Evening.a_permission_is_answered,
    Evening.both_decide,
    Evening.one_step_up,
    Evening.unknown_voice,
    Evening.less,
    Evening.tonight,
    Evening.links,
    Evening.settled_in,
    *[Evening.touch] * 7,
    Evening.offers,
    Evening.offers,
    Evening.an_answer,
    Evening.both_answer,
    Evening.hears,
    *[Evening.books] * 3,
    Evening.the_device_refuses,
    Evening.forgets,
    *[Evening.time_passes] * 4,
)
"""All that people do."""
