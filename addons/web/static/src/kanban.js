// Cards: dragged between columns, or moved by their menu and by Ctrl+Shift+arrows.
/* global htmx, Sortable */
const board = () => document.querySelector("[data-board]");

function move(card, column) {
  const form = board();
  form.elements.__order.value = [...column.querySelectorAll("[data-id]")].map((each) => each.dataset.id).join(",");
  return htmx.ajax("POST", form.getAttribute("action"), {
    source: form, target: "#main", swap: "morphing", values: { __action: `move:${card.dataset.id}:${column.dataset.column}` },
  });
}

const columns = () => [...document.querySelectorAll("[data-board] [data-column]")];

// The library that drags is fetched with the first board that needs it.
let loading = null;
function library(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  return loading;
}

async function enhance() {
  const form = board();
  if (!form || !("movable" in form.dataset)) return;
  await library(form.dataset.sortable);
  for (const place of form.querySelectorAll("[data-cards]:not([data-ready])")) {
    place.dataset.ready = "1";
    Sortable.create(place, {
      group: "cards", sort: "sorted" in form.dataset, draggable: ".o-k", filter: "button, input, summary, .o-drop", preventOnFilter: false,
      animation: 120, delay: 180, delayOnTouchOnly: true, ghostClass: "o-dragging",
      onEnd(event) {
        if (event.from === event.to && event.oldIndex === event.newIndex) return;
        move(event.item, event.to.closest("[data-column]"));
      },
    });
  }
}

// The menu of a card ends with the columns it can go to.
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!menu.matches?.(".o-k-menu") || !menu.open) return;
  offer(menu.closest(".o-k"), menu.querySelector(".o-drop"));
}, true);

function offer(card, drop) {
  const own = card.closest("[data-column]");
  if (!own || drop.querySelector("[data-move]")) return;
  for (const column of columns()) {
    if (column === own) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-link" });
    button.dataset.move = column.dataset.column;
    button.textContent = board().dataset.moveText.replace("%s", column.dataset.label);
    button.addEventListener("click", () => move(card, column));
    drop.append(button);
  }
}

document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-movable] .o-k");
  if (!card || !event.ctrlKey || !event.shiftKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const all = columns();
  const target = all[all.indexOf(card.closest("[data-column]")) + (event.key === "ArrowRight" ? 1 : -1)];
  if (!target) return;
  event.preventDefault();
  const { id } = card.dataset;
  move(card, target).then(() => document.querySelector(`.o-k[data-id="${CSS.escape(id)}"] .o-k-open`)?.focus());
});

// Arrows walk through the cards of a column and across columns.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-board] .o-k");
  if (!card || event.ctrlKey || event.altKey || event.shiftKey || !event.key.startsWith("Arrow") || event.target.matches("input, textarea")) return;
  const next = neighbour(card, event.key);
  if (!next) return;
  event.preventDefault();
  next.querySelector(".o-k-open, a, button")?.focus();
});

function neighbour(card, key) {
  const column = card.closest("[data-column]");
  const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
  const cards = [...(column ?? board()).querySelectorAll(".o-k")];
  if (!column || key === "ArrowDown" || key === "ArrowUp") return cards[cards.indexOf(card) + step];
  const all = columns().filter((each) => each.querySelector(".o-k"));
  const other = all[all.indexOf(column) + step];
  return other?.querySelectorAll(".o-k")[Math.min(cards.indexOf(card), other.querySelectorAll(".o-k").length - 1)];
}

// Enter in the name of a new card adds it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("[data-quick]")) return;
  event.preventDefault();
  event.target.parentElement.querySelector("[name=__action]").click();
});

document.addEventListener("htmx:afterSettle", enhance);
enhance();
