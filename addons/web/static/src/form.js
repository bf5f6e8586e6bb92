// Forms: onchange while typing, lines edited in place, and a guard for unsaved changes.
/* global htmx */
import { reveal } from "./notebook.js";

const texts = document.getElementById("texts")?.dataset ?? {};

export function perform(form, action, extra = {}) {
  return htmx.ajax("POST", form.getAttribute("action"), {
    source: form, target: form.closest("#dialogs") ? "#dialogs" : "#main", swap: "morphing", values: { ...extra, __action: action },
  });
}

// What a field was already asked about while it was being typed.
const asked = new WeakMap();
const A_NUMBER = /^\s*[-+]?\d[\d.,\s]*$/;

export function markDirty(form) {
  if (form.dataset.dirty !== "1") {
    form.dataset.dirty = "1";
    form.classList.add("o-dirty");
  }
}

// What stands inside the form but belongs to another (the history) is none of its fields.
const formOf = (field) => (field.closest("[data-client]") ? null : field.closest("[data-form]"));

document.addEventListener("input", (event) => {
  const form = formOf(event.target);
  if (form && event.target.name && !event.target.name.startsWith("__")) markDirty(form);
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("[data-submit]")) field.form.requestSubmit();
  const form = formOf(field);
  if (!form || !field.name || field.closest("[data-combo]")) return;
  clearTimeout(typing);
  if (!("onchange" in field.dataset) || asked.get(field) === field.value && A_NUMBER.test(field.value)) return;
  asked.delete(field);
  perform(form, `onchange:${field.name}`);
});

// Numbers count while they are typed: totals follow without leaving the field.
const TYPING_PAUSE_MS = 400;
let typing = 0;
document.addEventListener("input", (event) => {
  const field = event.target;
  clearTimeout(typing);
  if (!field.matches("input[inputmode=decimal][data-onchange]") || !field.closest("[data-form]")) return;
  typing = setTimeout(() => {
    if (field !== document.activeElement || !field.value.trim()) return;
    asked.set(field, field.value);
    perform(field.closest("[data-form]"), `onchange:${field.name}`, { __typing: "1" });
  }, TYPING_PAUSE_MS);
});

// Enter must not submit a form by accident; in lines it goes to the next one (lines.js).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  const field = event.target;
  if (!field.matches?.("[data-form] input, [data-form] select") || field.closest(".o-form-foot, tr.o-editing, [data-client]")) return;
  event.preventDefault();
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-confirm]");
  if (button && !window.confirm(button.dataset.confirm)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

// Leaving with unsaved changes asks first. Saving and everything else the form itself does is no leaving.
let leaving = false;
document.addEventListener("htmx:confirm", (event) => {
  const form = document.querySelector("#main [data-form][data-dirty='1'].o-dirty");
  const source = event.detail.elt;
  if (!form || source === form || form.contains(source) && !source.matches("[href]") || source.closest("#dialogs")) return;
  if (source.matches("[data-discard]") || source.closest("[hx-push-url='false']")) return; // a dialog leaves nothing
  if (event.detail.verb === "get" && !window.confirm(texts.unsaved)) event.preventDefault();
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && document.querySelector("#main [data-form].o-dirty")) event.preventDefault();
});

// A button pressed twice counts once: the second press would meet the page the first one is just replacing.
let submitted = null;
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-form]")) return;
  if (submitted) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  submitted = event;
  leaving = true;
}, true);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.requestConfig?.triggeringEvent === submitted) submitted = null;
});

// The server says which field comes next: a whole name, or the beginning of those of a line.
function focusFirst(form, prefix) {
  const fields = [...form.querySelectorAll(`[name^="${CSS.escape(prefix)}"]`)].filter((each) => each.type !== "hidden" && !each.disabled);
  const first = fields.find((each) => each.name === prefix || each.name === `${prefix}.text`) ?? fields[0];
  if (!first || (first !== document.activeElement && fields.includes(document.activeElement))) return;
  reveal(first);
  first.focus();
  if (first.matches("input:not([type=checkbox], [type=radio])")) first.select();
}

function settle() {
  leaving = false;
  const form = document.querySelector("#dialogs [data-form]") ?? document.querySelector("#main [data-form]");
  if (!form) return;
  form.classList.toggle("o-dirty", form.dataset.dirty === "1");
  const prefix = form.dataset.focus;
  if (prefix) focusFirst(form, prefix);
  delete form.dataset.focus;
}
document.addEventListener("htmx:afterSettle", settle);
settle();
