// Finds the rests in a sound: nothing but zeros, as long as each was said to be, or a little more or less.

export const RATE = 24000;

const SECOND = RATE;
/** So much a rest gives or takes, so that the words after it come at their time. */
const GIVES = 0.4 * SECOND;
/** No quiet among words is as long. */
const BREATH = 1.45 * SECOND;

export class Rests {
  #seen = 0;
  #since = 0;
  #resting = false;

  /** `lengths` in milliseconds, in order. */
  constructor(lengths) {
    this.lengths = lengths.map((length) => (length * RATE) / 1000);
    this.found = [];
  }

  /** The next samples. */
  take(samples) {
    for (const sample of samples) {
      this.#seen += 1;
      if (sample !== 0) {
        this.#since = this.#seen;
        this.#resting = false;
      } else if (this.#resting) {
        this.#goOn();
      } else {
        this.#look();
      }
    }
  }

  #look() {
    const wanted = this.lengths[this.found.length];
    const least = Math.min(wanted, Math.max(wanted - GIVES, BREATH));
    if (!(least > 0) || this.#seen - this.#since < least) return;
    this.found.push({ from: this.#since, until: this.#seen });
    this.#resting = true;
  }

  #goOn() {
    const last = this.found.length - 1;
    if (this.#seen - this.#since > this.lengths[last] + GIVES) {
      this.#since = this.#seen;
      this.#resting = false;
    } else {
      this.found[last].until = this.#seen;
    }
  }
}
