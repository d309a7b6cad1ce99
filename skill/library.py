"""All words of one language, looked up by key, beside its content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from string import Formatter

import tzdata

from skill.content.files import LibraryError, Wordings, json_files, listed, read
from skill.content.shelves import Shelves

LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")
IN_CONTENT = ("question", "exercise", "small_moment", "fact", "frame", "alone_menu")
"""The subjects whose phrases stand with what they are about."""


def phrase_fields(template: str) -> frozenset[str]:
    """The names a phrase expects in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


class Library(Shelves):
    """Words and content of one language, with the small differences of its locales."""

    @classmethod
    def english(cls) -> Library:
        """The English of the five locales."""
        return cls(Path(__file__).parent / "locales" / "en")

    def phrase(self, locale: str, key: str, variant: int = 0) -> str:
        """One wording of a phrase, in a locale.

        Raises:
            LibraryError: when there is no such phrase.
        """
        wordings = self._differences.get(locale, {}).get(key) or self._wordings(key)
        if not wordings:
            raise LibraryError(f"There is no phrase {key}.")
        return wordings[variant % len(wordings)]

    def shown(self, locale: str, key: str) -> str:
        """The words of a key on a screen; some of them are nowhere spoken.

        Raises:
            LibraryError: when there is no such key.
        """
        words = self._on_screens(key).get(key)
        if words and key.endswith(".source"):
            return self.phrase(locale, "card.source").format(source=words)
        return words or self.phrase(locale, key)

    def variants(self, key: str) -> int:
        """How many wordings a phrase has; 0 when there is no such phrase."""
        return len(self._wordings(key))

    @property
    def keys(self) -> Sequence[str]:
        """All phrases there are."""
        files = json_files(self.folder / "phrases")
        subjects = dict.fromkeys((*(file.name.removesuffix(".json") for file in files), *IN_CONTENT))
        return tuple(key for subject in subjects for key in self._subject(subject))

    def word_list(self, name: str) -> frozenset[str]:
        """A list of words by its name, lower case."""
        return self._word_lists[name]

    @cached_property
    def zones(self) -> Mapping[str, str]:
        """IANA zone names and their countries."""
        table = Path(tzdata.__file__).parent / "zoneinfo" / "zone.tab"
        rows = table.read_text(encoding="utf-8").splitlines()
        columns = (row.split("\t") for row in rows if row and not row.startswith("#"))
        return {row[2]: row[0] for row in columns}

    def _wordings(self, key: str) -> Sequence[str]:
        """The wordings of a phrase; none where there is no such phrase."""
        return self._subject(key.partition(".")[0]).get(key, ())

    def _subject(self, subject: str) -> Mapping[str, Sequence[str]]:
        """The phrases of a subject, read when one of them is first needed: a turn needs a few subjects."""
        if subject not in self._subjects:
            written = {f"{subject}.{key}": wordings for key, wordings in self._written(subject).items()}
            self._subjects[subject] = {**written, **self._in_content(subject)}
        return self._subjects[subject]

    @cached_property
    def _subjects(self) -> dict[str, Mapping[str, Sequence[str]]]:
        return {}

    def _written(self, subject: str) -> Mapping[str, Sequence[str]]:
        file = self.folder / "phrases" / f"{subject}.json"
        if not file.is_file():
            return {}
        return {key: listed(wordings) for key, wordings in read(file, dict[str, Wordings]).items()}

    def _in_content(self, subject: str) -> Mapping[str, Sequence[str]]:
        """The phrases that stand with what they are about."""
        if subject == "alone_menu":
            return self._menu_row.phrases()
        return {key: (words,) for key, words in self._single(subject)}

    def _single(self, subject: str) -> Iterator[tuple[str, str]]:
        match subject:
            case "question":
                rows = chain.from_iterable(self._question_rows.values())
                yield from ((f"question.{row.id}", row.text) for row in rows)
            case "exercise":
                yield from chain.from_iterable(row.phrases().items() for row in self._exercise_rows)
            case "small_moment":
                yield from ((f"small_moment.{row.id}", row.text) for row in self._small_moment_rows)
            case "fact":
                yield from ((f"fact.{row.id}", row.text) for row in self._fact_rows)
            case "frame":
                yield from chain.from_iterable(row.phrases().items() for row in self._frame_rows)

    def _on_screens(self, key: str) -> Mapping[str, str]:
        """What is shown and not spoken, of the subject of a key."""
        match key.partition(".")[0]:
            case "exercise":
                return self._of_exercises
            case "fact":
                return self._of_facts
            case _:
                return {}

    @cached_property
    def _of_exercises(self) -> Mapping[str, str]:
        return {key: words for row in self._exercise_rows for key, words in row.shown().items()}

    @cached_property
    def _of_facts(self) -> Mapping[str, str]:
        return {key: words for row in self._fact_rows for key, words in row.shown().items()}

    @cached_property
    def _differences(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        files = {f.name: read(f, dict[str, Wordings]) for f in json_files(self.folder / "differences")}
        return {
            name.removesuffix(".json"): {key: listed(wordings) for key, wordings in rows.items()}
            for name, rows in files.items()
        }

    @cached_property
    def _word_lists(self) -> Mapping[str, frozenset[str]]:
        lists = read(self.folder / "word_lists.json", dict[str, list[str]])
        lists["not_names"] = read(self.folder / "slots" / "not_names.json", list[str])
        return {name: frozenset(words) for name, words in lists.items()}
