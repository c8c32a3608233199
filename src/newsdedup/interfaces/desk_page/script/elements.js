"use strict";

// Shared by all parts of the page: the data, and functions that make elements.
// Words of articles become text nodes only; nothing is parsed as HTML.

const byId = (id) => document.getElementById(id);
const index = JSON.parse(byId("index").textContent);
const events = index.events.map((event, number) => ({ ...event, number, statuses: event.statuses ?? {} }));
const names = Object.keys(index.labels); // of the statuses, the most urgent first

// The list is drawn while the browser still reads the details of its events.
const parsed = new Promise((done) =>
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", done) : done());

const unfolded = (event) => JSON.parse(byId(`event-${event.number}`).textContent);

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

const forms = new Intl.PluralRules(index.language);
const inDigits = (number) => number.toLocaleString(index.language);

function say(key, values = {}) {
  // A text of the page; of several plural forms, the one for `values.n`.
  const text = index.texts[key];
  const words = typeof text === "string" ? text : text[forms.select(values.n)] ?? text.other;
  return words.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? inDigits(values[name]) : values[name]));
}

const counted = (key, number) => make("span", { class: "amount" }, say(key, { n: number }));
const backing = ({ articles, origins }) => [counted("articles", articles), ", ", counted("origin_count", origins)];

// A number stays on one line with the word after it, and with what follows a word such as "million".
const scaled = `(?:${index.scales.map((word) => word.replace(/[^\p{L}]/gu, "\\$&")).join("|")})`;
const JOINED = new RegExp(`(?<=\\d) (?=[\\p{L}%°$€£¥])|(?<=[$€£¥]) (?=\\d)|(?<=\\d) (?=\\d{3}(?!\\d))|(?<=\\d(?: ${scaled}){1,2}) (?=\\p{L})`, "gu");
const unbroken = (words) => words.replace(JOINED, "\u00a0");

function amount(words) {
  // Values in a row: a line may end between two of them, but not within one.
  return words.split(/(?<=,) | (?=or |hoặc )/).flatMap((one, place) => [place > 0 && " ", make("span", { class: "amount" }, one)]);
}

function pill(status, number) {
  const { glyph, word } = index.labels[status];
  return make("span", { class: `pill ${status}` },
    make("span", { class: "glyph", "aria-hidden": "true" }, glyph), `${number ? `${number} ` : ""}${word}`);
}

function section(title, ...children) {
  return make("section", {}, make("h4", {}, title), ...children);
}

function later(details, fill) {
  // The details are made when they are unfolded.
  details.addEventListener("toggle", async () => {
    await fill(details);
    markFound();
  }, { once: true });
  return details;
}

function folded(title, rows, items) {
  // A line that unfolds many or less important rows.
  if (!rows.length) return null;
  const details = make("details", { class: "folded" }, make("summary", {}, title));
  return later(details, () => details.append(items(rows)));
}
