"""Tracks: none with touch, no word to a player, a place until four and no longer."""

from __future__ import annotations

from tests.mutations.planting import Edit, Mutant, without

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
    without(
        "a player brings back what went at four by telling it late",
        f"{REPORTING}:_gone",
        "stand.day != desk.today and not sounds",
        "False",
    ),
    without("a stopped track forgets where it stood", f"{REPORTING}:_move", "offset=offset,", "offset=0,"),
    without("the button for a pause is not heard", f"{REPORTING}:_pause", "hand_over(Hush())", "nothing()"),
    without(
        "somebody who says pause gets words over a track",
        f"{STEERING}:pause",
        "is_free(turn) and (sounds or here)",
        "False",
    ),
    without(
        "a track plays after a loss", f"{PLAYING}:plays", "desk.grieving or not turn.plays", "not turn.plays"
    ),
    without(
        "a player believes in a place before the beginning",
        "skill.alexa.tracks:_offset",
        "0 <= value <= LONGEST",
        "value <= LONGEST",
    ),
    without(
        "a player is sent to an address that no file has",
        "skill.alexa.player:track_file",
        'file_of(exercise, locale if locale.lower() in LOCALES else "en-US")',
        'f"exercise-{exercise.lower()}-{locale}.mp3"',
    ),
    without(
        "a player is told more than which track and where",
        "skill.alexa.player:told",
        'voice.shown("track.subtitle", locale)',
        "str(order.offset)",
    ),
    Mutant(
        "what the platform's message says is logged",
        (
            Edit(
                "skill.alexa.trouble:reported",
                'part(request, "error").get("type")',
                'part(request, "error").get("message")',
            ),
            Edit("skill.alexa.trouble:_code", 'if CODE.fullmatch(found) else "?"', ""),
        ),
    ),
)
