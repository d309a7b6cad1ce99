from __future__ import annotations

from skill.speaker.pages import MOST, RETIRED, News, Page, Pages

RING = News("ring", {"text": "Your time starts now"})


def test_what_is_told_comes_as_a_frame_of_one_event():
    assert RING.frame() == b'event: ring\ndata: {"text": "Your time starts now"}\n\n'


def test_no_words_can_break_out_of_their_frame():
    frame = News("ring", {"text": "a\n\nevent: stop\ndata: {}\n\n"}).frame()
    assert frame.count(b"\n") == 3


def test_a_page_that_has_gone_is_not_told():
    pages = Pages()
    stream = pages.stream(pages.join(), gone=lambda: True)
    assert list(stream) == [b"retry: 2000\n\n"]
    assert pages.tell(RING) == 0


def test_a_page_hears_until_the_speaker_ends():
    pages = Pages()
    stream = pages.stream(pages.join(), gone=lambda: False)
    next(stream)
    pages.tell(RING)
    assert next(stream) == RING.frame()
    pages.ended.set()
    assert list(stream) == []


def test_one_page_too_many_takes_the_place_of_the_oldest():
    pages = Pages()
    first = pages.join()
    stream = pages.stream(first, gone=lambda: False)
    for _ in range(MOST):
        pages.join()
    assert list(stream) == [b"retry: 2000\n\n", RETIRED.frame()]
    assert pages.tell(RING) == MOST


def test_a_page_that_takes_nothing_is_not_waited_for():
    page = Page()
    assert all(page.tell(RING) for _ in range(64))
    assert page.tell(RING) is False
