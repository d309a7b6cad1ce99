"""Tracks: none with touch, no word to a player, a place until four and no longer."""

from __future__ import annotations

from tests.mutations.planting import without

PLAYING = "skill.conversations.exercise.playing"
STEERING = "skill.conversations.exercise.steering"
REPORTING = "skill.conversations.exercise.reporting"
TRACK = "skill.domain.track"
CHOICE = "skill.domain.exercise.choice"
RESPONSE = "skill.alexa.response"

GUARDS = (
    without("a track may have touch", f"{PLAYING}:play", "if not exercise.is_track:", "if False:"),
    without(
        "touch that is named is handed to a player",
        f"{PLAYING}:a_track",
        "(by_name is not None and not by_name.is_track) or",
        "",
    ),
    without(
        "a question in the middle makes a track all the same",
        "skill.domain.exercise.exercise:Exercise.is_track",
        "and not any(step.stops for step in self.steps)",
        "",
    ),
    without("a button gets words", f"{RESPONSE}:_to_player", "if spoken and reply.lines", "if reply.lines"),
    without(
        "what a player tells is answered",
        f"{RESPONSE}:_to_player",
        "if turn.kind not in PLAYER_ANSWERS:",
        "if False:",
    ),
    without(
        "a track opens the microphone",
        f"{RESPONSE}:_to_player",
        "should_end_session=True",
        "should_end_session=False",
    ),
    without("a track plays on when somebody leaves", f"{RESPONSE}:_hushes", "early or ", ""),
    without("a question is asked over a track", f"{RESPONSE}:_hushes", " or isinstance(reply, Ask)", ""),
    without(
        "a track is played where there are no sounds",
        "skill.alexa.request:turn_of",
        "plays=sounds and",
        "plays=",
    ),
    without(
        "a device without a player plays", "skill.alexa.request:turn_of", " and has_player(envelope)", ""
    ),
    without("the place of a track outlasts four", f"{TRACK}:Tracks.known", "if stand.day == day", ""),
    without(
        "a device brings back what went at four",
        f"{STEERING}:_told",
        "if sounds or not desk.home.keeps else",
        "if True else",
    ),
    without(
        "a late word of a player takes a place back", f"{TRACK}:Tracks.moved", "or stand.at < before.at", ""
    ),
    without("a track told twice is done twice", f"{REPORTING}:_over", "stand.now is Now.OVER or", ""),
    without(
        "a track heard to its end still waits",
        f"{STEERING}:_taken_up",
        "if stand.now is Now.OVER:",
        "if False:",
    ),
    without(
        "a track plays aloud in quiet hours", f"{PLAYING}:plays", "not household.is_quiet(desk.at) and", ""
    ),
    without("a chime sounds in quiet hours", "skill.speech:Speech._spoken", "if softly or", "if"),
    without(
        "a track that failed is tried again at once",
        f"{PLAYING}:plays",
        "and not household.tracks.rest(desk.at)",
        "",
    ),
    without("one for two comes to one alone", f"{CHOICE}:shelf", "e.company is company and", ""),
    without("what was set aside comes by next", f"{CHOICE}:_may_come", "or exercise.id in now.set_aside", ""),
    without("what comes only when named comes by next", f"{CHOICE}:_may_come", "exercise.unasked and", ""),
)
