// Previous and next record of the list one came from. The list notes its order; a record's page looks it up.
const MOST_IDS = 500;
const key = (path) => `sen-list ${path}`;

function note() {
  const rows = [...document.querySelectorAll("#main [data-id]")].filter((row) => row.closest(".o-list, .o-kanban, [data-records]"));
  if (!rows.length || document.querySelector("#main #form")) return;
  const ids = [...new Set(rows.map((row) => row.dataset.id))].slice(0, MOST_IDS);
  sessionStorage.setItem(key(location.pathname), JSON.stringify({ url: location.pathname + location.search, ids }));
}

function come() {
  const [, path, id] = location.pathname.match(/^(.+)\/(\d+)$/) ?? [];
  const noted = path && sessionStorage.getItem(key(path));
  return noted ? { path, id, ...JSON.parse(noted) } : null;
}

function link(place, rel, address) {
  const old = place.querySelector(`[rel=${rel}]`);
  old.hidden = !address;
  if (address) old.href = address;
}

// The way back leads to the list as it was: searched, sorted, on the same page.
function show() {
  const from = come();
  const place = document.querySelector("#main [data-pager]");
  if (from) {
    for (const crumb of document.querySelectorAll(".o-crumbs a")) if (crumb.getAttribute("href") === from.path) crumb.href = from.url;
  }
  if (!place) return;
  const position = from ? from.ids.indexOf(from.id) : -1;
  place.hidden = position < 0 || from.ids.length < 2;
  if (place.hidden) return;
  place.querySelector("span").textContent = `${position + 1} / ${from.ids.length}`;
  const address = (at) => (from.ids[at] ? `${from.path}/${from.ids[at]}` : "");
  link(place, "prev", address(position - 1));
  link(place, "next", address(position + 1));
}

document.addEventListener("htmx:afterSettle", () => { note(); show(); });
window.addEventListener("popstate", () => setTimeout(show));
note();
show();
