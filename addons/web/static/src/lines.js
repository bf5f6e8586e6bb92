// Lines edited in place: by mouse and keyboard, dragged, and pasted from a spreadsheet.
/* global Sortable */
import { perform } from "./form.js";

const texts = document.getElementById("texts")?.dataset ?? {};
const TABLE_CELLS = /[\t\n]/;

const tableOf = (element) => element.closest?.("[data-lines]");
const rowsOf = (lines) => [...lines.querySelectorAll(":scope > table > tbody > tr[data-key]")];
const act = (row, action, ...rest) => {
  const lines = tableOf(row);
  return perform(row.closest("[data-form]"), [action, lines.dataset.lines, row.dataset.key, ...rest].join(":"));
};
// `order_line.new-3.product_id.text` is an input of the column product_id.
const columnOf = (field) => field.name?.split(".")[2] ?? "";

function edit(row, column = "") {
  const lines = tableOf(row);
  return perform(row.closest("[data-form]"), `edit:${lines.dataset.lines}:${row.dataset.key}`, { __focus: column });
}

// A click on a line edits it, and the field under the pointer gets the focus.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-editable]");
  if (!row || event.target.closest("a, button, input, label, .o-handle")) return;
  edit(row, event.target.closest("td")?.dataset.column);
});

// A click anywhere on a line that has a dialog opens it.
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-lines] tbody tr");
  if (!row || event.target.closest("a, button, input, label")) return;
  row.querySelector("[data-open]")?.click();
});

const isFresh = (row) => "fresh" in row.dataset;
document.addEventListener("input", (event) => {
  const row = event.target.closest?.("tr[data-fresh]");
  if (row) delete row.dataset.fresh;
});

function leave(row) {
  const lines = tableOf(row);
  perform(row.closest("[data-form]"), "done:").then(() => document.getElementById(lines.id)?.querySelector("[data-add]")?.focus());
}

function toNextLine(row, column) {
  if (isFresh(row)) { leave(row); return; }
  const rows = rowsOf(tableOf(row));
  const next = rows[rows.indexOf(row) + 1];
  const add = tableOf(row).querySelector("[data-add]");
  if (next) edit(next, column);
  else if (add) perform(row.closest("[data-form]"), add.value);
}

const settled = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
const fieldsOf = (row) => [...row.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((each) => each.getClientRects().length);

function onEnter(event, row, field) {
  event.preventDefault();
  settled(field);
  toNextLine(row, columnOf(field));
}

function onTab(event, row, field) {
  if (event.shiftKey || fieldsOf(row).at(-1) !== field) return;
  event.preventDefault();
  settled(field);
  toNextLine(row, "");
}

function onMove(event, row) {
  const rows = rowsOf(tableOf(row));
  const position = rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  if (!("handle" in tableOf(row).dataset) || position < 0 || position >= rows.length) return;
  const focused = document.activeElement.id;
  act(row, "move", position).then(() => document.getElementById(focused)?.focus());
}

document.addEventListener("keydown", (event) => {
  const row = event.target.closest?.("[data-lines] tr[data-key]");
  if (!row || event.defaultPrevented) return;
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) { onMove(event, row); return; }
  const field = event.target;
  if (!row.classList.contains("o-editing") || field.getAttribute("aria-expanded") === "true") return;
  const isField = field.matches("input, select, textarea");
  if (event.key === "Enter" && isField && field.tagName !== "TEXTAREA" && !event.ctrlKey && !event.metaKey) onEnter(event, row, field);
  else if (event.key === "Tab" && isField) onTab(event, row, field);
  else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    const { id, dataset } = tableOf(row);
    act(row, "cancel").then(() => document.querySelector(`#${CSS.escape(id)} [value="edit:${dataset.lines}:${row.dataset.key}"], #${CSS.escape(id)} [data-add]`)?.focus());
  }
});

// Rows copied in a spreadsheet fill lines: from the cell with the focus, or as new lines at the end.
document.addEventListener("paste", (event) => {
  const lines = tableOf(event.target);
  if (!lines || !("edits" in lines.dataset)) return;
  const text = event.clipboardData.getData("text/plain").replace(/[\r\n]+$/, "");
  const isProse = event.target.tagName === "TEXTAREA" && !text.includes("\t");
  if (!TABLE_CELLS.test(text) || isProse) return;
  event.preventDefault();
  const row = event.target.closest("tr.o-editing");
  perform(lines.closest("[data-form]"), `paste:${lines.dataset.lines}:${row?.dataset.key ?? ""}:${row ? columnOf(event.target) : ""}`, { __paste: text });
});

// Dragging by the handle. The library is fetched by the first page that has lines to drag.
let library = null;
function load() {
  library ??= new Promise((resolve) => {
    const script = Object.assign(document.createElement("script"), { src: texts.sortable, onload: resolve });
    document.head.append(script);
  });
  return library;
}

function drag(body) {
  if (Sortable.get(body)) return;
  Sortable.create(body, {
    handle: ".o-handle", draggable: "tr[data-key]", animation: 120,
    onEnd: (event) => { if (event.newDraggableIndex !== event.oldDraggableIndex) act(event.item, "move", event.newDraggableIndex); },
  });
}

function enhance() {
  const bodies = document.querySelectorAll("[data-lines][data-handle] > table > tbody");
  if (bodies.length) load().then(() => bodies.forEach((body) => { if (body.isConnected) drag(body); }));
}
document.addEventListener("htmx:afterSettle", enhance);
enhance();
