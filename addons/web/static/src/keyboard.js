// Shortcuts. The list people see is shortcuts.py; what carries `data-hotkey` is pressed by Alt and that key.
/* global htmx */
import { openPalette } from "./palette.js";

const scope = () => document.querySelector("dialog[open]") ?? document;
const first = (...selectors) => {
  for (const selector of selectors) {
    for (const found of scope().querySelectorAll(selector)) {
      if (found.getClientRects().length && found.getAttribute("aria-disabled") !== "true") return found;
    }
  }
  return null;
};

// What is typed into a field counts before a button is pressed: the field hears of its change as if it were left.
let typed = null;
document.addEventListener("input", (event) => { typed = event.target; });
document.addEventListener("change", () => { typed = null; });

function press(target) {
  if (!target) return false;
  if (typed?.isConnected && typed === document.activeElement) typed.dispatchEvent(new Event("change", { bubbles: true }));
  if (target.tagName === "SUMMARY") target.focus();
  target.click();
  return true;
}

function remove() {
  if (scope() !== document) return false;
  const button = document.querySelector("#main [name=__action][value=delete]");
  button?.click();
  return Boolean(button);
}

function search() {
  const box = document.querySelector("[data-search]");
  box?.focus();
  box?.select();
  return Boolean(box);
}

const entry = (number) => document.querySelectorAll(".o-sections > a, .o-sections > details > summary")[number - 1];

const withAlt = {
  c: () => press(first("[data-hotkey=c]")),
  h: () => press(document.querySelector("[data-home]")),
  j: () => press(first("[data-discard]", "[value='special:cancel']")),
  n: () => press(first("[rel=next]")),
  p: () => press(first("[rel=prev]")),
  q: search,
  s: () => press(first("[value=save]", "[value='special:save']")),
  u: () => press(first("[data-more]")),
  w: () => press(first("[data-way]")),
  v: () => press(first("[data-hotkey=v]", ".o-form-head .o-buttons .btn-primary", ".o-form-foot .btn-primary")),
  x: () => press(first("[data-hotkey=x]", "[value='special:cancel']", "[data-close-dialog]", "[value='button:action_cancel']")),
};

function alt(event) {
  const key = /^[a-z0-9]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^(Key|Digit)/, "").toLowerCase();
  if (key.length !== 1) return false;
  // The view's own choice first, as existing addons expect.
  if ((!(key in withAlt) || key === "q") && press(first(`[data-hotkey="${CSS.escape(key)}"]`))) return true;
  if (/[1-9]/.test(key)) return press(entry(Number(key)));
  return withAlt[key]?.() ?? false;
}

function control(event) {
  const key = event.key.toLowerCase();
  if (key === "k") { openPalette(); return true; }
  if (key === "s") { withAlt.s(); return true; }
  return key === "d" && remove();
}

export function showShortcuts() {
  return htmx.ajax("GET", "/web/shortcuts", { target: "#dialogs", swap: "morphing" });
}

const typing = (element) => element?.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const ctrl = event.ctrlKey || event.metaKey;
  let done = false;
  if (ctrl && !event.altKey && !event.shiftKey) done = control(event);
  else if (event.altKey && !ctrl) done = alt(event);
  else if (!ctrl && !typing(event.target) && scope() === document) {
    if (event.key === "/") done = search();
    else if (event.key === "?") { showShortcuts(); done = true; }
  }
  if (done) event.preventDefault();
});

// Held for a moment, Alt shows the keys on the page's buttons.
const SHOW_AFTER_MS = 350;
let hints = 0;
function hide() {
  clearTimeout(hints);
  document.body.classList.remove("o-hints");
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Alt" && !event.repeat) hints = setTimeout(() => document.body.classList.add("o-hints"), SHOW_AFTER_MS);
  else if (event.key !== "Alt") hide();
});
document.addEventListener("keyup", (event) => { if (event.key === "Alt") hide(); });
window.addEventListener("blur", hide);

// Rows of a list: arrows move, Enter opens, the space bar selects.
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".o-list tbody tr");
  const from = row ?? (event.target.matches?.("[data-search]") && event.key === "ArrowDown" && event.target.getAttribute("aria-expanded") !== "true"
    ? document.querySelector(".o-list") : null);
  if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || (row && typing(event.target))) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const rows = [...document.querySelectorAll(".o-list tbody tr")].filter((each) => each.querySelector("a[href], button"));
    const next = row ? rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)] : rows[0];
    const link = next?.querySelector("a[href], button");
    if (link) { link.focus(); event.preventDefault(); }
  } else if (event.key === " " && row && !event.target.matches("input, button, summary")) {
    const box = row.querySelector("input[name=ids]");
    if (box) { box.click(); event.preventDefault(); }
  }
});
