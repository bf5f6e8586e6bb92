// Search-as-you-type for many2one and tags: an ARIA combobox over the options the server renders.
import { csrfToken, say } from "./requests.js";
import { markDirty, perform } from "./form.js";
import { openList } from "./lookup.js";
import { noteEdit } from "./morphing.js";

const texts = document.getElementById("texts")?.dataset ?? {};
const WAIT_MS = 150;
let timer = 0;
let running = null;

const input = (combo) => combo.querySelector("[role=combobox]");
const list = (combo) => combo.querySelector("[role=listbox]");

function close(combo) {
  list(combo)?.remove();
  const field = input(combo);
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

export async function ask(combo, action, q, extra = {}) {
  const form = combo.closest("form");
  const body = new FormData(form);
  const values = { ...extra, __action: `${action}:${combo.dataset.combo}`, __q: q };
  Object.entries(values).forEach(([name, value]) => body.set(name, value));
  running?.abort();
  running = new AbortController();
  const encoded = form.enctype === "multipart/form-data" ? body : new URLSearchParams(body);
  return fetch(form.action, { method: "POST", body: encoded, signal: running.signal, headers: { "HX-Request": "true", "X-CSRF-Token": csrfToken() } });
}

async function open(combo, q) {
  try {
    const answer = await ask(combo, "search", q);
    if (answer.status === 401) { document.body.dispatchEvent(new Event("session-expired", { bubbles: true })); return; }
    if (!answer.ok || input(combo) !== document.activeElement) return;
    close(combo);
    combo.insertAdjacentHTML("beforeend", await answer.text());
    input(combo).setAttribute("aria-expanded", "true");
    if (q) mark(combo, 0);
  } catch (error) {
    if (error.name !== "AbortError") say(texts.offline, "danger");
  }
}

const options = (combo) => [...(list(combo)?.querySelectorAll("[role=option]") ?? [])];

function mark(combo, index) {
  const all = options(combo);
  all.forEach((option, position) => option.setAttribute("aria-selected", String(position === index)));
  const chosen = all[index];
  if (!chosen) return;
  input(combo).setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

const marked = (combo) => options(combo).findIndex((option) => option.getAttribute("aria-selected") === "true");

async function choose(combo, option) {
  const { createRecord } = option.dataset;
  if ("lookUp" in option.dataset) { lookUp(combo); return; }
  if (createRecord !== undefined) {
    close(combo);
    perform(combo.closest("form"), `create:${combo.dataset.combo}`, { __q: createRecord });
    return;
  }
  let { value } = option.dataset;
  let name = option.textContent.trim();
  if (option.dataset.createName) {
    const answer = await ask(combo, "quick", option.dataset.createName);
    if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/json")) {
      close(combo); // a name alone is not enough: the dialog shows what else is needed
      perform(combo.closest("form"), `create:${combo.dataset.combo}`, { __q: option.dataset.createName });
      return;
    }
    ({ id: value, name } = await answer.json());
  }
  put(combo, value, name);
}

function put(combo, value, name) {
  const field = input(combo);
  const hidden = combo.querySelector("input[type=hidden]");
  if ("multiple" in combo.dataset) {
    const added = hidden.cloneNode();
    added.value = value;
    hidden.after(added);
    field.value = "";
  } else {
    hidden.value = value;
    field.value = name;
  }
  field.dataset.settled = field.value;
  close(combo);
  changed(combo);
}

// The whole list, in a dialog; Escape there leaves the field as it was.
function lookUp(combo) {
  const typed = input(combo).value === input(combo).dataset.settled ? "" : input(combo).value;
  clearTimeout(timer);
  close(combo);
  openList(combo, typed, ask, (value, name) => {
    put(combo, value, name);
    input(combo).focus();
  });
}

// A dialog saved the record the field shows.
document.addEventListener("record-picked", (event) => {
  const { key, id, name } = event.detail;
  const combo = document.querySelector(`#main [data-combo="${CSS.escape(key)}"]`);
  if (!combo) return;
  put(combo, id, name);
  input(combo).focus();
});

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open-record]");
  if (!opener || event.ctrlKey || event.metaKey || event.shiftKey || opener.closest("#dialogs")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  perform(opener.closest("form"), `record:${opener.closest("[data-combo]").dataset.combo}`);
}, true);

function changed(combo) {
  noteEdit(input(combo));
  const form = combo.closest("[data-form]");
  markDirty(form);
  const field = input(combo);
  if ("onchange" in field.dataset || "multiple" in combo.dataset) perform(form, `onchange:${combo.dataset.combo}`);
}

document.addEventListener("focusin", (event) => {
  if (event.target.matches("[role=combobox]")) event.target.dataset.settled = event.target.value;
});

document.addEventListener("input", (event) => {
  const combo = event.target.closest?.("[data-combo]");
  if (!combo || event.target !== input(combo)) return;
  if (!("multiple" in combo.dataset)) combo.querySelector("input[type=hidden]").value = "";
  clearTimeout(timer);
  timer = setTimeout(() => open(combo, event.target.value), WAIT_MS);
});

document.addEventListener("keydown", (event) => {
  const combo = event.target.closest?.("[data-combo]");
  if (!combo || event.target !== input(combo)) return;
  const isOpen = Boolean(list(combo));
  if (event.altKey && combo.closest("[data-lines]")) return; // moves the line
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!isOpen) { open(combo, ""); return; }
    const count = options(combo).length;
    mark(combo, (marked(combo) + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
  } else if (event.key === "Enter" && isOpen && marked(combo) >= 0) {
    event.preventDefault();
    choose(combo, options(combo)[marked(combo)]);
  } else if (event.key === "Escape" && isOpen) {
    event.preventDefault();
    event.stopPropagation();
    close(combo);
  } else if (event.key === "Tab" && isOpen && marked(combo) >= 0 && event.target.value) {
    choose(combo, options(combo)[marked(combo)]);
  } else if (event.key === "F4") {
    event.preventDefault();
    lookUp(combo);
  } else if (event.key === "Backspace" && !event.target.value && "multiple" in combo.dataset) {
    combo.querySelector(".o-tag:last-of-type [data-remove-tag]")?.click();
  }
});

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) {
    event.preventDefault(); // keeps the focus in the field
    choose(option.closest("[data-combo]"), option);
  }
});

document.addEventListener("click", (event) => {
  const remove = event.target.closest("[data-remove-tag]");
  if (remove) {
    const combo = remove.closest("[data-combo]");
    remove.closest(".o-tag").remove();
    changed(combo);
    return;
  }
  const combo = event.target.closest("[data-combo]");
  if (combo && event.target === input(combo) && !list(combo)) open(combo, "");
});

document.addEventListener("focusout", (event) => {
  const combo = event.target.closest?.("[data-combo]");
  if (!combo || event.target !== input(combo)) return;
  clearTimeout(timer);
  setTimeout(() => close(combo), 120);
  // Emptied by hand: the relation is emptied too.
  const hidden = combo.querySelector("input[type=hidden]");
  if (!("multiple" in combo.dataset) && event.target.value === "" && event.target.dataset.settled && hidden.value === "") {
    event.target.dataset.settled = "";
    changed(combo);
  }
});
