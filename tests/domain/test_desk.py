from datetime import UTC, date, datetime

from skill.domain.desk import Desk
from skill.library import Library
from skill.stores.memory import MemoryStore
from tests.conversations.alone_time.alone_room import InTurn, PlainEars, Settings
from tests.domain.alone_time.ringing_device import RingingDevice

EVENING = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


def desk(settings: Settings) -> Desk:
    device = RingingDevice()
    with MemoryStore().visit("us") as home:
        return Desk(home, Library.english(), PlainEars(), settings, device, InTurn(), EVENING, "en-GB")


def test_a_zone_learned_in_a_turn_counts_in_that_turn():
    here = desk(Settings(zone=None))
    assert here.wall.hour == 22
    here.learn_zone("Asia/Kolkata")
    assert here.zone == "Asia/Kolkata"
    assert (here.wall.hour, here.wall.minute) == (4, 0)
    assert here.today == date(2026, 11, 24)


def test_a_device_that_cannot_say_where_it_is_is_asked_once_a_turn():
    settings = Settings(zone=None)
    here = desk(settings)
    assert here.zone == "Europe/London"
    settings.zone = "Asia/Kolkata"
    assert here.zone == "Europe/London"


def test_where_nobody_knows_better_the_zone_is_the_locale_s():
    here = desk(Settings(zone=None))
    assert here.zone == here.zone_of_locale == "Europe/London"
