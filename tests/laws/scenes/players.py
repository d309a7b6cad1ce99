"""Players: what they are told, what they tell late or wrongly, and what a platform tells of them."""

from __future__ import annotations

from tests.laws.house.life import Life
from tests.laws.house.player import Player
from tests.laws.house.taken import Json, Taken
from tests.laws.rules.court import Court
from tests.laws.rules.players import played

EVEN = "P23"
TOKEN = f"exercise:{EVEN}:v1"
A_NIGHT = 11 * 3600
PAUSE, PLAY = "PlaybackController.PauseCommandIssued", "PlaybackController.PlayCommandIssued"


def _kitchen() -> Life:
    return Life(watchers=[Court()], players={"kitchen": Player()})


def _plays() -> Life:
    life = _kitchen()
    assert played(life.say("TrackIntent", {"exercise": EVEN})) == (EVEN, 0)
    life.wait(20)
    return life


def _tells(life: Life, did: str, offset: int) -> Taken:
    told: Json = {"token": TOKEN, "offsetInMilliseconds": offset}
    return life.tell(f"AudioPlayer.Playback{did}", told)


def a_button_pauses_and_takes_up_what_plays() -> None:
    life = _plays()
    life.tell(PAUSE)
    assert not life.players["kitchen"].sounds
    _tells(life, "Stopped", 20_000)
    assert played(life.tell(PLAY)) == (EVEN, 20_000)


def what_is_told_late_brings_no_place_back() -> None:
    life = _plays()
    life.say("AMAZON.StopIntent")
    _tells(life, "Stopped", 20_000)
    life.wait(A_NIGHT)
    _tells(life, "Stopped", 20_000)
    assert played(life.say("AMAZON.ResumeIntent")) is None


def no_track_stands_before_its_beginning() -> None:
    life = _plays()
    life.say("AMAZON.StopIntent")
    _tells(life, "Stopped", -5)
    assert played(life.say("AMAZON.ResumeIntent")) == (EVEN, 0)


def no_track_plays_after_a_loss() -> None:
    life = _kitchen()
    life.say("LossIntent")
    assert played(life.say("TrackIntent", {"exercise": EVEN})) is None


def what_a_platform_tells_is_nowhere() -> None:
    life = _plays()
    error = {"type": "INVALID_RESPONSE", "message": "zqabcz, somebody said"}
    assert life.tell("System.ExceptionEncountered", {"error": error}).lines
    assert b"zqabcz" not in life.stored()


def a_forgotten_household_hears_nothing_of_what_still_plays() -> None:
    life = _plays()
    gone = {"body": {"userInformationPersistenceStatus": "NOT_PERSISTED"}}
    life.tell("AlexaSkillEvent.SkillDisabled", gone)
    for did in ("Started", "Stopped", "Finished"):
        _tells(life, did, 60_000)
    assert life.kept() == Life().kept()
