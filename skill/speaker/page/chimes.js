// The soft chime: the speaker's own where it was built, else the same bowl struck here.

import { pause } from "./clock.js";
import { line, state } from "./sound.js";

const LASTS = 1600;
const USUAL = 0.6;
const SOFT = 0.18;
/** As audio/sources/bell.py has it: frequency, strength and how long it rings, beside the first. */
const PARTIALS = [[1, 1, 1], [1.0023, 0.25, 1], [2, 0.22, 0.55], [2.98, 0.07, 0.3]];
const C5 = 523.25;
const RING = 0.6;
const TOUCH = 0.03;
const STRENGTH = 0.3;
let built = null;
let kept = null;

/** Where the built chime is; empty when there is none. */
export function chimeIsAt(place) {
  if (place !== built) kept = null;
  built = place;
}

/** One chime; softer while it is quiet in the house. */
export async function chime(signal, softly = false) {
  const ring = line("ring");
  if (!ring || state().hushed) return;
  const { context } = ring;
  const level = context.createGain();
  level.gain.value = softly ? SOFT : USUAL;
  level.connect(ring.out);
  const sound = await recorded(context);
  const ends = sound ? played(sound, context, level) : struck(context, level);
  try {
    await pause(LASTS, { signal, counts: () => true });
  } catch (left) {
    ends();
    throw left;
  }
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

function struck(context, level) {
  const begin = context.currentTime + 0.02;
  const tones = PARTIALS.map(([over, strong, lasting]) => {
    const tone = context.createOscillator();
    const loud = context.createGain();
    tone.frequency.value = C5 * over;
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
