"""Words that are said at home, and words that are not, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping


def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in listed.split("|"))


NOT_WITH_CHILDREN: Mapping[str, tuple[str, ...]] = {
    "closeness, never innuendo": _words(
        "sex | sexual | sexy | intimacy | intimate | foreplay | desire | desires | arousal | aroused | "
        "libido | performance | bedroom | in the mood | orgasm | naked | date night | another baby | wink"
    ),
    "a rough patch, later": _words(
        "fight | fights | fighting | hate | hates | divorce | split | leave me | leave him | leave her | "
        "leave each other | leave your partner | your mother never | your father never"
    ),
    "plain words in a crisis reply only": _words(
        "hit | hits | abuse | abused | violence | violent | police | suicide | kill | kills | killing | "
        "die | dying | dead"
    ),
    "rest, tea": _words("drunk | wine | beer | pills"),
    "dropped": _words("fat | ugly | bounce back | let yourself go | baby weight"),
    "tired, full, needs room": _words(
        "good parent | bad parent | good mum | bad mum | good mom | bad mom | good dad | bad dad | lazy | "
        "selfish | nag | nagging | hysterical | needy | frigid"
    ),
    "every family": _words(
        "bottle | breast | breastfeeding | natural birth | real mum | real mom | real dad | gave up for | "
        "broken home"
    ),
    "could, if you like, sometimes": _words("should | must | always | never | just | at least | why"),
    "care for": _words("babysit | babysits | babysitting"),
    "words that set off machines and children": _words(
        "alexa | echo | computer | treat | treats | cookie | cookies | park | swim"
    ),
}
"""What is said instead, and the words that are not said."""
NOT_FROM_US: Mapping[str, tuple[str, ...]] = {
    "no clearance, no timetable, no norm": _words(
        "good to go | six weeks | normal couples | most couples | other couples do | you should want | "
        "every couple"
    ),
    "no diagnosis, cure or dose": _words(
        "depressed | depression | diagnosis | diagnose | cure | cures | cured | prevents | medicine | "
        "dose | relax and it | glass of wine | therapy | therapist | symptom | symptoms | clinically | "
        "proven"
    ),
    "no duty, no score": _words(
        "your duty | owe | owes | score | scores | points | streak | the spark | stray"
    ),
    "no hormones": _words("hormone | hormones | oxytocin | brain | brains | dopamine | cortisol"),
    "nobody's role": _words(
        "mum | mom | mummy | mommy | dad | daddy | wife | husband | the mother | the father | he | she | "
        "his | her | him"
    ),
    "not with children about": _words("contraception | pregnant | pregnancy | period"),
}
"""The reason, and the words that are not said."""
