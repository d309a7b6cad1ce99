// Puts the page together.

import { Conversation, locale } from "./conversation.js";
import { Deck } from "./deck.js";
import { post } from "./post.js";
import { hear, rings, stop } from "./ringing.js";
import { screen } from "./screen.js";
import * as sound from "./sound.js";
import { steer, trackView } from "./track.js";

const find = (id) => document.getElementById(id);
const field = find("words");
const STOPS = /^(alexa,? )?(stop|okay|ok|thanks|thank you|quiet|got it)\.?$/i;

const deck = new Deck(find("track-sound"), trackView, locale);
const listen = () => hear((play) => deck.yields(play));
const conversation = new Conversation({ typing: () => field.value !== "", lost: listen, deck });
let chosen = false;

const speaker = () => document.querySelector("input[name=speaker]:checked").value;

function say(text) {
  if (rings() && STOPS.test(text.trim())) return stop();
  if (text.trim()) conversation.say(text, speaker());
}

/** The first tap anywhere starts sound, unless somebody chose otherwise; keys do not. */
function firstTap(event) {
  if (chosen || event.detail === 0 || event.target.closest(".switch")) return;
  if (!sound.state().on) sound.start();
}

document.addEventListener("click", firstTap, { capture: true });

find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value;
  field.value = "";
  say(text);
});

document.querySelectorAll(".chip").forEach((chip) => {
  chip.addEventListener("click", () => say(chip.textContent));
});

find("sound").addEventListener("click", () => {
  chosen = true;
  if (sound.state().hushed) sound.hush(false);
  else if (sound.state().on) return sound.stop();
  sound.start();
});
find("hush").addEventListener("click", () => sound.hush(!sound.state().hushed));
find("help-close").addEventListener("click", () => screen.help(null));
find("ring-stop").addEventListener("click", () => stop());

const allow = (granted) => () => {
  screen.permission("");
  post("/permission", { granted });
};
find("permission-yes").addEventListener("click", allow(true));
find("permission-no").addEventListener("click", allow(false));
find("reminders").addEventListener("click", (event) =>
  allow(event.target.getAttribute("aria-pressed") !== "true")(),
);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  field.value = "";
  if (rings()) stop();
  else if (conversation.open) conversation.say(field.dataset.stop, speaker());
  else if (screen.helping()) screen.help(null);
  else {
    conversation.interrupt();
    deck.pause();
  }
});

steer(deck);
sound.onChange(() => screen.sound(sound.state()));
screen.sound(sound.state());
if (matchMedia("(pointer: fine)").matches) field.focus();
listen();
