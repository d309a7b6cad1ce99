// The player of tracks: does what the skill orders, fades, and tells what became of each.

import { held, onHold, speed } from "./clock.js";
import { Loudness } from "./fading.js";
import { post } from "./post.js";
import { onChange, state } from "./sound.js";

const SOON = 10;
const IN = 700;
const OUT = 250;
const ASIDE = 0.18;
const FASTEST = 16;

export class Deck {
  #audio;
  #order = null;
  #going = false;
  #told = new Set();
  #aside = false;
  #loudness;
  #asking = 0;
  #volume = 0.8;

  /** `view` shows how it stands; `locale` says in which English to go on. */
  constructor(audio, view, locale) {
    this.#audio = audio;
    this.#loudness = new Loudness(audio);
    this.view = view;
    this.locale = locale;
    const on = (name, take) => this.#audio.addEventListener(name, take);
    on("playing", () => this.#begun());
    on("timeupdate", () => this.#moved());
    on("ended", () => this.#over("Finished"));
    on("error", () => this.#over("Failed"));
    onHold(() => this.#level());
    onChange(() => !audible() && this.pause());
    addEventListener("pagehide", () => this.#left());
  }

  /** Whether a track is being heard. */
  get plays() {
    return this.#order !== null && this.#going;
  }

  /** How loud, from 0 to 1. */
  set volume(value) {
    this.#volume = value;
    this.#level();
  }

  /** Softer while somebody speaks or is listened to. */
  set aside(value) {
    this.#aside = value;
    this.#level();
  }

  /** What the skill orders: a track, a stop, or nothing. */
  async take(order) {
    if (!order) return;
    if (!order.play) return this.pause();
    this.#order = order;
    this.#going = true;
    this.#told.clear();
    this.view.shows(order);
    await this.#loudness.to(0, this.#audio.paused ? 0 : OUT);
    if (order !== this.#order || !this.#going) return;
    this.#audio.src = order.source;
    this.#audio.playbackRate = Math.min(speed, FASTEST);
    this.#audio.currentTime = order.offset / 1000;
    this.#audio.volume = 0;
    try {
      if (audible()) await this.#audio.play();
      else throw new DOMException("", "NotAllowedError");
    } catch (fault) {
      if (fault.name !== "NotAllowedError" || order !== this.#order) return;
      this.#going = false; // the browser wants a tap first: the button is there for it
      this.#tell("Stopped", order.offset, order);
    }
    this.#stands();
  }

  /** A track that was ordered and is not begun: something else was said first. */
  decline(order) {
    if (order?.play) this.#tell("Stopped", order.offset, order);
  }

  /** Something else is told: what does not play makes room for it. */
  away() {
    if (this.plays) return;
    this.#order = null;
    this.view.shows(null);
  }

  /** Another page plays now, or none does: the device has one player. */
  yields(play) {
    if (this.#asking || !this.#order || play === this.#order.play) return;
    if (!play) return this.pause();
    this.#order = null;
    this.#going = false;
    this.#halt();
    this.view.shows(null);
  }

  async pause() {
    if (!this.plays) return;
    const order = this.#order;
    const offset = this.#told.has("Started") ? this.#at : order.offset;
    this.#going = false;
    this.#stands();
    await this.#halt();
    this.#tell("Stopped", offset, order);
  }

  /** A button: the skill says what it does. */
  async press(button) {
    if (button === "pause") return this.pause();
    this.#asking += 1;
    const { track } = (await this.#post({ button })) ?? {};
    this.#asking -= 1;
    if (!track) return;
    this.view.changes();
    await this.take(track);
  }

  get #at() {
    return Math.round(1000 * this.#audio.currentTime);
  }

  #begun() {
    this.#loudness.to(this.#loud, IN);
    this.#once("Started");
    this.#stands();
  }

  #moved() {
    const { currentTime, duration } = this.#audio;
    if (!this.#order || !duration) return;
    this.view.moves(currentTime, duration);
    if (duration - currentTime < SOON) this.#once("NearlyFinished");
  }

  async #over(event) {
    const order = this.#order;
    if (!order) return;
    this.#order = null;
    this.#going = false;
    this.view.shows(null);
    await this.#tell(event, this.#at, order);
  }

  #left() {
    if (!this.plays) return;
    this.#going = false;
    this.#audio.pause();
    const told = { play: this.#order.play, event: "Stopped", offset: this.#at, locale: this.locale() };
    navigator.sendBeacon("/player", new Blob([JSON.stringify(told)], { type: "application/json" }));
    this.#stands();
  }

  #once(event) {
    if (!this.#order || this.#told.has(event)) return;
    this.#told.add(event);
    this.#tell(event, this.#at);
  }

  async #tell(event, offset, { play } = this.#order) {
    const { track } = (await this.#post({ play, event, offset })) ?? {};
    if (track) await this.take(track);
  }

  async #post(told) {
    try {
      const answer = await post("/player", { ...told, locale: this.locale() });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  #stands() {
    this.view.stands(this.plays);
  }

  get #loud() {
    return this.#volume * (this.#aside || held() ? ASIDE : 1);
  }

  #level() {
    if (this.plays) this.#loudness.to(this.#loud, OUT);
  }

  async #halt() {
    await this.#loudness.to(0, OUT);
    if (!this.#going) this.#audio.pause();
  }
}

const audible = () => state().on && !state().hushed;
