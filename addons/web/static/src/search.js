// The search box: suggestions per field while typing, facets removed by Backspace, the menu's own conditions.
/* global htmx */
const WAIT_MS = 120;
let timer = 0;
let running = null;

const box = () => document.querySelector("[data-search]");
const form = () => document.querySelector("[data-search-form]");
const list = () => document.getElementById("search-list");
const options = () => [...(list()?.querySelectorAll("[role=option]") ?? [])];
const marked = () => options().find((option) => option.getAttribute("aria-selected") === "true");

function address(params) {
  const url = new URL(form().dataset.here, location.href);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

function suggested(params) {
  running?.abort();
  running = new AbortController();
  return fetched(params, running.signal);
}

async function fetched(params, signal) {
  try {
    const answer = await fetch(address(params), { headers: { "HX-Request": "true" }, signal });
    if (answer.status === 401) document.body.dispatchEvent(new Event("session-expired", { bubbles: true }));
    return answer.ok ? await answer.text() : "";
  } catch (error) {
    if (error.name !== "AbortError") throw error;
    return null;
  }
}

function close() {
  clearTimeout(timer);
  running?.abort();
  list()?.remove();
  box()?.setAttribute("aria-expanded", "false");
  box()?.removeAttribute("aria-activedescendant");
}

async function suggest() {
  const text = box().value.trim();
  if (!text) { close(); return; }
  const html = await suggested({ __part: "suggest", __text: text });
  if (html === null || !box() || box().value.trim() !== text) return;
  list()?.remove();
  if (!html) return;
  box().closest(".o-search-box").insertAdjacentHTML("beforeend", html);
  box().setAttribute("aria-expanded", "true");
  mark(options()[0]);
}

function mark(option) {
  options().forEach((each) => each.setAttribute("aria-selected", String(each === option)));
  if (!option) { box().removeAttribute("aria-activedescendant"); return; }
  box().setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

export function go(url) {
  return htmx.ajax("GET", url, { target: "#main", swap: "morphing" }).then(() => box()?.focus());
}

function choose(option) {
  const { url } = option.dataset;
  box().value = "";
  close();
  go(url);
}

// The entries a relation has for the typed text, below its line.
async function expand(option) {
  const button = option.querySelector(".o-expand");
  if (!button) return;
  if (option.dataset.expanded) { collapse(option); return; }
  const html = await suggested({ __part: "expand", __field: option.dataset.expand, __text: box().value.trim() });
  if (!html || !option.isConnected) return;
  option.insertAdjacentHTML("afterend", html);
  option.dataset.expanded = "1";
  button.textContent = "▾";
}

function collapse(option) {
  while (option.nextElementSibling?.querySelector(".o-expanded")) option.nextElementSibling.remove();
  delete option.dataset.expanded;
  option.querySelector(".o-expand").textContent = "▸";
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-search]")) return;
  clearTimeout(timer);
  timer = setTimeout(suggest, WAIT_MS);
});

const steps = { ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("[data-search]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const all = options();
  const current = marked();
  if (event.key in steps && all.length) {
    event.preventDefault();
    mark(all[(all.indexOf(current) + steps[event.key] + all.length) % all.length]);
  } else if (event.key === "ArrowRight" && current?.dataset.expand && event.target.selectionStart === event.target.value.length) {
    event.preventDefault();
    if (current.dataset.expanded) mark(all[all.indexOf(current) + 1]);
    else expand(current);
  } else if (event.key === "ArrowLeft" && current?.dataset.expanded) {
    event.preventDefault();
    collapse(current);
  } else if (event.key === "Enter") {
    event.preventDefault();
    enter();
  } else if (event.key === "Escape") {
    if (list()) event.stopPropagation();
    close();
    event.target.value = "";
  } else if (event.key === "Backspace" && !event.target.value) {
    const facets = document.querySelectorAll("[data-remove-facet]");
    if (facets.length) { event.preventDefault(); go(facets[facets.length - 1].href); }
  }
});

// Enter before the suggestions are there waits for them: the first one is meant.
async function enter() {
  if (!box().value.trim()) return;
  clearTimeout(timer); // a second question would call off this one
  if (!marked()) await suggest();
  const option = marked();
  if (option) choose(option);
}

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest("#search-list [role=option]");
  if (!option) return;
  event.preventDefault(); // keeps the focus in the box
  if (event.target.closest(".o-expand")) expand(option);
  else choose(option);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-search-form]")) return;
  event.preventDefault();
  event.stopPropagation();
  enter();
}, true);

document.addEventListener("focusout", (event) => {
  if (event.target.matches?.("[data-search]")) setTimeout(() => { if (document.activeElement !== box()) close(); }, 150);
});

// Facets are removed by the Delete key too, and the focus returns to the box.
document.addEventListener("keydown", (event) => {
  const facet = event.target.closest?.("[data-remove-facet]");
  if (!facet || !["Delete", "Backspace"].includes(event.key)) return;
  event.preventDefault();
  go(facet.href);
});

// The menu is long: it is fetched when it is opened.
document.addEventListener("toggle", async (event) => {
  if (!event.target.matches?.("[data-search-menu]") || !event.target.open) return;
  const part = event.target.querySelector("[data-part]");
  const html = await fetched({ __part: "menu" });
  if (!html) return;
  part.innerHTML = html;
  htmx.process(part);
  fit(part.querySelector("[name=__condition]"));
}, true);

// Only comparisons that make sense for the field are offered.
const FITTING = {
  text: ["ilike", "not ilike", "=", "!=", "set", "not set"], relation: ["ilike", "not ilike", "set", "not set"],
  number: ["=", "!=", ">", ">=", "<", "<="], date: ["=", "!=", ">", ">=", "<", "<=", "set", "not set"],
  selection: ["=", "!=", "set", "not set"], boolean: ["set", "not set"],
};
const KINDS = { many2one: "relation", many2many: "relation", one2many: "relation", integer: "number", float: "number", monetary: "number",
  date: "date", datetime: "date", selection: "selection", boolean: "boolean" };

function fit(field) {
  const kind = KINDS[field.selectedOptions[0]?.dataset.type] ?? "text";
  const operator = field.form.elements.__operator;
  for (const option of operator.options) option.hidden = !FITTING[kind].includes(option.value);
  if (operator.selectedOptions[0]?.hidden) operator.value = FITTING[kind][0];
  value(operator);
}

function value(operator) {
  operator.form.elements.__value.hidden = ["set", "not set"].includes(operator.value);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[name=__condition]")) fit(event.target);
  if (event.target.matches("[name=__operator]")) value(event.target);
});
