"""What is never kept is refused in every form it is said in, and what parents really answer is kept."""

from __future__ import annotations

from datetime import date

import pytest

from skill.conversations.table import NEVER_AN_ANSWER
from skill.domain.distress import Distress
from skill.domain.reply import Close
from skill.domain.turn import Slot
from skill.ears.listening import Ears
from skill.stores.memory import MemoryStore
from skill.turns import Turns
from tests.chance import First
from tests.house import LIBRARY, House, Keeping, PlainEars, spoken

NOT_KEPT = ("check_in.not_kept", "")
RUDE = (
    "fuck's sake", "this is fuckin ridiculous", "what a shit's day", "those bitches' noise", "clusterfuck",
    "he's a bastard's bastard", "assholes next door", "dickheads", "shithead", "fuckface", "goddamn laundry",
    "god damn it", "bloody washing up", "tossers", "wankers", "whores", "sluts", "cocks", "dicks",
    "what the hell", "screw this", "he is pissing me off", "kiss my ass", "piss off", "f*** this",
    "sh** happens", "FUCK\u2019S sake",
)  # fmt: skip
SEXUAL = (
    "sexy's back", "sexier than ever", "he shagged me", "a blow job", "hand jobs", "anal", "sexting",
    "topless", "lingerie", "a condom", "make love", "making love with you", "we made love", "boners", "cum",
    "turn me on", "a quickie", "your nipples", "naked", "hornier", "porno", "she's seducing me",
    "hanky panky", "blow-job",
)  # fmt: skip
OF_HEALTH = (
    "he's got a cold", "sleep deprived", "my hip is killing me", "had my jab", "she's on the pill",
    "my depression's back", "the doctor's visit", "my anxiety's gone", "my headache's gone", "mastitis",
    "the epidural", "took my pills", "therapy", "my therapist", "adhd", "my OCD", "baby blues", "medication",
    "antidepressants", "my stitches hurt", "the c-section", "a diagnosis", "she was diagnosed",
    "he has a fever", "we all have the flu", "a runny nose", "the midwife's visit", "gave me antibiotics",
    "our miscarriage", "panic attacks", "i'm bleeding", "mental health", "trying for a baby",
    "my blood pressure", "burnt out", "the twelve week scan", "a hospital bed", "losing weight",
    "he was throwing up", "i cried", "sober since may",
)  # fmt: skip
NUMBERS = (
    "i'd go for a seven", "seven i reckon", "eleven out of ten honestly", "maybe seventy percent", "fifteen",
    "twenty five", "eighty percent", "eighty per cent", "seven point five", "a solid nine", "a thousand",
    "seventy out of a hundred", "i'd say eight", "it's a seven", "about a six or a seven", "seven-ish",
    "sevenish", "8/10", "7.5", "50%", "10", "nine and a half", "more like four", "probably a strong eight",
    "a million", "somewhere between five and six", "zero", "nought", "two hundred and forty", "minus three",
    "nine over ten", "three quarters", "i would say a ten today", "four stars", "ten out of ten thanks",
    "well maybe a twelve", "i think it's an eleven", "number nine", "on a scale of one to ten seven", "half",
    "twelve", "none",
)  # fmt: skip
STATES = (
    "same old same old", "it's been a long day", "not sure", "over the moon", "pretty rough day really",
    "meh", "not great", "not good", "not too bad", "could be better", "struggling", "drained", "wiped out",
    "frazzled", "scared", "excited", "content", "none", "nothing", "i'm fine", "we're okay thanks",
    "pretty low", "a bit frazzled today", "really quite happy", "so so", "up and down", "hanging in there",
    "i'm alright", "a little worried", "not very happy", "i feel kind of flat", "in a good mood",
    "yeah good thanks", "calm", "i've been better", "she's fine",
)  # fmt: skip
CONSENT = (
    "i'm in", "i'm in please", "i'm in thanks", "yes i'm in", "count me in then", "okay count me in",
    "oh i'm in", "i'd like that please", "it's sam i'm in", "Sam, I'm in!", "i'm in it's sam",
    "this is robin i'm in", "I\u2019m in", "i am in thank you", "um yeah count me in", "i'm up for it honey",
    "well i would like that", "i'm in i'm in", "i'm in too", "my name is sam and i'm in", "no i'm in",
    "i'm in please love", "sam says i'm in", "alexa i'm in",
)  # fmt: skip
KEPT = (
    "i'm in bed by nine with a book", "count me in for pancakes", "i'd like that one about the bear",
    "nothing at all", "i'm excited about the trip", "my back in the sun", "shattering our bowling record",
    "the way he hums when he makes the tea", "two cups of tea on the step", "pancakes", "the baby's laugh",
    "ten minutes with a book", "half an hour in the garden", "a hundred times pick up your shoes",
    "our first flat", "the smell of bread", "he warmed my side of the bed", "she let me sleep in until nine",
    "stars", "the kids", "a walk by the river", "i'm in love with this house",
    "i'm in the garden every chance i get", "me", "my mum", "i'd like that trip to the sea again",
    "dancing in the kitchen", "an octopus with eight arms", "us", "we couldn't stop laughing",
    "the quiet after bedtime", "sunday mornings", "one day we'll go to Norway",
    "happy to hear the key in the door", "the three of us under one blanket", "peacocks in the park",
    "cumin", "a classic film and popcorn", "shiitake noodles", "the cockpit of that little plane",
    "hello from the door", "his number one fan club", "the numbers on the height chart",
    "she assesses every sandwich", "the peacock at the zoo", "my grandma's soup",
    "her scarf that smells of home", "a hug at the door", "let's go camping", "that he remembered the bins",
    "reading the same book eleven times", "great big puddles", "not hurrying", "nothing beats her porridge",
    "full moon over the shed", "good coffee", "a calm kitchen", "the way you say good night",
    "our good old sofa", "your patience with my mother", "someone to fold the washing",
    "trains, always trains", "jumping in leaves", "building a den from the big box",
    "scared of nothing, our girl", "spotting a heron", "he drew me a map of the moon", "toast for four",
    "the song about the bear", "singing badly together", "that we both said sorry",
    "planting tomatoes with the little one", "a nap", "tonight's stars", "saturday with nothing planned",
    "how brave she was on the slide", "he cocked his head like a puppy",
    "the creamy one with a bit of lemon", "the story about the goat", "pirates", "bananas",
    "when he whistled", "assembling the cot at midnight", "the swing, higher and higher",
    "swanky new curtains", "her titters at my jokes", "a night in with a puzzle", "the last piece of cake",
    "my cardigan", "the bus to school", "a lie-in", "the cat's little feet on the stairs",
    "whoever invented naps", "Sussex in spring", "counting the ducks", "his analysis of the football",
    "a saucer of milk", "the wicker basket", "the shelf you put up", "being together",
)  # fmt: skip


class Untroubled(PlainEars):
    """Ears that hear no danger: what is never kept must not hang on that."""

    def distress(self, _words: str) -> Distress | None:
        return None


class Calm(House):
    """A household that nobody is afraid for."""

    def turns(self) -> Turns:
        return Turns(self.store, MemoryStore(), LIBRARY, Untroubled(), First())


def _left(words: str) -> tuple[str, str]:
    """What was answered to somebody's words, and what is kept of them."""
    house = Calm(store=Keeping())
    for intent, slots in (("CheckInIntent", {}), ("KeepIntent", {}), ("NameIntent", {"name": Slot("sam")})):
        house.take(intent, slots)
    reply = house.take("AnswerIntent", {"answer": Slot(words)})
    assert isinstance(reply, Close)
    assert words.casefold() not in spoken(reply).casefold() or len(words) < 4, "it is echoed at once"
    with house.store.visit("us") as home:
        kept = "".join(answer.words for answer in home.household.check_ins.waiting)
    return getattr(reply.lines[0], "key", ""), kept


@pytest.mark.parametrize("words", RUDE)
def test_a_swear_word_is_never_kept_whatever_its_form(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", SEXUAL)
def test_nothing_sexual_is_kept(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", OF_HEALTH)
def test_nothing_of_health_is_kept(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", NUMBERS)
def test_a_number_with_nothing_but_frills_around_it_is_never_kept(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", STATES)
def test_a_state_alone_is_never_kept(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", CONSENT)
def test_a_phrase_of_consent_is_no_answer_whatever_is_said_around_it(words: str):
    assert _left(words) == NOT_KEPT


@pytest.mark.parametrize("words", KEPT)
def test_what_parents_answer_is_kept_as_they_said_it(words: str):
    assert _left(words) == ("check_in.kept", words)


def test_enough_is_kept_to_know_that_little_is_refused():
    assert len(set(KEPT)) >= 60


@pytest.mark.parametrize(
    "words",
    [
        "no stop", "yes stop", "hey stop", "sorry stop", "no no stop", "no skip it", "oh no skip that",
        "skip it love", "yes keep it", "yes let's tell each other",
    ],
)  # fmt: skip
def test_a_stop_a_skip_or_a_choice_is_one_whatever_small_words_are_around_it(words: str):
    heard = Ears.english().whole(words, "en-GB", date(2026, 11, 23))
    assert heard is not None
    assert heard.intent in NEVER_AN_ANSWER


@pytest.mark.parametrize("words", KEPT)
def test_what_parents_answer_is_no_wish(words: str):
    heard = Ears.english().whole(words, "en-GB", date(2026, 11, 23))
    assert heard is None or heard.intent not in NEVER_AN_ANSWER
