// A speech of the speaker's own voice: it begins with the first sound, and comes to its end sample by sample.

import { RATE } from "./rests.js";
import { speed } from "./clock.js";

const HEADER = 44;
const FIRST = 6000;
const AHEAD = 0.06;

/** A speech that has begun to come; null when it can't be had. */
export async function begin(id, { context, out }, signal) {
  if (!(await runs(context))) return null;
  const coming = new AbortController();
  const late = setTimeout(() => coming.abort(), FIRST);
  const left = () => coming.abort();
  signal.addEventListener("abort", left);
  try {
    const response = await fetch(`/sound/${id}`, { signal: coming.signal });
    if (response.ok) return new Stream(response.body.getReader(), context, out);
  } catch {
    if (signal.aborted) throw signal.reason;
  } finally {
    clearTimeout(late);
  }
  signal.removeEventListener("abort", left);
  return null;
}

/** A browser may still keep sound from a page that nobody has touched. */
async function runs(context) {
  if (context.state === "suspended") {
    await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 1000))]);
  }
  return context.state === "running";
}

class Stream {
  #reader;
  #context;
  #out;
  #pieces = [];
  #sources = new Set();
  #next = 0;
  #half = new Uint8Array();
  #skip = HEADER;

  constructor(reader, context, out) {
    this.#reader = reader;
    this.#context = context;
    this.#out = out;
    this.samples = 0;
    this.whole = false;
  }

  /** Plays all that comes; `listener` is shown the samples before they are heard. */
  async play(listener = () => {}) {
    try {
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done) break;
        const samples = this.#samples(value);
        if (!samples.length) continue;
        listener(samples);
        this.#schedule(samples);
      }
    } catch {
      // What has come is played; whoever is listening goes on from there.
    }
    this.whole = true;
  }

  /** Which sample is heard now. */
  get position() {
    const now = this.#context.currentTime;
    const piece = this.#pieces.findLast(({ at }) => at <= now);
    return piece ? Math.min(piece.from + (now - piece.at) * RATE * speed, piece.until) : 0;
  }

  get over() {
    return this.whole && this.position >= this.samples;
  }

  /** Ends it at once. */
  stop() {
    this.#reader.cancel().catch(() => {});
    for (const source of this.#sources) source.stop();
    this.#sources.clear();
  }

  #schedule(samples) {
    const buffer = this.#context.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(Float32Array.from(samples, (sample) => sample / 32768), 0);
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.playbackRate.value = speed;
    source.connect(this.#out);
    source.onended = () => this.#sources.delete(source);
    const at = Math.max(this.#next, this.#context.currentTime + (this.#next ? 0.005 : AHEAD));
    source.start(at);
    this.#sources.add(source);
    this.#next = at + samples.length / RATE / speed;
    this.#pieces.push({ at, from: this.samples, until: this.samples + samples.length });
    this.samples += samples.length;
  }

  /** The samples in some bytes: the header left out, half a sample kept for the next. */
  #samples(bytes) {
    const fresh = bytes.subarray(Math.min(this.#skip, bytes.length));
    this.#skip -= bytes.length - fresh.length;
    const joined = new Uint8Array(this.#half.length + fresh.length);
    joined.set(this.#half);
    joined.set(fresh, this.#half.length);
    const even = joined.length - (joined.length % 2);
    this.#half = joined.slice(even);
    return new Int16Array(joined.buffer, 0, even / 2);
  }
}
