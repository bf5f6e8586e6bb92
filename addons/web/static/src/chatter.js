// The history below a form: fetched when it comes into sight, and again when the record was saved or something planned.
/* global htmx */
const FAR_PX = 400;
const loaded = new WeakMap();

const version = (place) => place.closest("[data-form]")?.dataset.version ?? "";

function load(place) {
  loaded.set(place, version(place));
  htmx.ajax("GET", place.dataset.chatter, { target: place, swap: "innerHTML", push: "false" });
}

const sight = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    sight.unobserve(entry.target);
    load(entry.target);
  }
}, { rootMargin: `${FAR_PX}px` });

function settle() {
  for (const place of document.querySelectorAll("[data-chatter]")) {
    if (!loaded.has(place)) sight.observe(place);
    else if (loaded.get(place) !== version(place)) load(place);
  }
}
document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "main") settle(); });
settle();

document.addEventListener("record-picked", (event) => {
  const place = document.querySelector("[data-chatter]");
  if (place && event.detail.key === "chatter") load(place);
});

// Files: chosen, or dropped anywhere on the history.
function send(field) {
  const place = field.closest("[data-chatter]");
  htmx.ajax("POST", place.dataset.chatter, { source: field.form, target: place, swap: "innerHTML", values: { __chatter: "attach" } });
}
document.addEventListener("change", (event) => { if (event.target.matches("[data-upload]") && event.target.files.length) send(event.target); });

function dropped(event) {
  const place = event.target.closest?.("[data-chatter]");
  return place && [...event.dataTransfer.types].includes("Files") ? place : null;
}
document.addEventListener("dragover", (event) => {
  const place = dropped(event);
  if (!place) return;
  event.preventDefault();
  place.classList.add("o-dropping");
});
document.addEventListener("dragleave", (event) => { if (event.target.matches?.("[data-chatter]")) event.target.classList.remove("o-dropping"); });
document.addEventListener("drop", (event) => {
  const place = dropped(event);
  if (!place) return;
  event.preventDefault();
  place.classList.remove("o-dropping");
  const field = place.querySelector("[data-upload]");
  field.files = event.dataTransfer.files;
  send(field);
});
