// The track as it is seen: its name, a ring that fills, and its buttons, here and on a locked phone.

import { screen } from "./screen.js";

const find = (id) => document.getElementById(id);
const ROUND = 2 * Math.PI * 54;
const session = navigator.mediaSession;

/** How a track stands, on the page and wherever the browser shows what plays. */
export const trackView = {
  /** The track that was ordered; null when there is none any more. */
  shows(order) {
    const part = find("track");
    if (!order && part.contains(document.activeElement)) find("said").focus({ preventScroll: true });
    part.hidden = !order;
    document.body.classList.toggle("tracking", Boolean(order));
    find("track-title").textContent = order?.title ?? "";
    find("track-about").textContent = order?.subtitle ?? "";
    this.moves(0, 0);
    if (!session) return;
    session.metadata = order && new MediaMetadata({ title: order.title, artist: order.subtitle, album: document.title });
    if (!order) session.playbackState = "none";
  },

  /** Another one comes by a button: where the last one came from stands beside it no longer. */
  changes() {
    screen.card(null);
  },

  /** Whether it is heard. */
  stands(plays) {
    const button = find("track-play");
    button.setAttribute("aria-label", plays ? button.dataset.pause : button.dataset.play);
    button.classList.toggle("playing", plays);
    if (session && !find("track").hidden) session.playbackState = plays ? "playing" : "paused";
  },

  /** How far it is, in seconds. */
  moves(at, whole) {
    const part = whole ? Math.min(at / whole, 1) : 0;
    const left = Math.ceil(Math.max(whole - at, 0));
    find("track-line").style.strokeDashoffset = String(ROUND * (1 - part));
    find("track-far").setAttribute("aria-valuenow", String(Math.round(100 * part)));
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    find("track-left").textContent = whole ? `${clock} ${find("track-left").dataset.words}` : "";
    if (whole) session?.setPositionState?.({ duration: whole, position: Math.min(at, whole), playbackRate: 1 });
  },
};

/** Buttons on the page, on headphones and on a locked phone ask for the same. */
export function steer(deck) {
  find("track-play").addEventListener("click", () => deck.press(deck.plays ? "pause" : "play"));
  find("track-next").addEventListener("click", () => deck.press("next"));
  find("track-previous").addEventListener("click", () => deck.press("previous"));
  const volume = find("track-volume");
  volume.addEventListener("input", () => (deck.volume = volume.value / 100));
  const asks = { play: "play", pause: "pause", stop: "pause", nexttrack: "next", previoustrack: "previous" };
  for (const [name, button] of Object.entries(asks)) {
    try {
      session?.setActionHandler(name, () => deck.press(button));
    } catch {
      // This browser shows no such button.
    }
  }
}
