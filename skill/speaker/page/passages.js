// What is said and shown together: the words up to the next long rest.

const LONG_REST = 1500;

/** The words up to each long rest, in order. */
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

/** The sentences of a part; a number is one. */
export function sentences(part) {
  if (part.spelled) return [part.say];
  const found = part.say.match(/[^.!?]+[.!?]*["')]*\s*|[.!?]+/g) ?? [part.say];
  return found.filter((words) => /[\p{L}\p{N}]/u.test(words));
}
