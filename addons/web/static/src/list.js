// Lists: selecting rows, a whole row that opens its record, rows edited in place.
/* global htmx */
import { perform } from "./form.js";

const boxes = (form) => [...form.querySelectorAll("input[type=checkbox][name=ids]")];

function refresh(form) {
  const all = boxes(form);
  const count = all.filter((box) => box.checked).length;
  const bar = form.querySelector("[data-selected]");
  if (!bar) return;
  bar.hidden = count === 0;
  const match = bar.querySelector("[data-select-match]");
  if (match) match.hidden = count < all.length;
  show(form, count);
  const head = form.querySelector("[data-select-all]");
  head.checked = count > 0 && count === all.length;
  head.indeterminate = count > 0 && count < all.length;
}

function show(form, count) {
  const label = form.querySelector("[data-selected-count]");
  label.textContent = label.dataset.text.replace("%s", count);
}

const listForm = (element) => element.closest?.("[data-list]");

document.addEventListener("change", (event) => {
  const form = listForm(event.target);
  if (!form || !event.target.matches("[data-select-all], [name=ids]")) return;
  if (event.target.matches("[data-select-all]")) {
    boxes(form).forEach((box) => { box.checked = event.target.checked; });
  }
  form.querySelector("[data-all]").value = "";
  refresh(form);
});

// All that match the search, on other pages too.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-select-match]");
  if (!button) return;
  const form = listForm(button);
  form.querySelector("[data-all]").value = "1";
  show(form, button.dataset.total);
  button.hidden = true;
});

// A range from the last row ticked to this one, with Shift.
let last = null;
document.addEventListener("click", (event) => {
  const box = event.target.closest?.("[data-list] input[type=checkbox][name=ids]");
  if (!box) return;
  const all = boxes(listForm(box));
  if (event.shiftKey && last && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((one, other) => one - other);
    all.slice(from, to + 1).forEach((each) => { each.checked = box.checked; });
    refresh(listForm(box));
  }
  last = box;
});

const checked = (row) => row.querySelector("input[name=ids]")?.checked;
const canEdit = (form, row) => row.dataset.id && ("editableList" in form.dataset || ("multiEdit" in form.dataset && checked(row)));

// A click on a row opens its record; in a list that is edited in place, it makes the row inputs.
document.addEventListener("click", (event) => {
  const cell = event.target.closest("[data-list] .o-list tbody td");
  if (!cell || cell.closest(".o-row-edit, .o-group-row, .o-group-pager") || event.target.closest("button, input, label, summary, .o-select")) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = cell.parentElement;
  const form = listForm(row);
  if (canEdit(form, row)) {
    event.preventDefault();
    event.stopPropagation();
    edit(form, row.dataset.id, cell.cellIndex);
    return;
  }
  if (!event.target.closest("a")) cell.parentElement.querySelector("td:not(.o-select) a")?.click();
}, true);

function edit(form, id, column = 1) {
  const editing = form.querySelector(".o-row-edit");
  const asked = editing ? perform(form, `save:${id}`) : htmx.ajax("POST", form.getAttribute("action"), {
    source: form, target: "#main", swap: "morphing", values: { __action: `edit:${id}` },
  });
  return asked.then(() => focus(column));
}

function focus(column = 1) {
  const row = document.querySelector("[data-list] .o-row-edit");
  if (!row || document.activeElement?.closest(".o-row-edit")) return;
  const input = row.querySelector("[aria-invalid=true]")
    ?? row.cells[column]?.querySelector("input:not([type=hidden]), select, textarea")
    ?? row.querySelector("td:not(.o-select) input:not([type=hidden]), td select, td textarea");
  input?.focus();
  input?.select?.();
}

function nextOf(row) {
  let next = row.nextElementSibling;
  while (next && !next.dataset.id) next = next.nextElementSibling;
  return next?.dataset.id;
}

// Enter saves and goes to the row below (or a new one), Escape gives the row up, Tab leaves its last field like Enter.
document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.(".o-row-edit");
  if (!row || event.ctrlKey || event.altKey || event.metaKey || event.target.getAttribute("aria-expanded") === "true") return;
  const form = listForm(row);
  const inputs = [...row.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((input) => input.tabIndex >= 0);
  const leaves = event.key === "Tab" && !event.shiftKey && event.target === inputs.at(-1);
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    perform(form, "discard");
  } else if ((event.key === "Enter" && event.target.tagName !== "TEXTAREA" && event.target.tagName !== "BUTTON") || leaves) {
    event.preventDefault();
    event.stopPropagation();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
    const next = row.dataset.id === "new" || "editableList" in form.dataset ? nextOf(row) ?? "new" : "";
    perform(form, next ? `save:${row.dataset.id === "new" ? "new" : next}` : "save").then(() => focus(1));
  }
}, true);

// ← and → fold and unfold the group that has the focus.
document.addEventListener("keydown", (event) => {
  const fold = event.target.closest?.("[data-fold]");
  if (!fold || !["ArrowLeft", "ArrowRight", " "].includes(event.key)) return;
  const isOpen = fold.getAttribute("aria-expanded") === "true";
  if (event.key === " " || isOpen === (event.key === "ArrowLeft")) { event.preventDefault(); fold.click(); }
});

document.addEventListener("htmx:afterSettle", () => {
  const form = document.querySelector("[data-list]");
  if (!form) return;
  refresh(form);
  if (form.querySelector(".o-row-edit")) focus(1);
});

// Buttons of the list that stand outside its form: htmx counts only those inside.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[form][name=__action]");
  if (!button?.form || button.form.contains(button)) return;
  event.preventDefault();
  perform(button.form, button.value).then(() => focus(1));
});
