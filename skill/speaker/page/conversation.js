// One conversation: a sentence goes out, an answer is played, and the microphone opens or stays shut.

import { held, pause } from "./clock.js";
import { aroundNumbers, play } from "./player.js";
import { screen } from "./screen.js";
import { state } from "./sound.js";

const WINDOW = 8000;
const LOCALES = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN"];

export class Conversation {
  #session = null;
  #open = false;
  #turn = new AbortController();
  #sending = Promise.resolve();
  #helped = null;

  /**
   * `typing` says whether somebody is typing: that holds the listening window; `lost` hears that nobody answered;
   * `deck` plays tracks.
   */
  constructor({ typing, lost, deck }) {
    this.typing = typing;
    this.lost = lost;
    this.deck = deck;
  }

  /** Whether the skill is waiting for, or about to open, the microphone. */
  get open() {
    return this.#open;
  }

  /** Says a sentence; it interrupts what is being said. Empty text is silence. */
  async say(text, speaker) {
    const signal = this.interrupt();
    if (text && !this.#session) screen.help(null);
    const sent = this.#sending.then(() => this.#ask(text, speaker));
    this.#sending = sent.catch(() => {});
    try {
      const answer = await sent;
      await this.#answered(answer, speaker, signal);
    } catch (fault) {
      if (signal.aborted) return;
      screen.state("quiet");
      screen.trouble(fault instanceof Refusal ? fault.message : "");
      if (!(fault instanceof Refusal)) this.lost();
    }
  }

  /** Ends what is being said or listened for. */
  interrupt() {
    this.#turn.abort();
    this.#turn = new AbortController();
    globalThis.speechSynthesis?.cancel();
    screen.state("quiet");
    screen.resting(0, 0);
    this.deck.aside = false;
    return this.#turn.signal;
  }

  /** A stop comes before the words, a track after them; where something else was said first, it stays away. */
  async #answered(answer, speaker, signal) {
    const { track } = answer;
    if (track && !track.play) this.deck.take(track);
    try {
      signal.throwIfAborted();
      await this.#take(answer, speaker, signal);
    } catch (fault) {
      if (signal.aborted) this.deck.decline(track);
      throw fault;
    }
  }

  async #ask(text, speaker) {
    const response = await fetch("/say", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text, speaker, session: this.#session, locale: locale(), plays: plays() }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Refusal(answer.error);
    this.#session = answer.listening ? answer.session : null;
    this.#open = answer.listening;
    return answer;
  }

  async #take(answer, speaker, signal) {
    screen.permission(answer.permission);
    screen.card(answer.card);
    this.#help(answer);
    if (!answer.parts.length) screen.idle();
    this.deck.aside = answer.parts.length > 0;
    if (answer.parts.length) this.deck.away();
    await this.#speak(answer.parts, answer.sound, signal, isList(answer) ? listing : screen);
    this.deck.aside = answer.listening;
    if (!answer.listening) return this.#plays(answer.track);
    await this.#listen(signal);
    await this.#speak(answer.reprompt_parts, answer.reprompt_sound, signal);
    if (answer.reprompt_parts.length) await this.#listen(signal);
    await this.say("", speaker);
  }

  /** Numbers stay beside all that follows in their conversation; another one begins without them. */
  #help({ help, session }) {
    if (help) screen.help(help);
    else if (session !== this.#helped) screen.help(null);
    this.#helped = session;
  }

  #plays(track) {
    if (track?.play) this.deck.take(track);
  }

  async #speak(parts, sound, signal, shown = screen) {
    screen.state(parts.length ? "speaking" : "quiet");
    await play(parts, shown, signal, sound);
    screen.state("quiet");
  }

  async #listen(signal) {
    screen.state("listening");
    await pause(WINDOW, { signal, counts: () => (this.typing() || held() ? "again" : true) });
    screen.state("quiet");
  }
}

/** One kind of help, told alone, or the whole list: not the two numbers within the words of an emergency. */
function isList({ help, listening, parts }) {
  return help && (!listening || parts.filter((part) => part.spelled).length > 2);
}

/** The screen while the list is told: it stands there itself, and no words beside it say which kind was asked for. */
const listing = {
  answer: (_words, _secret, said) => screen.listed(aroundNumbers(said)),
  resting: (left, whole) => screen.resting(left, whole),
};

class Refusal extends Error {}

/** Whether a track would be heard here now. */
const plays = () => state().on && !state().hushed;

/** In which English somebody speaks here. */
export function locale() {
  return LOCALES.find((known) => navigator.languages.includes(known)) ?? LOCALES[0];
}
