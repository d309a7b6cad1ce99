"""Check-in questions, as they stand in the files of their kinds."""

from __future__ import annotations

from typing import Annotated

import msgspec


class QuestionRow(msgspec.Struct, forbid_unknown_fields=True):
    """A question, as it stands in the file of its kind."""

    id: str
    depth: Annotated[int, msgspec.Meta(ge=0, le=5)]
    text: str
