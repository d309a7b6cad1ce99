// The page's own clock. Rests, the listening windows and words without a voice are all timed here.
// For tests: ?speed=20 in the address lets it run twenty times as fast; nothing else changes.

const wanted = Number(new URLSearchParams(location.search).get("speed"));
export const speed = wanted > 0 && wanted <= 100 ? wanted : 1;

const STEP = 50;
let holds = 0;
const holding = new Set();

/** While held (a reminder rings), pauses stand still. Returns what lets go. */
export function hold() {
  let mine = 1;
  change(1);
  return () => {
    change(-mine);
    mine = 0;
  };
}

function change(by) {
  holds += by;
  for (const listener of holding) listener();
}

/** Lets somebody know whenever something is held or let go. Returns what ends it. */
export function onHold(listener) {
  holding.add(listener);
  return () => holding.delete(listener);
}

/** Whether something is held. */
export const held = () => holds > 0;

/**
 * Waits by the page's clock. `counts` may stop it for a while or, with "again", start it over;
 * `tick` hears what is left in milliseconds. Rejects with the signal's reason when interrupted.
 */
export function pause(milliseconds, { signal, tick = () => {}, counts = () => !held() } = {}) {
  return new Promise((resolve, reject) => {
    let left = milliseconds;
    let last = performance.now();
    const end = (settle, value) => {
      clearInterval(timer);
      signal?.removeEventListener("abort", interrupted);
      settle(value);
    };
    const interrupted = () => end(reject, signal.reason);
    const look = () => {
      const now = performance.now();
      const counted = counts();
      if (counted === "again") left = milliseconds;
      else if (counted) left -= (now - last) * speed;
      last = now;
      tick(Math.max(left, 0));
      if (left <= 0) end(resolve);
    };
    const timer = setInterval(look, Math.max(STEP / speed, 4));
    if (signal?.aborted) return interrupted();
    signal?.addEventListener("abort", interrupted);
    look();
  });
}

/** Waits until nothing is held any more. */
export async function released(signal) {
  while (held()) await pause(STEP, { signal, counts: () => true });
}
