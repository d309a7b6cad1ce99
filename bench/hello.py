"""The neighbour: a plain ask-sdk-core hello-world skill, as the SDK's own guide has it."""

from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils.predicate import is_intent_name, is_request_type
from ask_sdk_model.response import Response

builder = SkillBuilder()


@builder.request_handler(can_handle_func=is_request_type("LaunchRequest"))
def launch(handler_input: HandlerInput) -> Response:
    """Welcomes."""
    words = "Welcome to the Alexa Skills Kit, you can say hello!"
    return handler_input.response_builder.speak(words).set_should_end_session(False).response


@builder.request_handler(can_handle_func=is_intent_name("CheckInIntent"))
def hello(handler_input: HandlerInput) -> Response:
    """Says hello, to the intent that ours is asked."""
    words = "Hello Python World from Decorators!"
    return handler_input.response_builder.speak(words).set_should_end_session(True).response


@builder.request_handler(can_handle_func=is_intent_name("AMAZON.HelpIntent"))
def explain(handler_input: HandlerInput) -> Response:
    """Helps."""
    words = "You can say hello to me!"
    return handler_input.response_builder.speak(words).ask(words).response


def is_the_end(handler_input: HandlerInput) -> bool:
    """Cancel or stop."""
    return is_intent_name("AMAZON.CancelIntent")(handler_input) or is_intent_name("AMAZON.StopIntent")(
        handler_input
    )


@builder.request_handler(can_handle_func=is_the_end)
def stop(handler_input: HandlerInput) -> Response:
    """Ends."""
    return handler_input.response_builder.speak("Goodbye!").response


@builder.request_handler(can_handle_func=is_request_type("SessionEndedRequest"))
def ended(handler_input: HandlerInput) -> Response:
    """Says nothing."""
    return handler_input.response_builder.response


@builder.exception_handler(can_handle_func=lambda _input, _error: True)
def failed(handler_input: HandlerInput, _error: Exception) -> Response:
    """Asks again."""
    words = "Sorry, there was some problem. Please try again!"
    return handler_input.response_builder.speak(words).ask(words).response


def lambda_handler(event: dict[str, Any], context: object = None) -> dict[str, Any]:
    """AWS Lambda's way in."""
    handle: Any = builder.lambda_handler()
    answer: dict[str, Any] = handle(event, context)
    return answer
