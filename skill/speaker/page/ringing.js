// Reminders: they ring on every open page, twice, unless somebody says stop.

import { chime, chimeIsAt } from "./chimes.js";
import { hold, pause } from "./clock.js";
import { sounds } from "./player.js";
import { post } from "./post.js";
import { screen } from "./screen.js";
import { say, speakerSpeaks } from "./sound.js";

const BETWEEN = 1500;
const LATER = 2000;
const SOFT_RATE = 0.95;
const always = () => true;
let news = null;
let ringing = null;
let waiting = Promise.resolve();

/** Whether a reminder is sounding or showing. */
export const rings = () => ringing !== null;

/** Stops it here; `everywhere` lets the other pages know. */
export function stop(everywhere = true) {
  ringing?.abort();
  ringing = null;
  screen.ring("");
  if (everywhere) post("/stop", {});
}

/** Hears the device's news for as long as the page is open; a speaker that was gone is found again. */
export function hear(yields = () => {}) {
  news?.close();
  const mine = (news = new EventSource("/events"));
  const on = (name, take) => mine.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on("device", (device) => {
    screen.reminders(device.reminders);
    speakerSpeaks(device.voice);
    chimeIsAt(device.chime);
    screen.back();
  });
  on("ring", (reminder) => (waiting = waiting.then(() => ring(reminder))));
  on("stop", () => stop(false));
  on("track", ({ play }) => yields(play));
  on("retired", () => mine.close());
  // A browser tries again by itself after a broken line, but not after a refusal.
  mine.onerror = () => {
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => mine === news && hear(yields), LATER);
  };
}

async function ring({ text, words, missed, softly, sound }) {
  const mine = (ringing = new AbortController());
  const release = hold();
  screen.ring(missed ? words : text);
  try {
    for (let time = missed ? 2 : 1; time <= 2; time += 1) {
      await chime(mine.signal, softly);
      if (!(await sounds(sound, "ring", mine.signal))) await spoken(words, softly, mine.signal);
      await pause(BETWEEN, { signal: mine.signal, counts: always });
    }
  } catch (fault) {
    if (!mine.signal.aborted) throw fault;
  } finally {
    release();
  }
}

const spoken = (words, softly, signal) =>
  say(words, { soft: softly, rate: softly ? SOFT_RATE : 1, signal, counts: always });
