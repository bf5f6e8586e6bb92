// The whole list of a relation in a dialog: search, arrows, pages, Enter takes.
const WAIT_MS = 200;
let timer = 0;

export async function openList(combo, text, ask, take, page = 0) {
  const answer = await ask(combo, "lookup", text, { __page: String(page) });
  if (answer.status === 401) { document.body.dispatchEvent(new Event("session-expired", { bubbles: true })); return; }
  if (!answer.ok) return;
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("lookup");
  const shown = document.getElementById("lookup");
  if (!drawn || (page < 0)) return;
  if (!shown) { show(drawn, combo, ask, take); return; }
  // The field being typed in stays; only what was found is new.
  for (const part of [".o-pager", ".o-table-wrap"]) shown.querySelector(part).replaceWith(drawn.querySelector(part));
  shown.dataset.page = drawn.dataset.page;
}

const rows = (dialog) => [...dialog.querySelectorAll("tbody tr")];
const current = (dialog) => rows(dialog).findIndex((row) => row.getAttribute("aria-selected") === "true");

function mark(dialog, index) {
  const all = rows(dialog);
  const at = Math.max(0, Math.min(index, all.length - 1));
  all.forEach((row, position) => row.setAttribute("aria-selected", String(position === at)));
  all[at]?.scrollIntoView({ block: "nearest" });
}

function show(dialog, combo, ask, take) {
  const text = dialog.querySelector("#lookup-text");
  const again = (page) => openList(combo, text.value, ask, take, page);
  const close = () => { clearTimeout(timer); dialog.close(); dialog.remove(); };
  const pick = (row) => {
    if (!row) return;
    close();
    take(row.dataset.id, row.dataset.name);
  };
  dialog.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => again(0), WAIT_MS); });
  dialog.addEventListener("click", (event) => {
    const turn = event.target.closest("[data-lookup-page]");
    if (event.target === dialog || event.target.closest("[data-lookup-close]")) close();
    else if (turn) again(Number(turn.dataset.lookupPage));
    else pick(event.target.closest("tbody tr"));
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); close(); return; }
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const turns = { PageDown: 1, PageUp: -1 };
    if (event.key in steps) mark(dialog, current(dialog) + steps[event.key]);
    else if (event.key in turns) dialog.querySelector(`[data-lookup-page="${Number(dialog.dataset.page) + turns[event.key]}"]:not([disabled])`)?.click();
    else if (event.key === "Enter" && !event.target.matches("button")) pick(rows(dialog)[current(dialog)]);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  text.focus();
  text.select();
}
