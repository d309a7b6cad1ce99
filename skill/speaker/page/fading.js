// How loud a track is: never at once loud, never at once gone.

const STEP = 25;

export class Loudness {
  #audio;
  #latest = 0;

  constructor(audio) {
    this.#audio = audio;
  }

  /** Goes to a level from 0 to 1; a later wish replaces it. In a hidden page there is no time for steps. */
  to(level, lasting) {
    const mine = (this.#latest += 1);
    const from = this.#audio.volume;
    const begun = performance.now();
    return new Promise((done) => {
      const step = () => {
        if (mine !== this.#latest) return done();
        const part = document.hidden || !lasting ? 1 : Math.min((performance.now() - begun) / lasting, 1);
        this.#audio.volume = from + (level - from) * part;
        if (part < 1) setTimeout(step, STEP);
        else done();
      };
      step();
    });
  }
}
