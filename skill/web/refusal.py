"""A request that is not let in, and why: the reason is for our own log only."""

from enum import StrEnum


class Reason(StrEnum):
    """All there is to log about a refusal: a closed list, so that no word of a request can get into a log."""

    PAGE = "a web page sent it, or it is not JSON"
    HEADERS = "a signature header is missing or malformed"
    CHAIN_URL = "the chain is not where Amazon keeps it"
    UNREACHABLE = "the chain could not be fetched"
    TOO_OFTEN = "the chain failed too often just now"
    BUSY = "too many chains are being fetched"
    CHAIN = "the chain is not Amazon's, or not valid now"
    SIGNATURE = "the signature does not fit the body"
    BODY = "the body is not a request"
    STALE = "the request is not from now"
    FOREIGN = "the request is for another skill"
    FAULT = "a check broke"


class RefusedError(Exception):
    """A request that must get the refusal, whatever the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
