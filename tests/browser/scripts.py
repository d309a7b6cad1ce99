"""What a test runs in the page itself: to count, to measure, or to take a part of it."""

from __future__ import annotations

SPY = """
window.bells = 0;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) { window.bells += 1; return start.call(this, at); };
"""
"""Counts in `window.bells` what rings."""
VOICES = """
const voices = arguments[0] ? [{ lang: "en-US", localService: true, name: "own" }] : [];
speechSynthesis.getVoices = () => voices;
window.SpeechSynthesisUtterance = class { constructor(words) { this.words = words; } set voice(v) {} };
speechSynthesis.speak = (utterance) => setTimeout(() => utterance.onend(), 500);
"""
"""The browser has a voice of its own, or none; it speaks for half a second."""
SIZES = (
    "return [...document.querySelectorAll('button, .who label')]"
    ".filter(b => b.offsetParent).map(b => b.offsetHeight)"
)
"""How high all that can be pressed is, in pixels."""
STYLE = "return getComputedStyle(document.getElementById(arguments[0]))[arguments[1]]"
"""One property of an element, by its id."""
CONTRAST = """
const light = (color) => {
  const [r, g, b] = color.match(/[0-9.]+/g).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$/.test(color)) return color;
  }
  return "rgb(46, 31, 23)";
};
return [...document.querySelectorAll("h1, p, span, button, legend, input")]
  .filter((element) => element.offsetParent && !element.closest(".unseen"))
  .map((element) => {
    const [one, other] = [light(getComputedStyle(element).color), light(behind(element))];
    return [(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), element.id || element.className];
  })
  .filter(([ratio]) => ratio < 7);
"""
"""All words that stand out by less than seven to one."""
