"""All content of one language: rows as they are written, and the domain's values of them.

A shelf's shapes are made when something of it is first wanted: a turn needs one or two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from skill.content.files import json_files, read
from skill.content.questions import QuestionRow
from skill.domain.check_in.question import Question, QuestionKind

if TYPE_CHECKING:
    from skill.content.alone_time_menu import MenuRow
    from skill.content.exercises import ExerciseRow
    from skill.content.facts import FactRow
    from skill.content.frames import FrameRow
    from skill.content.small_moments import SmallMomentRow
    from skill.domain.alone_time.nourishing import Idea
    from skill.domain.exercise.exercise import Exercise
    from skill.domain.fact import Fact
    from skill.domain.frame import Frame
    from skill.domain.help_rows import HelpRow
    from skill.domain.small_moment import SmallMoment
    from skill.domain.support import HelpList, Support

Row = TypeVar("Row")


class Shelves:
    """The content in the files of one folder."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read before it is wanted."""
        self.folder = folder

    @cached_property
    def questions(self) -> Sequence[Question]:
        """All check-in questions."""
        return tuple(
            Question(row.id, kind, row.depth) for kind, rows in self._question_rows.items() for row in rows
        )

    @cached_property
    def exercises(self) -> Sequence[Exercise]:
        """All exercises, by their ids."""
        return tuple(row.exercise() for row in sorted(self._exercise_rows, key=lambda row: row.id))

    @cached_property
    def small_moments(self) -> Sequence[SmallMoment]:
        """All small moments."""
        return tuple(row.small_moment() for row in self._small_moment_rows)

    @cached_property
    def frames(self) -> Sequence[Frame]:
        """All frames for saying something."""
        return tuple(row.frame() for row in self._frame_rows)

    @cached_property
    def facts(self) -> Sequence[Fact]:
        """All small true things."""
        return tuple(row.fact() for row in self._fact_rows)

    @cached_property
    def alone_ideas(self) -> Sequence[Idea]:
        """All ideas for time alone."""
        return tuple(self._menu_row.all_ideas())

    @property
    def alone_sizes(self) -> Sequence[int]:
        """The sizes of time alone that something is said of, in minutes."""
        return tuple(row.minutes for row in self._menu_row.sizes)

    def support(self, country: str) -> Support:
        """The verified help of a country; empty rows for one that is not known."""
        return self.help_list(country).support

    def help_list(self, country: str) -> HelpList:
        """The whole list of a country, as far as it is verified."""
        from skill.domain.help_rows import list_of

        return list_of(country, self.help_rows(country))

    def help_rows(self, country: str) -> Sequence[HelpRow]:
        """All rows of a country, those that wait to be verified too; none of one that is not listed."""
        from skill.domain.help_rows import HelpRow

        if country not in self.countries:
            return ()
        return read(self.folder / "support" / f"{country}.json", list[HelpRow])

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries whose lines are listed, ISO alpha-2."""
        return frozenset(file.name.removesuffix(".json") for file in json_files(self.folder / "support"))

    @cached_property
    def _question_rows(self) -> Mapping[QuestionKind, Sequence[QuestionRow]]:
        return {
            kind: read(self.folder / "questions" / f"{kind}.json", list[QuestionRow]) for kind in QuestionKind
        }

    @cached_property
    def _exercise_rows(self) -> Sequence[ExerciseRow]:
        from skill.content.exercises import ExerciseRow

        return tuple(read(file, ExerciseRow) for file in json_files(self.folder / "exercises"))

    @cached_property
    def _small_moment_rows(self) -> Sequence[SmallMomentRow]:
        from skill.content.small_moments import SmallMomentRow

        return self._rows_in("small_moments", SmallMomentRow)

    @cached_property
    def _fact_rows(self) -> Sequence[FactRow]:
        from skill.content.facts import FactRow

        return self._rows_in("did_you_know", FactRow)

    @cached_property
    def _frame_rows(self) -> Sequence[FrameRow]:
        from skill.content.frames import FrameRow

        return tuple(read(file, FrameRow) for file in json_files(self.folder / "frames"))

    @cached_property
    def _menu_row(self) -> MenuRow:
        from skill.content.alone_time_menu import MenuRow

        return read(self.folder / "alone_time_menu.json", MenuRow)

    def _rows_in(self, folder: str, kind: type[Row]) -> Sequence[Row]:
        """The rows of all files in a folder, in order."""
        found = json_files(self.folder / folder)
        files = (read(file, list[kind]) for file in found)  # type: ignore[valid-type]  # made at run time
        return tuple(row for rows in files for row in rows)
