// Forms: onchange while typing, lines edited in place, and a guard for unsaved changes.
/* global htmx */
const texts = document.getElementById("texts")?.dataset ?? {};

export function perform(form, action, extra = {}) {
  return htmx.ajax("POST", form.getAttribute("action"), {
    source: form, target: form.closest("#dialogs") ? "#dialogs" : "#main", swap: "morphing", values: { ...extra, __action: action },
  });
}

export function markDirty(form) {
  if (form.dataset.dirty !== "1") {
    form.dataset.dirty = "1";
    form.classList.add("o-dirty");
  }
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-form]");
  if (form && event.target.name && !event.target.name.startsWith("__")) markDirty(form);
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("[data-submit]")) field.form.requestSubmit();
  const form = field.closest("[data-form]");
  if (!form || !field.name || field.closest("[data-combo]")) return;
  if ("onchange" in field.dataset) perform(form, `onchange:${field.name}`);
});

// A click on a line edits it; the field under the pointer gets the focus.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-editable]");
  if (!row || event.target.closest("a, button, input, label")) return;
  const table = row.closest("[data-lines]");
  const column = event.target.closest("td")?.cellIndex ?? 0;
  const form = row.closest("[data-form]");
  perform(form, `edit:${table.dataset.lines}:${row.dataset.key}`).then(() => {
    const cells = document.getElementById(table.id)?.querySelector("tr.o-editing")?.cells;
    const input = cells?.[column]?.querySelector("input:not([type=hidden]), select, textarea");
    if (input) { input.focus(); input.select?.(); }
  });
});

// Enter in the last field of a line adds the next one, as in a spreadsheet; elsewhere it must not submit by accident.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  const field = event.target;
  const form = field.closest?.("[data-form]");
  if (!form || field.tagName === "TEXTAREA" || field.tagName === "BUTTON" || field.tagName === "A") return;
  if (field.closest(".o-form-foot") || field.getAttribute("aria-expanded") === "true") return; // the open list takes it
  event.preventDefault();
  const row = field.closest("tr.o-editing");
  if (!row) return;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  const add = row.closest("[data-lines]").querySelector("[data-add]");
  if (add) perform(form, add.value);
});

// A click anywhere on a line that has a dialog opens it.
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-lines] tbody tr");
  if (!row || event.target.closest("a, button, input, label")) return;
  row.querySelector("[data-open]")?.click();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const row = event.target.closest?.("tr.o-editing");
  const form = row?.closest("[data-form]");
  if (form && !event.target.matches("[aria-expanded=true]")) {
    event.stopPropagation();
    perform(form, "done:");
  }
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
  if (source.matches("[data-discard]")) return;
  if (event.detail.verb === "get" && !window.confirm(texts.unsaved)) event.preventDefault();
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && document.querySelector("#main [data-form].o-dirty")) event.preventDefault();
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-form]")) leaving = true;
});

function settle() {
  leaving = false;
  const form = document.querySelector("#dialogs [data-form]") ?? document.querySelector("#main [data-form]");
  if (!form) return;
  form.classList.toggle("o-dirty", form.dataset.dirty === "1");
  const prefix = form.dataset.focus;
  const scope = prefix ? form.querySelectorAll(`[name^="${CSS.escape(prefix)}"]`) : [];
  const first = form.querySelector("[aria-invalid=true]")
    ?? [...scope].find((input) => input.type !== "hidden" && !input.disabled);
  if (first && !(document.activeElement && form.contains(document.activeElement) && document.activeElement.name?.startsWith(prefix || "\0"))) first.focus();
  delete form.dataset.focus;
}
document.addEventListener("htmx:afterSettle", settle);
settle();
