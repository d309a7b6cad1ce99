"""Every guard is pressed on, one scene each."""

from __future__ import annotations

import pytest

from tests.laws.scenes import SCENES, Scene


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_it_holds(scene: Scene):
    scene()
