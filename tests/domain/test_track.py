"""Where tracks stand: one a device, kept until four."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from skill.domain.track import DEVICES, RESTS, Now, Player, Stand, Tracks

AT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def stand(device: str = "kitchen", exercise: str = "P23", offset: int = 1000) -> Stand:
    return Stand(device, exercise, offset, AT, DAY)


def test_a_device_has_one_track_and_a_new_one_takes_its_place():
    tracks = Tracks().playing(stand()).playing(stand(exercise="P21"))
    assert [each.exercise for each in tracks.stands] == ["P21"]


def test_what_is_taken_up_elsewhere_stands_there_only():
    kitchen = stand()
    tracks = Tracks().playing(kitchen).playing(stand("bedroom"), kitchen)
    assert [each.device for each in tracks.stands] == ["bedroom"]


def test_a_track_that_two_begin_in_two_rooms_stands_in_both():
    tracks = Tracks().playing(stand()).playing(stand("bedroom"))
    assert len(tracks.stands) == 2


def test_a_device_knows_its_own_and_any_other_the_last_one():
    tracks = Tracks().playing(stand()).playing(stand("bedroom", "P21"))
    assert [tracks.known(device, DAY) for device in ("kitchen", "attic")] == list(tracks.stands)
    assert tracks.known("kitchen", DAY + timedelta(days=1)) is None
    assert Tracks().known("kitchen", DAY) is None


def test_the_devices_of_a_palace_are_not_followed():
    tracks = Tracks()
    for number in range(DEVICES + 3):
        tracks = tracks.playing(stand(f"device {number}"))
    assert len(tracks.stands) == DEVICES
    assert tracks.stands[-1].device == f"device {DEVICES + 2}"


def test_it_moves_where_it_was_begun_and_never_back_in_time():
    tracks = Tracks().playing(stand())
    on = replace(stand(offset=9000), at=AT + timedelta(seconds=8), now=Now.STOPPED)
    assert tracks.moved(on).stands == (on,)
    assert tracks.moved(on).moved(stand()).stands == (on,)
    assert tracks.moved(replace(on, device="attic")) == tracks
    assert tracks.moved(replace(on, exercise="P21")) == tracks


def test_it_goes_at_four_and_what_is_of_today_stays():
    tracks = Tracks().playing(stand())
    assert tracks.settled(DAY) is tracks
    assert tracks.failing(AT).settled(DAY + timedelta(days=1)) == Tracks()


def test_it_stands_where_the_player_says_until_it_was_told_to_have_stopped():
    player = Player("P23", 7000, Now.STOPPED)
    assert stand().heard_from(player).offset == 7000
    stopped = replace(stand(), now=Now.STOPPED)
    assert stopped.heard_from(player) == stopped
    assert stand().heard_from(None) == stand()
    assert stand().heard_from(Player("P21", 7000)) == stand()


def test_after_a_failure_tracks_rest_for_an_hour():
    tracks = Tracks().failing(AT)
    assert tracks.rest(AT)
    assert tracks.rest(AT + RESTS - timedelta(seconds=1))
    assert not tracks.rest(AT + RESTS)
    assert not Tracks().rest(AT)
