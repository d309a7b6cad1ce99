// Plays an answer: words as they are spoken, rests as quiet by the page's own clock.

import { pause, released } from "./clock.js";
import { audible, say } from "./sound.js";

const LONG_REST = 1500;

/** Plays parts in order; rejects when interrupted. */
export async function play(parts, screen, signal) {
  for (const passage of passages(parts)) {
    await released(signal);
    if (passage.said.length) screen.answer(shown(passage.said), secret(passage.said), passage.said);
    for (const part of passage.played) {
      await released(signal);
      if ("rest" in part) await pause(part.rest, { signal });
      else for (const words of sentences(part)) await say(words, { ...part, signal });
    }
    if (passage.rest) {
      try {
        await pause(passage.rest, { signal, tick: (left) => screen.resting(left, passage.rest) });
      } finally {
        screen.resting(0, 0);
      }
    }
  }
}

/** What is on the screen together: the words up to the next long rest. */
export function passages(parts) {
  const found = [{ played: [], said: [], rest: 0 }];
  for (const part of parts) {
    const last = found[found.length - 1];
    if ("rest" in part && part.rest >= LONG_REST) {
      last.rest = part.rest;
      found.push({ played: [], said: [], rest: 0 });
    } else {
      last.played.push(part);
      if ("say" in part) last.said.push(part);
    }
  }
  return found.filter((passage) => passage.played.length || passage.rest);
}

/** Private words are spoken, never shown. */
export function shown(said) {
  const words = said.filter((part) => !part.whisper).map((part) => part.say);
  return words.join(" ").replace(/\s+([.,!?;:])/g, "$1").trim();
}

/** What is said before the first number and asked at the end: the numbers themselves stand in the list. */
export function aroundNumbers(said) {
  const first = said.findIndex((part) => part.spelled);
  const before = shown(said.slice(0, first)).match(/^.*[.!?](?=\s|$)/)?.[0];
  const question = shown(said).match(/[^.!?]*\?$/)?.[0].trim();
  return [before, question].filter(Boolean).join(" ");
}

/** What is to be said on the screen of private words: nothing, that they are spoken, or that nobody hears them. */
function secret(said) {
  if (!said.some((part) => part.whisper)) return "";
  return audible() ? "softly" : "unheard";
}

function sentences(part) {
  if (part.spelled) return [part.say];
  const found = part.say.match(/[^.!?]+[.!?]*["')]*\s*|[.!?]+/g) ?? [part.say];
  return found.filter((words) => /[\p{L}\p{N}]/u.test(words));
}
