// Everything that is seen. What a person typed is never shown again.

const find = (id) => document.getElementById(id);
const LONG = 110;
let unreached = false;

export const screen = {
  /** The words being said now; "softly" or "unheard" when some are private. */
  answer(words, secret = "") {
    unreached = false;
    const place = find("answer");
    const aside = secret === "unheard" || !words ? (place.dataset[secret] ?? "") : "";
    place.textContent = [words, aside].filter(Boolean).join(" ");
    place.classList.toggle("long", place.textContent.length > LONG);
    place.classList.toggle("longer", place.textContent.length > 2 * LONG);
    if (!find("card").open) find("main").scrollTop = 0;
  },

  /** Nothing is being said, and nothing is expected. */
  idle() {
    this.answer(find("answer").dataset.idle);
  },

  /** What went wrong; without words, the speaker did not answer. */
  trouble(words) {
    this.answer(words || find("answer").dataset.trouble);
    unreached = !words;
  },

  /** The speaker answers: says so where it was missed. */
  back() {
    if (unreached) this.answer(find("answer").dataset.back);
  },

  /** "listening", "speaking" or "quiet"; the microphone has two words for them. */
  state(state) {
    const microphone = find("microphone");
    const word = state === "listening" ? "listening" : "quiet";
    document.body.classList.toggle("listening", state === "listening");
    document.body.classList.toggle("speaking", state === "speaking");
    if (microphone.dataset.state === word) return;
    microphone.dataset.state = word;
    microphone.textContent = microphone.dataset[word];
  },

  /** How much of a rest is left. */
  resting(left, whole) {
    const rest = find("rest");
    rest.hidden = whole === 0;
    document.body.classList.toggle("resting", whole > 0);
    if (!whole) return;
    rest.setAttribute("aria-valuenow", String(Math.round((100 * left) / whole)));
    find("rest-line").style.transform = `scaleX(${left / whole})`;
    find("rest-left").textContent = `${find("rest-left").dataset.words} ${Math.ceil(left / 1000)} s`;
  },

  /** Whether reminders may be set is asked beside the answer; no words take it away. */
  permission(words) {
    find("permission-words").textContent = words;
    leave(find("permission"), !words);
  },

  /** Where something comes from, folded up; null takes it away. */
  card(card) {
    find("card").hidden = !card;
    find("card").open = false;
    find("card-title").textContent = card?.title ?? "";
    find("card-text").textContent = card?.text ?? "";
  },

  /** Who helps: it stays until the next conversation, or until somebody closes it; null takes it away. */
  help(rows) {
    find("help-rows").replaceChildren(...(rows ?? []).flatMap(helpRow));
    leave(find("help"), !rows);
    document.body.classList.toggle("helping", Boolean(rows));
  },

  /** Whether the list of who helps is showing. */
  helping: () => !find("help").hidden,

  /** What is said around the list. */
  listed(words) {
    this.answer(words || find("answer").dataset.listed);
  },

  ring(words) {
    leave(find("ring"), !words);
    find("ring-words").textContent = words;
  },

  /** How sound stands. */
  sound({ on, hushed, voice }) {
    const button = find("sound");
    const word = hushed ? "hushed" : !on ? "off" : voice ? "on" : "voiceless";
    button.setAttribute("aria-pressed", String(on && !hushed));
    button.querySelector("span").textContent = button.dataset[word];
    find("hush").setAttribute("aria-pressed", String(hushed));
    document.body.classList.toggle("hushed", hushed);
  },

  /** Whether reminders may be set: GRANTED, DENIED or not asked yet. */
  reminders(status) {
    const button = find("reminders");
    button.setAttribute("aria-pressed", String(status === "GRANTED"));
    button.textContent = button.dataset[(status || "unasked").toLowerCase()];
    if (status === "GRANTED") this.permission("");
  },
};

/** Shows or hides a part; whoever was in it when it goes is left beside the answer, not nowhere. */
function leave(part, hidden) {
  const inside = part.contains(document.activeElement);
  part.hidden = hidden;
  if (hidden && inside) find("said").focus({ preventScroll: true });
}

function helpRow({ label, lines }) {
  const kind = element("dt", label);
  return [kind, ...lines.map(({ name, links }) => {
    const line = element("dd", "");
    if (name) line.append(element("span", name));
    line.append(...links.map(({ words, href }) => Object.assign(element("a", words), { href })));
    return line;
  })];
}

function element(name, words) {
  return Object.assign(document.createElement(name), { textContent: words });
}
