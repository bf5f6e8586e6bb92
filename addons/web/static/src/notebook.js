// Notebooks: their tabs, the tab remembered per page, and bringing a field on another tab to the front.
const place = () => `tab ${location.pathname.replace(/\/(\d+|new)$/, "")}`;
const remembered = () => JSON.parse(sessionStorage.getItem(place()) ?? "{}");

export function tabs(root = document) {
  const chosen = remembered();
  for (const notebook of root.querySelectorAll("[data-tabs]")) {
    const all = [...notebook.querySelectorAll(":scope > [role=tablist] > [role=tab]")];
    if (!all.length) continue;
    select(all, all.find((tab) => tab.id === chosen[all[0].id]) ?? all[0]);
  }
}

function select(all, current) {
  for (const tab of all) {
    const active = tab === current;
    tab.setAttribute("aria-selected", String(active));
    tab.tabIndex = active ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute("aria-controls"));
    if (panel) panel.hidden = !active;
  }
}

function choose(tab) {
  const all = [...tab.parentElement.children];
  sessionStorage.setItem(place(), JSON.stringify({ ...remembered(), [all[0].id]: tab.id }));
  select(all, tab);
}

// Open whatever hides an element.
export function reveal(element) {
  for (let panel = element.closest("[role=tabpanel]"); panel; panel = panel.parentElement.closest("[role=tabpanel]")) {
    const tab = document.getElementById(`${panel.id}-tab`);
    if (panel.hidden && tab) choose(tab);
  }
  const details = element.closest("details:not([open])");
  if (details) details.open = true;
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab?.closest("[data-tabs]")) choose(tab);
});

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[data-tabs] [role=tab]");
  if (!tab || !["ArrowRight", "ArrowLeft", "Home", "End"].includes(event.key)) return;
  const all = [...tab.parentElement.children];
  const at = all.indexOf(tab);
  const next = { ArrowRight: (at + 1) % all.length, ArrowLeft: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
  event.preventDefault();
  all[next].focus();
  choose(all[next]);
});

// "Please fill in Customer": the field's name in a message is a link to it, wherever it stands.
export function focusField(id) {
  const target = document.getElementById(id);
  if (!target) return false;
  reveal(target);
  const rich = target.closest("[data-rich]")?.querySelector("[contenteditable]");
  const field = rich ?? (target.matches("input, select, textarea, button, [contenteditable]") ? target
    : target.querySelector("input:not([type=hidden]), select, textarea, button") ?? target);
  field.focus();
  field.scrollIntoView({ block: "center" });
  return true;
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-field-link]");
  if (link && focusField(decodeURIComponent(link.hash.slice(1)))) event.preventDefault();
});

document.addEventListener("htmx:afterSettle", () => tabs());
tabs();
