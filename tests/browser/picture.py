"""Takes the README's picture from the running page: `make picture`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from skill import bootstrap
from skill.settings import Settings
from tests.browser.kitchen import Visitor, chromium, running
from tests.chance import First
from tests.speaker.stand_in import Hands

PICTURE = Path(__file__).parents[2] / "docs" / "speaker.png"
WIDTH, HEIGHT = 1120, 700


def take(picture: Path) -> None:
    """Writes a picture of the page while it waits for an answer to the day's question."""
    clock = Hands()
    with TemporaryDirectory() as folder:
        skill = bootstrap.build(Settings(Path(folder) / "kept"), clock=clock, chance=First())
        browser = chromium(Path(folder) / "chromium")
        try:
            with running(skill, clock, Path(folder) / "device") as here:
                page = Visitor(browser, here.address)
                with page.in_a_hand(WIDTH, HEIGHT):
                    page.open(speed=3)
                    page.say("today's check-in")
                    page.sees(lambda: page.microphone == "listening")
                    browser.execute_async_script("setTimeout(arguments[0], 700)")  # the lamp has come up
                    browser.get_screenshot_as_file(str(picture))
        finally:
            browser.quit()


if __name__ == "__main__":
    take(PICTURE)
