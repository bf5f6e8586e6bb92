// The frame: tabs of notebooks, menus that close, the theme.
const chosen = new Map();

function tabs(root) {
  for (const notebook of root.querySelectorAll("[data-tabs]")) {
    const all = [...notebook.querySelectorAll(":scope > [role=tablist] > [role=tab]")];
    if (!all.length) continue;
    const key = `${location.pathname} ${all[0].id}`;
    const current = all.find((tab) => tab.id === chosen.get(key)) ?? all[0];
    select(notebook, all, current);
  }
}

function select(notebook, all, current) {
  for (const tab of all) {
    const active = tab === current;
    tab.setAttribute("aria-selected", String(active));
    tab.tabIndex = active ? 0 : -1;
    const panel = document.getElementById(tab.getAttribute("aria-controls"));
    if (panel) panel.hidden = !active;
  }
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) {
    const notebook = tab.closest("[data-tabs]");
    const all = [...tab.parentElement.children];
    chosen.set(`${location.pathname} ${all[0].id}`, tab.id);
    select(notebook, all, tab);
  }
  for (const menu of document.querySelectorAll("details.o-menu[open]")) {
    if (!menu.contains(event.target) || event.target.closest(".o-drop a, .o-drop button")) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[role=tab]");
  if (tab && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const all = [...tab.parentElement.children];
    const next = all[(all.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + all.length) % all.length];
    next.focus();
    next.click();
  }
  if (event.key === "Escape") {
    const menu = event.target.closest?.("details.o-menu[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  }
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-theme-choice]")) return;
  const theme = event.target.value;
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax`;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
});

// A field's error on a hidden page of a notebook brings that page to the front.
function showErrors() {
  const error = document.querySelector("[data-form] [aria-invalid=true], [data-form] .o-field-error");
  const panel = error?.closest("[role=tabpanel][hidden]");
  if (panel) document.getElementById(`${panel.id}-tab`)?.click();
}

document.addEventListener("htmx:afterSettle", () => { tabs(document); showErrors(); });
tabs(document);
showErrors();
