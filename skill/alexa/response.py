"""What goes out: a Reply in words, as the SDK's Response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec
from ask_sdk_model.dialog.elicit_slot_directive import ElicitSlotDirective
from ask_sdk_model.directive import Directive
from ask_sdk_model.intent import Intent
from ask_sdk_model.intent_confirmation_status import IntentConfirmationStatus
from ask_sdk_model.interfaces.connections.send_request_directive import SendRequestDirective
from ask_sdk_model.response import Response
from ask_sdk_model.slot import Slot
from ask_sdk_model.slot_confirmation_status import SlotConfirmationStatus
from ask_sdk_model.ui.ask_for_permissions_consent_card import AskForPermissionsConsentCard
from ask_sdk_model.ui.card import Card as ShownCard
from ask_sdk_model.ui.reprompt import Reprompt
from ask_sdk_model.ui.simple_card import SimpleCard
from ask_sdk_model.ui.ssml_output_speech import SsmlOutputSpeech

from skill.alexa.attributes import attributes_of, token_of
from skill.alexa.request import REMINDERS
from skill.alexa.voice import Voice
from skill.domain.ending import EARLY_CLOSE
from skill.domain.progress import Progress
from skill.domain.reply import Ask, Close, HandOver, Nothing, Reply
from skill.domain.track import Hush, Now, Play
from skill.domain.turn import Kind, Turn

LONGEST_SPEECH = 7_900
LARGEST = 24_000 - 1_000
"""Bytes of speech, reprompt, card and attributes: what stands around them needs less than the rest."""
ANSWERED = frozenset({Kind.LAUNCH, Kind.INTENT, Kind.PERMISSION})
"""What may be answered with words; the platform counts words in any other answer as a fault."""


PLAYER_ANSWERS = frozenset({Kind.LAUNCH, Kind.INTENT, Kind.BUTTON})
"""What the player may be told something in answer to, as far as we have anything to tell it."""


class TooLargeError(Exception):
    """An answer is larger than the platform takes; the message has sizes, never words."""


def response_to(
    turn: Turn, reply: Reply, progress: Progress, voice: Voice
) -> tuple[Response, dict[str, Any] | None]:
    """The response, and the session attributes that go with it.

    Raises:
        TooLargeError: the answer would not be taken.
    """
    if isinstance(reply, HandOver) and isinstance(reply.to, Play | Hush):
        return _to_player(turn, reply, reply.to, voice), None
    if turn.kind not in ANSWERED or isinstance(reply, Nothing):
        return Response(), None
    attributes = attributes_of(progress)
    response = _response(turn, reply, progress, voice)
    if _hushes(turn, reply):
        response.directives = [*(response.directives or ()), _order(Hush(), turn, voice)]
    _check(response, attributes)
    return response, attributes


def _response(turn: Turn, reply: Ask | Close | HandOver, progress: Progress, voice: Voice) -> Response:
    match reply:
        case Ask():
            return _asking(turn, reply, progress, voice)
        case Close():
            return closing(reply, turn.locale, voice, softly=progress.softly)
        case HandOver():
            return _handing_over(progress)
    assert_never(reply)


def _asking(turn: Turn, reply: Ask, progress: Progress, voice: Voice) -> Response:
    elicits = reply.state.ELICITS and turn.kind is Kind.INTENT
    said = voice.render((*reply.lines, reply.question), turn.locale, softly=progress.softly)
    again = voice.render((reply.reprompt,), turn.locale, softly=progress.softly)
    return Response(
        output_speech=_speech(said),
        reprompt=Reprompt(output_speech=_speech(again)),
        card=_card(reply, turn.locale, voice),
        directives=[_elicit_answer()] if elicits else None,
        should_end_session=False,
    )


def closing(reply: Close, locale: str, voice: Voice, *, softly: bool = False) -> Response:
    """Words, and the microphone shut."""
    said = voice.render(reply.lines, locale, softly=softly)
    return Response(output_speech=_speech(said), card=_card(reply, locale, voice), should_end_session=True)


def _card(reply: Ask | Close | HandOver, locale: str, voice: Voice) -> ShownCard | None:
    """A card for the app; a response has one at most."""
    if isinstance(reply, Close) and reply.permission_card:
        return AskForPermissionsConsentCard(permissions=[REMINDERS])
    if reply.card is None:
        return None
    text = "\n\n".join(voice.shown(key, locale) for key in reply.card.text)
    return SimpleCard(title=voice.shown(reply.card.title, locale), content=text)


def _handing_over(progress: Progress) -> Response:
    """The platform's own prompt, which speaks for itself.

    The session ends here and what is under way comes back in the token: the answer arrives without session
    data, an open microphone would hear what is meant for the prompt, and leaving the flag out means one thing
    with a screen and another without.
    """
    payload: dict[str, object] = {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "1",
        "permissionScope": REMINDERS,
    }
    prompt = SendRequestDirective(name="AskFor", payload=payload, token=token_of(progress))
    return Response(directives=[prompt], should_end_session=True)


def _to_player(turn: Turn, reply: HandOver, order: Play | Hush, voice: Voice) -> Response:
    """The player's order, and no word where nobody spoke.

    The session ends: a device that opens its microphone stops playing.
    """
    if turn.kind not in PLAYER_ANSWERS:
        return Response()
    spoken = turn.kind is not Kind.BUTTON
    return Response(
        output_speech=_speech(voice.render(reply.lines, turn.locale)) if spoken and reply.lines else None,
        card=_card(reply, turn.locale, voice) if spoken else None,
        directives=[_order(order, turn, voice)],
        should_end_session=True,
    )


def _hushes(turn: Turn, reply: Reply) -> bool:
    """Whether a track of ours is to stop: when something is asked, and when somebody leaves, for any reason.

    What is only told is spoken over it: the device lowers the track and goes on by itself.
    """
    early = isinstance(reply, Close) and EARLY_CLOSE in reply.lines
    may_sound = turn.player is not None and turn.player.now is not Now.OVER
    return may_sound and (early or isinstance(reply, Ask))


def _order(order: Play | Hush, turn: Turn, voice: Voice) -> Directive:
    from skill.alexa.player import told  # few turns have to do with a player

    return told(order, turn.locale, voice)


def _elicit_answer() -> ElicitSlotDirective:
    """Lets whatever is said next fill the phrase slot; the dialog directives belong to replies to intents."""
    slot = Slot(name="answer", confirmation_status=SlotConfirmationStatus.NONE)
    intent = Intent(
        name="AnswerIntent", slots={"answer": slot}, confirmation_status=IntentConfirmationStatus.NONE
    )
    return ElicitSlotDirective(updated_intent=intent, slot_to_elicit="answer")


def _speech(words: str) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=f"<speak>{words}</speak>")


def _check(response: Response, attributes: Mapping[str, Any]) -> None:
    speech = _ssml(response.output_speech)
    reprompt = _ssml(response.reprompt.output_speech if response.reprompt else None)
    card = response.card
    shown = [card.title, card.content] if isinstance(card, SimpleCard) else []
    size = len(msgspec.json.encode([speech, reprompt, shown, attributes]))
    if max(len(speech), len(reprompt)) > LONGEST_SPEECH or size > LARGEST:
        raise TooLargeError(f"{len(speech)} and {len(reprompt)} characters of speech, {size} bytes in all")


def _ssml(speech: object) -> str:
    return str(speech.ssml) if isinstance(speech, SsmlOutputSpeech) else ""
