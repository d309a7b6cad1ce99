// The soft chime: the speaker's own where it was built, else the same bowl struck here.

import { pause } from "./clock.js";
import { line, state } from "./sound.js";

const LASTS = 1600;
const USUAL = 0.4;
const SOFT = 0.12;
/** As audio/sources/bell.py has it: frequency, strength and how long it rings, beside the first. */
const PARTIALS = [[1, 1, 1], [1.0023, 0.25, 1], [2, 0.22, 0.55], [2.98, 0.07, 0.3]];
const C5 = 523.25;
const G4 = 392;
/** Which tones each has, and after how many seconds. */
const TUNES = { "chime-start.mp3": [[C5, 0]], "chime-end.mp3": [[C5, 0], [G4, 0.8]] };
const RING = 0.6;
const TOUCH = 0.03;
const STRENGTH = 0.3;
const BESIDE_WORDS = 0.4;
let built = null;
let kept = null;

/** Where the built chime is; empty when there is none. */
export function chimeIsAt(place) {
  if (place !== built) kept = null;
  built = place;
}

/** A chime that belongs to a speech, struck beside its words where it was not built; returns what ends it. */
export function strike(file) {
  const speech = line("speech");
  if (built || !speech || !TUNES[file]) return () => {};
  const ends = TUNES[file].map(([pitch, after]) => {
    const level = gained(speech, BESIDE_WORDS);
    return struck(speech.context, level, pitch, after);
  });
  return () => ends.forEach((end) => end());
}

/** One chime; softer while it is quiet in the house. */
export async function chime(signal, softly = false) {
  const ring = line("ring");
  if (!ring || state().hushed) return;
  const { context } = ring;
  const level = gained(ring, softly ? SOFT : USUAL);
  const sound = await recorded(context);
  const ends = sound ? played(sound, context, level) : struck(context, level);
  try {
    await pause(LASTS, { signal, counts: () => true });
  } catch (left) {
    ends();
    throw left;
  }
}

function gained({ context, out }, share) {
  const level = context.createGain();
  level.gain.value = share;
  level.connect(out);
  return level;
}

async function recorded(context) {
  if (!built) return null;
  try {
    kept ??= await context.decodeAudioData(await (await fetch(built)).arrayBuffer());
  } catch {
    built = null;
  }
  return kept;
}

function played(sound, context, level) {
  const source = context.createBufferSource();
  source.buffer = sound;
  source.connect(level);
  source.start();
  return () => source.stop();
}

function struck(context, level, pitch = C5, after = 0) {
  const begin = context.currentTime + 0.02 + after;
  const tones = PARTIALS.map(([over, strong, lasting]) => {
    const tone = context.createOscillator();
    const loud = context.createGain();
    tone.frequency.value = pitch * over;
    loud.gain.setValueAtTime(0, begin);
    loud.gain.linearRampToValueAtTime(STRENGTH * strong, begin + TOUCH);
    loud.gain.setTargetAtTime(0, begin + TOUCH, RING * lasting);
    tone.connect(loud).connect(level);
    tone.start(begin);
    tone.stop(begin + 2.5);
    return tone;
  });
  return () => tones.forEach((tone) => tone.stop());
}
