// The command palette: what the page offers, what was opened lately, menus and documents, behind one input.
/* global htmx */
const texts = document.getElementById("texts")?.dataset ?? {};
const WAIT_MS = 120;
const MOST_ACTIONS = 8;
const MOST_RECENT = 6;
let dialog = null;
let timer = 0;
let running = null;
let opener = null;

export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

// -- what is remembered in this browser, per user

const key = () => `sen-palette-${texts.user ?? ""}`;
function memory() {
  try {
    return { recent: [], uses: {}, ...JSON.parse(localStorage.getItem(key()) ?? "{}") };
  } catch {
    return { recent: [], uses: {} };
  }
}

function remember() {
  const here = document.getElementById("here")?.dataset;
  if (!here?.record || here.seen) return;
  here.seen = "1";
  const kept = memory();
  const item = { name: here.title, hint: here.action, url: location.pathname, key: `${here.model}/${here.record}` };
  kept.recent = [item, ...kept.recent.filter((each) => each.key !== item.key)].slice(0, MOST_RECENT);
  kept.uses[here.model] = (kept.uses[here.model] ?? 0) + 1;
  localStorage.setItem(key(), JSON.stringify(kept));
}
document.addEventListener("htmx:afterSettle", remember);
remember();
// Nothing of it stays for the next person at this machine.
document.addEventListener("submit", (event) => { if (event.target.matches("[action='/web/logout']")) localStorage.removeItem(key()); });

// -- what the page itself offers

function label(element) {
  const shown = element.getAttribute("aria-label") || element.innerText || element.textContent;
  return (shown || element.title).replace(/\s+/g, " ").trim();
}

function pageActions() {
  const found = new Map();
  const offered = document.querySelectorAll(
    "#main .o-bar :is(a.btn, button.btn), #main .o-form-head .o-buttons button, #main .o-bar .o-drop :is(a, button), #main .oe_button_box button, #top .o-user .o-drop :is(a, button)");
  for (const element of offered) {
    const name = label(element);
    if (!name || element.getAttribute("aria-disabled") === "true" || element.closest("[hidden]") || found.has(name)) continue;
    if (getComputedStyle(element).display === "none") continue;
    found.set(name, { name, hint: "", element });
  }
  return [...found.values()];
}

function fits(item, words) {
  const compared = folded(`${item.name} ${item.hint}`);
  return words.every((word) => compared.includes(word));
}

function ownGroups(q) {
  const words = folded(q).split(/\s+/).filter(Boolean);
  const recent = { title: texts.recent, items: memory().recent.filter((item) => item.url !== location.pathname && fits(item, words)) };
  const actions = { title: texts.onThisPage, items: pageActions().filter((item) => fits(item, words)).slice(0, MOST_ACTIONS) };
  return [actions, recent].filter((group) => group.items.length);
}

// -- the dialog

const input = () => dialog.querySelector("input");
const options = () => [...dialog.querySelectorAll("[role=option]")];

function build() {
  dialog = document.createElement("dialog");
  dialog.id = "palette";
  dialog.className = "o-dialog o-palette";
  dialog.setAttribute("aria-label", texts.palette);
  dialog.innerHTML = `<div class="o-palette-head"><input class="o-input" type="text" role="combobox" aria-controls="palette-list" aria-expanded="true"
    aria-autocomplete="list" autocomplete="off" spellcheck="false" enterkeyhint="go"><button type="button" class="o-close">×</button></div>
    <div id="palette-list" class="o-palette-list" role="listbox"></div><p class="o-sr" role="status"></p>`;
  input().placeholder = texts.palettePlaceholder;
  input().setAttribute("aria-label", texts.palettePlaceholder);
  dialog.querySelector("[role=listbox]").setAttribute("aria-label", texts.palette);
  dialog.querySelector(".o-close").setAttribute("aria-label", texts.close);
  dialog.querySelector(".o-close").addEventListener("click", () => dialog.close());
  input().addEventListener("input", () => { clearTimeout(timer); show(ownGroups(input().value), true); timer = setTimeout(ask, WAIT_MS); });
  dialog.addEventListener("keydown", keys);
  dialog.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option, event.ctrlKey || event.metaKey);
    else if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => { running?.abort(); opener?.focus?.(); });
  document.body.append(dialog);
}

export function openPalette() {
  if (!dialog?.isConnected) build();
  if (dialog.open) return;
  opener = document.activeElement;
  entered = false;
  input().value = "";
  dialog.showModal();
  show(ownGroups(""), true);
  ask();
}

async function ask() {
  const q = input().value;
  const uses = Object.entries(memory().uses).sort((a, b) => b[1] - a[1]).map(([model]) => model);
  running?.abort();
  running = new AbortController();
  try {
    const answer = await fetch(`/web/palette?${new URLSearchParams({ q, prefer: uses.slice(0, 12).join(",") })}`, { signal: running.signal });
    if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) return;
    const { groups } = await answer.json();
    if (input().value === q) show(joined(ownGroups(q), groups));
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

// A document opened lately is listed once.
function joined(own, found) {
  const keys = new Set(own.flatMap((group) => group.items.map((item) => item.key)));
  const fresh = found.map((group) => ({ ...group, items: group.items.filter((item) => !item.key || !keys.has(item.key)) }));
  return [...own, ...fresh.filter((group) => group.items.length)];
}

let shown = [];
let entered = false; // Enter was pressed before the answer came: it counts for the first that comes
function show(groups, waiting = false) {
  const list = dialog.querySelector("[role=listbox]");
  shown = groups.flatMap((group) => group.items);
  let number = 0;
  list.replaceChildren(...groups.map((group, index) => {
    const box = document.createElement("div");
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", `palette-group-${index}`);
    const title = Object.assign(document.createElement("div"), { className: "o-palette-title", id: `palette-group-${index}`, textContent: group.title });
    box.append(title, ...group.items.map((item) => row(item, number++)));
    return box;
  }));
  const nothing = waiting ? texts.loading : texts.none;
  dialog.querySelector("[role=status]").textContent = shown.length ? "" : nothing;
  list.classList.toggle("o-nothing", !shown.length);
  list.dataset.nothing = nothing;
  mark(0);
  if (!waiting && entered && shown.length) choose(options()[0], false);
  if (!waiting) entered = false;
}

function row(item, number) {
  const option = document.createElement("div");
  option.setAttribute("role", "option");
  option.id = `palette-${number}`;
  option.dataset.number = number;
  option.append(Object.assign(document.createElement("span"), { textContent: item.name }));
  if (item.hint) option.append(Object.assign(document.createElement("small"), { textContent: item.hint }));
  return option;
}

function mark(position) {
  const all = options();
  all.forEach((option, index) => option.setAttribute("aria-selected", String(index === position)));
  if (!all[position]) { input().removeAttribute("aria-activedescendant"); return; }
  input().setAttribute("aria-activedescendant", all[position].id);
  all[position].scrollIntoView({ block: "nearest" });
}

function keys(event) {
  const all = options();
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (all.length) mark((at + (event.key === "ArrowDown" ? 1 : -1) + all.length) % all.length);
  } else if (event.key === "Enter" && event.target === input()) {
    event.preventDefault();
    if (all[at]) choose(all[at], event.ctrlKey || event.metaKey);
    else entered = true;
  }
}

// Links are followed through htmx, as if they stood on the page; so a guard for unsaved changes applies.
function choose(option, newTab) {
  const item = shown[Number(option.dataset.number)];
  opener = null;
  dialog.close();
  if (item.element) { item.element.click(); return; }
  if (newTab) { window.open(item.url, "_blank", "noopener"); return; }
  htmx.ajax("GET", item.url, { target: "#main", swap: "morphing show:window:top" });
}

document.addEventListener("click", (event) => { if (event.target.closest("[data-palette]")) openPalette(); });
