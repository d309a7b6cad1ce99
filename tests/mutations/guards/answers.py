"""Rules 3 to 5: what is said freely, and what of it is kept."""

from __future__ import annotations

from datetime import timedelta

from tests.mutations.planting import Edit, Mutant, Swap, without

CHECK_INS = "skill.domain.check_in.check_ins"
ANSWERING = "skill.conversations.check_in.answering"
TURN = "skill.conversations"

GUARDS = (
    without(
        "what is said is logged", "skill.turns:_note", 'ms", turn.kind,', 'ms", (turn.kind, turn.slots),'
    ),
    without(
        "an answer is echoed",
        f"{ANSWERING}:_kept",
        'return close(desk.line("check_in.both_kept" if met else "check_in.kept"))',
        'return close(Line("check_in.said", {"who": "x", "words": answer.words}))',
    ),
    without("everything may be kept", f"{ANSWERING}:answered", "not _may_be_kept(words, desk)", "False"),
    without(
        "swear words are kept",
        f"{ANSWERING}:_may_be_kept",
        "is_rude(words, desk.library) or ",
        "",
    ),
    without("health is kept", f"{ANSWERING}:_may_be_kept", " or is_of_health(words, desk.library)", ""),
    without(
        "figures are kept",
        f"{ANSWERING}:_may_be_kept",
        "any(letter.isnumeric() for letter in words)",
        "False",
    ),
    without("a consent is kept", f"{ANSWERING}:_may_be_kept", " or _is_consent(words, desk)", ""),
    without(
        "states and numbers are kept", f"{ANSWERING}:_may_be_kept", "return bool(", "return True or bool("
    ),
    without(
        "yesterday's question is answered today",
        f"{ANSWERING}:answered",
        "state.question != standing",
        "False",
    ),
    Mutant(
        "answers to two questions meet",
        (
            Edit(f"{CHECK_INS}:KeptAnswer.answers", "self.question == other.question and ", ""),
            Edit(f"{CHECK_INS}:CheckIns.swapping", ", waiting=(), waiting_day=None", ""),
        ),
    ),
    without(
        "one of them answers twice",
        f"{CHECK_INS}:KeptAnswer.answers",
        "self.partner is not other.partner and ",
        "",
    ),
    without("one voice leaves both answers", f"{CHECK_INS}:KeptAnswer.answers", " and not one_voice", ""),
    without(
        "unmatched answers stay after four",
        f"{CHECK_INS}:CheckIns.settled",
        "if stale else self",
        "if False else self",
    ),
    without(
        "the night keeps what waits", "skill.domain.four_o_clock:_lets_go", "return ", "return False and "
    ),
    Mutant("pairs stay for ever", (Swap("skill.domain.four_o_clock:PAIRS_STAY", timedelta(days=36500)),)),
    without(
        "answers are read without a yes",
        "skill.conversations.check_in.hearing:heard_together",
        'turn.intent == "AMAZON.NoIntent" or pair is None',
        "pair is None",
    ),
    without(
        "a deleted answer stays",
        f"{CHECK_INS}:CheckIns.revoking",
        "return replace(self, ",
        "return self or replace(self, ",
    ),
    Mutant("a skip is an answer", (Swap(f"{TURN}:NEVER_AN_ANSWER", frozenset()),)),
    without(
        "a swear word is a name", "skill.domain.naming:is_name", "if is_rude(spoken, library) or ", "if "
    ),
    without(
        "what is unfit is answered", "skill.domain.unfit:is_unfit", "return any(", "return False and any("
    ),
    without(
        "what was heard travels with the session",
        "skill.alexa.response:response_to",
        "attributes = attributes_of(progress)",
        'attributes = attributes_of(progress) | {"heard": [slot.words for slot in turn.slots.values()]}',
    ),
    without(
        "what was heard is on a card",
        "skill.alexa.response:_asking",
        "card=_card(reply, turn.locale, voice),",
        'card=SimpleCard(title="", content=" ".join(slot.words for slot in turn.slots.values())),',
    ),
    without(
        "what was heard is in the directive",
        "skill.alexa.response:_asking",
        "directives=[_elicit_answer()] if elicits else None",
        "directives=[{'heard': [slot.words for slot in turn.slots.values()]}]",
    ),
    without(
        "an answer is read aloud for all to see",
        "skill.speech:Speech._value",
        "{WHISPER}{escape(words)}{SPEAK}",
        "{escape(words)}",
    ),
    without(
        "private words may be shown where it is quiet",
        "skill.speech:whispered",
        "p if PRIVATE.match(p) or not p.strip() else soft.format(p)",
        "soft.format(p)",
    ),
)
