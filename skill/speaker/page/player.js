// Plays an answer: the words on the screen follow the sound; without one, they take the time they need.

import { strike } from "./chimes.js";
import { held, onHold, pause, released } from "./clock.js";
import { passages, sentences, shown } from "./passages.js";
import { RATE, Rests } from "./rests.js";
import { audible, line, say } from "./sound.js";
import { begin } from "./stream.js";

export { aroundNumbers } from "./passages.js";

const LOOK = 50;

/** Plays parts in order, as the sound of that id where it can be had; rejects when interrupted. */
export async function play(parts, screen, signal, id = "") {
  const all = passages(parts);
  const heard = id ? await follow(id, all, screen, signal) : 0;
  for (const passage of all.slice(heard)) await read(passage, screen, signal);
}

/** Plays one sound to its end; false when it can't be had. */
export async function sounds(id, name, signal) {
  const speaker = id && line(name);
  const stream = speaker && (await begin(id, speaker, signal));
  if (!stream) return false;
  try {
    stream.play();
    await until(() => stream.over, signal);
  } finally {
    stream.stop();
  }
  return true;
}

/** Plays the sound and shows its words; how many passages were heard. */
async function follow(id, all, screen, signal) {
  const speaker = line("speech");
  await released(signal);
  const stream = speaker && (await begin(id, speaker, signal));
  if (!stream) return 0;
  const waits = onHold(() => (held() ? speaker.context.suspend() : speaker.context.resume()));
  const rests = new Rests(all.map(({ rest }) => rest).filter(Boolean));
  let showing = -1;
  let chimed = () => {};
  const look = () => {
    const now = stream.position;
    const at = rests.found.filter(({ until: over }) => over <= now).length;
    const comes = stream.samples > (rests.found[at - 1]?.until ?? 0);
    if (comes && at > showing && at < all.length) {
      show(all[(showing = at)], screen, audible());
      chimed = strike(all[at].played[0]?.play);
    }
    const rest = rests.found[at];
    const left = rest && rest.from <= now ? (1000 * (rest.until - now)) / RATE : 0;
    screen.resting(left, left ? all[at].rest : 0);
    return stream.over;
  };
  try {
    stream.play((samples) => rests.take(samples));
    await until(look, signal);
  } finally {
    waits();
    if (signal.aborted) chimed();
    speaker.context.resume();
    stream.stop();
    screen.resting(0, 0);
  }
  return showing + 1;
}

const until = (reached, signal) =>
  pause(LOOK, { signal, counts: () => (reached() ? true : "again") });

/** Without the speaker's voice: the browser's own says it, or it takes as long as saying it would. */
async function read(passage, screen, signal) {
  await released(signal);
  show(passage, screen, audible());
  for (const part of passage.played) {
    await released(signal);
    if ("rest" in part) await pause(part.rest, { signal });
    else if ("say" in part) for (const words of sentences(part)) await say(words, { ...part, signal });
  }
  if (!passage.rest) return;
  try {
    await pause(passage.rest, { signal, tick: (left) => screen.resting(left, passage.rest) });
  } finally {
    screen.resting(0, 0);
  }
}

function show({ said }, screen, heard) {
  if (!said.length) return;
  const secret = said.some((part) => part.whisper);
  screen.answer(shown(said), secret ? (heard ? "softly" : "unheard") : "", said);
}
