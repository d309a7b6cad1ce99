// Whether there is sound, and how loud; the browser's own voice, for where the speaker has none.

import { pause } from "./clock.js";
import { RATE } from "./rests.js";

const WORDS_A_MINUTE = 142;
const SOON = 0.015;
const lines = new Map();
let on = false;
let hushed = false;
let speaks = false;
const heard = new EventTarget();

/** Browsers allow sound only after a tap; call this from one. */
export function start() {
  on = true;
  for (const name of ["speech", "ring"]) if (!lines.has(name)) lines.set(name, laid());
  for (const { context } of lines.values()) context.resume();
  change();
}

export function stop() {
  on = false;
  silence();
}

export function hush(value) {
  hushed = value;
  if (hushed) return silence();
  change();
}

/** Whether the speaker has a voice of its own. */
export function speakerSpeaks(value) {
  speaks = value;
  change();
}

export const state = () => ({ on, hushed, voice: speaks || Boolean(voice()) });

/** Whether words are heard now, and not only shown. */
export const audible = () => on && !hushed && state().voice;

/** Where a sound of a kind goes; null before the first tap. Whatever goes there is hushed with the rest. */
export const line = (name) => (on ? lines.get(name) : null);

export function onChange(listener) {
  heard.addEventListener("change", listener);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", listener);
}

/** Speech and what rings have a line each: one can stand still while the other is heard. */
function laid() {
  const context = new AudioContext({ sampleRate: RATE });
  const out = context.createGain();
  out.connect(context.destination);
  return { context, out };
}

function silence() {
  globalThis.speechSynthesis?.cancel();
  change();
}

function change() {
  for (const { context, out } of lines.values()) {
    out.gain.setTargetAtTime(on && !hushed ? 1 : 0, context.currentTime, SOON);
  }
  heard.dispatchEvent(new Event("change"));
}

/** A voice of this device, never one that sends words away. */
function voice() {
  const local = (globalThis.speechSynthesis?.getVoices() ?? []).filter((found) => found.localService);
  const language = navigator.language.slice(0, 2) === "en" ? navigator.language : "en-US";
  const fits = (tag) => local.find((found) => found.lang.replace("_", "-").startsWith(tag));
  return fits(language) ?? fits("en") ?? null;
}

/** Says words, or takes the time that saying them would take. Rejects when interrupted. */
export async function say(words, { rate = 1, whisper = false, soft = false, spelled = false, signal, counts }) {
  const own = audible() ? voice() : null;
  const spoken = spelled ? [...words].join(" ") : words;
  if (own && (await utter(spoken, own, { rate, softly: whisper || soft, signal }))) return;
  if (whisper && !own) return;
  const count = spoken.split(/\s+/).filter(Boolean).length;
  await pause(Math.max((count * 60000) / (WORDS_A_MINUTE * rate), 500), { signal, counts });
}

function utter(words, own, { rate, softly, signal }) {
  return new Promise((resolve, reject) => {
    const utterance = new SpeechSynthesisUtterance(words);
    Object.assign(utterance, { voice: own, lang: own.lang, rate, volume: softly ? 0.45 : 1 });
    const interrupted = () => {
      speechSynthesis.cancel();
      reject(signal.reason);
    };
    const done = (spoken) => () => {
      signal?.removeEventListener("abort", interrupted);
      clearInterval(watch);
      resolve(spoken);
    };
    let late = 0;
    const most = 10 + words.length / (4 * rate);
    const watch = setInterval(() => {
      late += 1;
      if (late > most) done(true)();
    }, 1000);
    if (signal?.aborted) return done(false)(), reject(signal.reason);
    signal?.addEventListener("abort", interrupted);
    utterance.onend = done(true);
    utterance.onerror = (fault) => done(fault.error === "interrupted" || fault.error === "canceled")();
    speechSynthesis.speak(utterance);
  });
}
