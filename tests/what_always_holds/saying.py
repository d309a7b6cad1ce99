"""What may be said in any slot, and words that are danger or fear."""

from __future__ import annotations

import hypothesis.strategies as st

from skill.domain.distress import Distress
from skill.domain.turn import Slot

SECRET = "zanzibar marmalade"
DANGER = "i want to die"
DANGERS = {
    Distress.SELF_HARM: ("DangerIntent", DANGER),
    Distress.EMERGENCY: ("EmergencyIntent", "the baby isn't breathing"),
    Distress.RAGE: ("RageIntent", "i'm going to shake the baby"),
    Distress.PSYCHOSIS: ("PsychosisIntent", "the voices tell me what to do"),
    Distress.FOR_ANOTHER: ("WorriedForAnotherIntent", "my husband says he wants to die"),
    Distress.SCARY_THOUGHT: ("ScaryThoughtIntent", "i keep picturing dropping the baby"),
}
"""Every danger that is answered aloud: as an intent, and in words."""
FEAR = "i'm scared of him"
SLOTS = {
    "answer": st.sampled_from([SECRET, "seven", "skip it", "shit"]),
    "name": st.sampled_from(["sam", "alex", "robin"]),
    "number": st.sampled_from(["0", "7", "11", "?"]),
    "theme": st.sampled_from(["calm", "thanks", "nonsense"]),
    "company": st.sampled_from(["alone", "together"]),
    "hands": st.sampled_from(["free", "one", "baby", "across"]),
    "whose": st.sampled_from(["me", "partner"]),
    "day": st.sampled_from(["2026-11-28", "2026-W48-WE", "2026-W48", "2020-01-01", "202X", "?"]),
    "time": st.sampled_from(["10:00", "03:00", "EV", "25:99"]),
    "length": st.sampled_from(["PT1H", "PT5M", "P30D", "x"]),
    "need": st.sampled_from(["relax", "choose", "nonsense"]),
    "chore": st.sampled_from(["laundry", "nonsense"]),
    "lead": st.sampled_from(["PT30M", "PT10H", "x"]),
    "weekday": st.sampled_from(["TH", "SU", "XX"]),
    "helper": st.sampled_from(["grandma", "friend"]),
    "town": st.sampled_from(["Europe/London", "Nowhere/Land"]),
    "moment": st.just("start"),
    "help": st.sampled_from(["emergency", "perinatal", "crisis", "home", "nonsense"]),
    "country": st.sampled_from(["IE", "NZ", "XX", "../GB"]),
    "place": st.sampled_from(["table", "cot", "nowhere"]),
    "frame": st.sampled_from(["sorry", "harder", "nonsense"]),
    "room": st.sampled_from(["none", "little", "plenty"]),
    "mood": st.sampled_from(["quarrel", "low", "good"]),
}


@st.composite
def slots_of_a_turn(draw: st.DrawFn) -> dict[str, Slot]:
    names = draw(st.lists(st.sampled_from(sorted(SLOTS)), max_size=4, unique=True))
    words = {name: draw(SLOTS[name]) for name in names}
    return {name: Slot(said, said) for name, said in words.items()}
