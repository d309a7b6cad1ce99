// Sound: the device's own voices and a soft chime. Nothing said here leaves the device.

import { pause } from "./clock.js";

const WORDS_A_MINUTE = 142;
let context = null;
let on = false;
let hushed = false;
const heard = new EventTarget();

/** Browsers allow sound only after a tap; call this from one. */
export function start() {
  on = true;
  context ??= new AudioContext();
  context.resume();
  heard.dispatchEvent(new Event("change"));
}

export function stop() {
  on = false;
  silence();
}

export function hush(value) {
  hushed = value;
  if (hushed) silence();
  heard.dispatchEvent(new Event("change"));
}

export const state = () => ({ on, hushed, voice: Boolean(voice()) });

/** Whether words are heard now, and not only shown. */
export const audible = () => on && !hushed && Boolean(voice());

export function onChange(listener) {
  heard.addEventListener("change", listener);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", listener);
}

function silence() {
  globalThis.speechSynthesis?.cancel();
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

/** Two soft bells, a fifth apart; softer still while it is quiet in the house. */
export async function chime(signal, softly = false) {
  if (!on || hushed || !context) return;
  const begin = context.currentTime + 0.02;
  [[523.25, 0], [783.99, 0.42]].forEach(([pitch, after]) => bell(pitch, begin + after, softly ? 0.3 : 1));
  await pause(1600, { signal, counts: () => true });
}

function bell(pitch, at, share) {
  [[1, 0.16], [2.01, 0.05], [3.02, 0.02]].forEach(([over, loud]) => {
    const tone = context.createOscillator();
    const level = context.createGain();
    tone.frequency.value = pitch * over;
    level.gain.setValueAtTime(0.0001, at);
    level.gain.exponentialRampToValueAtTime(loud * share, at + 0.03);
    level.gain.exponentialRampToValueAtTime(0.0001, at + 1.7);
    tone.connect(level).connect(context.destination);
    tone.start(at);
    tone.stop(at + 1.8);
  });
}
