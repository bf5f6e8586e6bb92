// The export dialog: fields are added, ordered, and kept under a name.
import { csrfToken, say } from "./requests.js";

const dialog = () => document.querySelector("[data-export]");
const chosen = () => dialog().querySelector("[data-chosen]");

function label(item) {
  const parts = [];
  for (let each = item; each; each = each.parentElement.closest("[data-offered] li")) parts.unshift(each.querySelector("span").textContent);
  return parts.join("/");
}

function add(path, text) {
  if ([...chosen().children].some((item) => item.dataset.path === path)) return;
  const texts = chosen().dataset;
  const item = document.createElement("li");
  item.dataset.path = path;
  const box = item.appendChild(document.createElement("div"));
  box.append(Object.assign(document.createElement("input"), { type: "hidden", name: "field", value: path }));
  box.append(Object.assign(document.createElement("span"), { textContent: text }));
  for (const [what, mark] of [["up", "↑"], ["down", "↓"], ["remove", "×"]]) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "o-icon", textContent: mark });
    button.dataset[what] = "";
    button.setAttribute("aria-label", `${texts[what]}: ${text}`);
    box.append(button);
  }
  chosen().append(item);
}

async function expand(button) {
  const item = button.closest("li");
  const inner = item.querySelector(":scope > ul");
  const isOpen = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!isOpen));
  button.textContent = isOpen ? "▸" : "▾";
  if (inner) { inner.hidden = isOpen; return; }
  const list = item.appendChild(document.createElement("ul"));
  list.innerHTML = await fields(item.dataset.path);
}

async function fields(prefix) {
  const query = new URLSearchParams({ model: dialog().dataset.model, prefix, compatible: dialog().elements.compatible.checked ? "1" : "" });
  const answer = await fetch(`/web/export/fields?${query}`);
  return answer.ok ? answer.text() : "";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-export] button");
  if (!button) return;
  const item = button.closest("li");
  if ("add" in button.dataset) add(item.dataset.path, label(item));
  else if ("expand" in button.dataset) expand(button);
  else if ("up" in button.dataset && item.previousElementSibling) { item.previousElementSibling.before(item); button.focus(); }
  else if ("down" in button.dataset && item.nextElementSibling) { item.nextElementSibling.after(item); button.focus(); }
  else if ("remove" in button.dataset) item.remove();
  else if ("save" in button.dataset) save();
  else if ("forget" in button.dataset) forget();
  else if ("closeDialog" in button.dataset) document.getElementById("dialogs").replaceChildren();
});

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-export] [data-filter]")) return;
  const text = plain(event.target.value);
  for (const item of dialog().querySelectorAll("[data-offered] > li")) item.hidden = !plain(item.textContent).includes(text);
});

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

document.addEventListener("change", async (event) => {
  if (event.target.matches("[data-export] [data-compatible]")) {
    dialog().querySelector("[data-offered]").innerHTML = await fields("");
    if (event.target.checked) add("id", dialog().querySelector("[data-path=id] span").textContent);
  } else if (event.target.matches("[data-export] [data-saved]")) {
    load(event.target.value);
  }
});

async function load(id) {
  dialog().querySelector("[data-forget]").hidden = !id;
  if (!id) return;
  const answer = await fetch(`/web/export/saved/${id}`);
  if (!answer.ok) return;
  const found = await answer.json();
  chosen().replaceChildren();
  for (const [path, text] of found.fields) add(path, text);
}

async function post(address, body) {
  const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRF-Token": csrfToken(), Accept: "application/json" } });
  const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
  return answer.ok && isJson ? answer.json() : null;
}

async function save() {
  const name = dialog().querySelector("[data-name]");
  if (!name.value.trim()) { name.focus(); return; }
  const body = new URLSearchParams(new FormData(dialog()));
  body.set("name", name.value);
  const saved = await post("/web/export/save", body);
  if (!saved) { say(document.getElementById("texts")?.dataset.offline, "danger"); return; }
  const select = dialog().querySelector("[data-saved]");
  [...select.options].find((option) => option.textContent === saved.name)?.remove();
  select.append(new Option(saved.name, saved.id, true, true));
  dialog().querySelector("[data-forget]").hidden = false;
  dialog().querySelector("[data-status]").textContent = `✓ ${saved.name}`;
  name.value = "";
}

async function forget() {
  const select = dialog().querySelector("[data-saved]");
  if (select.value && await post("/web/export/forget", new URLSearchParams({ saved: select.value }))) {
    select.selectedOptions[0].remove();
    select.value = "";
    dialog().querySelector("[data-forget]").hidden = true;
  }
}
