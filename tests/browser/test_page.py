from __future__ import annotations

from collections.abc import Callable

import pytest
from selenium.webdriver.common.by import By

from skill.speaker.devices.bell import Ring
from skill.speaker.speaker import ring_news
from tests.browser.conftest import Table
from tests.browser.scripts import SPY
from tests.speaker.stand_in import ask, close, elicit, hand_over

Lay = Callable[..., Table]
TEXT = "Your time in 15 minutes"
RING = ring_news(Ring("t", TEXT, f"Here's your reminder. {TEXT}."))
EXERCISE = 'Let your shoulders drop. <break time="10s"/><break time="10s"/>Now breathe out. Once more?'


def test_an_answer_is_shown_and_the_microphone_opens_after_it(table: Lay):
    here = table({"CheckInIntent": ask("What made you smile today?")})
    here.visitor.say("check in")
    here.visitor.hears("What made you smile today?")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")


def test_while_it_speaks_the_microphone_is_quiet(table: Lay):
    here = table({"CheckInIntent": ask("A long answer. " * 40)}, speed=1)
    here.visitor.say("check in")
    here.visitor.hears("A long answer.")
    assert here.visitor.microphone == "quiet"


def test_the_field_empties_and_what_was_typed_is_nowhere_on_the_page(table: Lay):
    here = table({"CheckInIntent": elicit("What was good?"), "AnswerIntent": close("Thank you.")})
    here.visitor.say("check in")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    here.visitor.say("her singing in the bath")
    here.visitor.hears("Thank you.")
    assert here.visitor.find("words").get_attribute("value") == ""
    assert "singing" not in here.visitor.browser.page_source


def test_only_the_present_answer_is_on_the_page(table: Lay):
    here = table({"CheckInIntent": ask("First words?"), "AMAZON.StopIntent": close("Last words.")})
    here.visitor.say("check in")
    here.visitor.hears("First words?")
    here.visitor.say("stop")
    here.visitor.hears("Last words.")
    assert "First words" not in here.visitor.browser.page_source


def test_after_eight_seconds_it_asks_again_and_after_eight_more_it_ends(table: Lay):
    here = table({"CheckInIntent": ask("What was good?", "Anything at all?")})
    here.visitor.say("check in")
    here.visitor.hears("What was good?")
    here.visitor.hears("Anything at all?")
    here.visitor.sees(lambda: here.skill.kinds[-1] == "SessionEndedRequest")
    assert here.skill.last["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    here.visitor.sees(lambda: here.visitor.answer == "I'm here.")
    assert here.visitor.microphone == "quiet"


def test_typing_holds_the_clock(table: Lay):
    here = table({"CheckInIntent": ask("What was good?", "Anything at all?")}, speed=100)
    here.visitor.type("i am still thin")
    here.visitor.browser.execute_script("document.querySelector('.chip').textContent = 'check in'")
    here.visitor.browser.find_element(By.CLASS_NAME, "chip").click()
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 1000)")
    assert here.visitor.microphone == "listening"
    assert here.visitor.answer == "What was good?"


def test_a_new_sentence_interrupts_what_is_being_said(table: Lay):
    speech = 'First this. <break time="8s"/>Then that. <break time="8s"/>'
    here = table({"ExerciseIntent": ask(speech), "AMAZON.StopIntent": close("Bye.")}, speed=10)
    here.visitor.say("start a two-minute exercise")
    here.visitor.hears("First this.")
    here.visitor.say("stop")
    here.visitor.hears("Bye.")
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 1500)")
    assert here.visitor.answer == "Bye."
    assert not here.visitor.find("rest").is_displayed()
    sessions = [heard["session"] for heard in here.skill.heard]
    assert sessions[1]["sessionId"] == sessions[0]["sessionId"]
    assert sessions[1]["new"] is False


def test_a_rest_is_quiet_that_is_seen_to_pass(table: Lay):
    here = table({"ExerciseIntent": ask(EXERCISE)}, speed=4)
    here.visitor.say("start a two-minute exercise")
    here.visitor.hears("Let your shoulders drop.")
    bar = here.visitor.find("rest")
    here.visitor.sees(bar.is_displayed)
    assert "breathe out" not in here.visitor.answer
    before = float(bar.get_attribute("aria-valuenow") or 0)
    here.visitor.sees(lambda: float(bar.get_attribute("aria-valuenow") or 0) < before)
    here.visitor.hears("Now breathe out.")
    assert not bar.is_displayed()


def test_escape_says_stop_while_the_conversation_is_open(table: Lay):
    here = table({"ExerciseIntent": ask(EXERCISE), "AMAZON.StopIntent": close("Good night.")}, speed=1)
    here.visitor.say("start a two-minute exercise")
    here.visitor.hears("Let your shoulders drop.")
    here.visitor.escape()
    here.visitor.hears("Good night.")


def test_the_one_who_is_speaking_can_be_chosen(table: Lay):
    here = table({"CheckInIntent": close("Hello.")})
    here.visitor.browser.find_element(By.XPATH, "//span[text()='The other']").click()
    here.visitor.say("check in")
    here.visitor.hears("Hello.")
    assert here.skill.last["context"]["System"]["person"]["personId"].endswith("SECOND")


def test_private_words_are_never_shown(table: Lay):
    whispered = 'One of you said: <amazon:effect name="whispered">her laugh</amazon:effect>. Lovely.'
    here = table({"CheckInIntent": close(whispered)})
    here.visitor.say("check in")
    here.visitor.hears("One of you said:")
    assert "her laugh" not in here.visitor.browser.page_source


def test_a_reminder_rings_on_every_open_page_until_one_says_stop(table: Lay):
    here = table({})
    browser = here.visitor.browser
    first = browser.current_window_handle
    browser.switch_to.new_window("tab")
    here.visitor.open()
    here.visitor.sees(lambda: here.here.speaker.pages.tell(RING) == 2)
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    assert here.visitor.find("ring-words").text == TEXT
    second = browser.current_window_handle
    browser.switch_to.window(first)
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    here.visitor.press("ring-stop")
    browser.switch_to.window(second)
    here.visitor.sees(lambda: not here.visitor.find("ring").is_displayed())
    browser.close()
    browser.switch_to.window(first)


def test_stop_said_while_it_rings_stops_the_reminder_and_not_the_conversation(table: Lay):
    here = table({"CheckInIntent": ask("What was good?")}, speed=1)
    here.visitor.say("check in")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    here.here.speaker.pages.tell(RING)
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    here.visitor.say("Stop.")
    here.visitor.sees(lambda: not here.visitor.find("ring").is_displayed())
    assert here.skill.kinds == ["IntentRequest"]
    assert here.visitor.microphone == "listening"


def test_while_a_reminder_rings_the_conversation_waits_for_it(table: Lay):
    here = table({"CheckInIntent": ask("What was good?", "Anything at all?")})
    here.visitor.say("check in")
    here.visitor.sees(lambda: here.visitor.microphone == "listening")
    here.here.speaker.pages.tell(ring_news(Ring("t", TEXT, "tick tock " * 100)))
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    here.visitor.browser.execute_async_script("setTimeout(arguments[0], 1500)")
    assert here.visitor.microphone == "listening"
    assert here.visitor.answer == "What was good?"
    here.visitor.press("ring-stop")
    here.visitor.hears("Anything at all?")


@pytest.mark.parametrize("asleep", [False, True])
def test_it_chimes_after_one_tap_and_never_while_a_child_sleeps(table: Lay, asleep: bool):  # noqa: FBT001 - the case
    here = table({})
    here.visitor.browser.execute_script(SPY)
    here.visitor.press("sound")
    if asleep:
        here.visitor.press("hush")
    here.visitor.sees(lambda: here.here.speaker.pages.tell(RING) == 1)
    here.visitor.sees(here.visitor.find("ring").is_displayed)
    bells = "return window.bells"
    if asleep:
        here.visitor.browser.execute_async_script("setTimeout(arguments[0], 500)")
        assert here.visitor.browser.execute_script(bells) == 0
    else:
        here.visitor.sees(lambda: here.visitor.browser.execute_script(bells) == 8)


def test_the_permission_prompt_can_be_answered_and_seen(table: Lay):
    here = table({"RemindMeIntent": hand_over(), "Connections.Response": close("It's set.")})
    here.visitor.say("remind me")
    here.visitor.hears("Is that all right?")
    here.visitor.say("yes")
    here.visitor.hears("It's set.")
    here.visitor.sees(lambda: here.visitor.find("reminders").text == "Reminders may ring here")


def test_a_permission_card_can_be_pressed(table: Lay):
    card = {"type": "AskForPermissionsConsent", "permissions": ["alexa::alerts:reminders:skill:readwrite"]}
    here = table({"RemindMeIntent": close("I've shown a card.", card=card)})
    here.visitor.say("remind me")
    here.visitor.sees(here.visitor.find("permission").is_displayed)
    here.visitor.press("permission-yes")
    here.visitor.sees(lambda: here.visitor.find("reminders").text == "Reminders may ring here")
    assert not here.visitor.find("permission").is_displayed()


def test_the_page_asks_nobody_but_its_own_speaker_and_has_nothing_to_complain_of(table: Lay):
    here = table({"CheckInIntent": ask("What was good?")})
    here.visitor.requests()
    here.visitor.complaints()
    here.visitor.open()
    here.visitor.press("sound")
    here.visitor.say("check in")
    here.visitor.hears("What was good?")
    asked = here.visitor.requests()
    assert {f"{here.here.address}/say", f"{here.here.address}/events"} <= set(asked)
    assert [url for url in asked if not url.startswith(here.here.address)] == []
    assert here.visitor.complaints() == []
