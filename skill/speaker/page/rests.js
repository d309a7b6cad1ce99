// Finds the rests in a sound: each is exactly as long as it was said to be, and nothing but zeros.

export const RATE = 24000;

export class Rests {
  #seen = 0;
  #since = 0;

  /** `lengths` in milliseconds, in order. */
  constructor(lengths) {
    this.lengths = lengths;
    this.found = [];
  }

  /** The next samples. */
  take(samples) {
    for (const sample of samples) {
      this.#seen += 1;
      if (sample !== 0) this.#since = this.#seen;
      const wanted = (this.lengths[this.found.length] * RATE) / 1000;
      if (this.#seen - this.#since < wanted || !(wanted > 0)) continue;
      this.found.push({ from: this.#since, until: this.#seen });
      this.#since = this.#seen;
    }
  }
}
