// A guide through a job: a bubble beside what comes next. It watches the page, it never acts for the user.

const tour = JSON.parse(document.querySelector("script[data-tour]").dataset.tour);
const { texts } = tour;
const KEY = `tour-${tour.id}`;
const GAP = 10;
const bubble = document.createElement("aside");
const ring = Object.assign(document.createElement("div"), { className: "o-tour-ring", hidden: true });
let drawn = "";
let waiting = 0;
let over = false;

bubble.className = "o-tour";
bubble.setAttribute("aria-label", tour.name);
bubble.setAttribute("role", "region");

const state = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
const remember = (changes) => sessionStorage.setItem(KEY, JSON.stringify({ ...state(), ...changes }));

const visible = (element) => element.getClientRects().length > 0;
const target = (step) => [...document.querySelectorAll(step.trigger)].find(visible);

function isHere(pattern) {
  return new RegExp(pattern).test(location.pathname);
}

function isDone(step) {
  if (!step.done) return false; // a click on the target takes it
  return step.done.startsWith("/") ? isHere(step.done) : document.querySelector(step.done) !== null;
}

// From where the user stands, every step already taken is left behind.
function position() {
  let at = state().at ?? 0;
  while (at < tour.steps.length && isDone(tour.steps[at])) at += 1;
  remember({ at });
  return at;
}

function button(label, action, css = "btn btn-small") {
  const made = Object.assign(document.createElement("button"), { type: "button", className: css, textContent: label });
  made.addEventListener("click", action);
  return made;
}

function show(key, heading, text, buttons) {
  if (drawn === key) return;
  drawn = key;
  const small = Object.assign(document.createElement("small"), { textContent: heading });
  const paragraph = Object.assign(document.createElement("p"), { textContent: text });
  const row = Object.assign(document.createElement("div"), { className: "o-tour-buttons" });
  row.append(...buttons);
  bubble.replaceChildren(small, paragraph, row);
  const announce = document.getElementById("announce");
  if (announce) announce.textContent = text;
}

// A modal dialog covers everything outside it: while one is open, the guide stands inside.
function home() {
  const dialog = document.querySelector("dialog[open]");
  const parent = dialog ?? document.body;
  if (bubble.parentElement !== parent) parent.append(ring, bubble);
}

function place(element) {
  const box = element?.getBoundingClientRect();
  ring.hidden = !box;
  bubble.classList.toggle("o-docked", !box);
  bubble.style.left = bubble.style.top = "";
  if (!box) return;
  Object.assign(ring.style, { left: `${box.left - 4}px`, top: `${box.top - 4}px`, width: `${box.width + 8}px`, height: `${box.height + 8}px` });
  const own = bubble.getBoundingClientRect();
  const below = box.bottom + GAP + own.height < innerHeight;
  const top = below ? box.bottom + GAP : Math.max(GAP, box.top - GAP - own.height);
  bubble.style.top = `${Math.min(top, innerHeight - own.height - GAP)}px`;
  bubble.style.left = `${Math.max(GAP, Math.min(box.left, innerWidth - own.width - GAP))}px`;
  bubble.classList.toggle("o-high", box.top > innerHeight / 2);
}

function drawStep(at) {
  const step = tour.steps[at];
  const element = target(step);
  const heading = texts.step.replace("%(now)s", at + 1).replace("%(all)s", tour.steps.length);
  const end = button(texts.end, finish, "btn btn-small btn-link");
  if (element) {
    remember({ here: location.pathname + location.search });
    show(`step ${at}`, heading, step.content, [button(texts.focus, () => point(step)), end]);
  } else if (step.page && !isHere(step.page) && state().here && state().here !== location.pathname + location.search) {
    show(`away ${at}`, heading, step.content, [button(texts.back, () => location.assign(state().here)), end]);
  } else {
    show(`missing ${at}`, heading, step.content, [button(texts.skip, () => { remember({ at: at + 1 }); draw(); }), end]);
  }
  place(element);
}

function point(step) {
  const element = target(step);
  element?.scrollIntoView({ block: "center" });
  element?.focus();
  draw();
}

function draw() {
  waiting = 0;
  if (over) return;
  home();
  // The offer stands on the first page only; whoever is at work is left alone.
  bubble.hidden = !state().begun && !isHere("^/app/?$") && !isHere(`^${tour.url}$`);
  if (bubble.hidden) return;
  if (!state().begun) {
    show("begin", tour.name, tour.introduction, [button(texts.begin, begin, "btn btn-small btn-primary"), button(texts.later, finish)]);
    place(null);
    return;
  }
  const at = position();
  if (at < tour.steps.length) { drawStep(at); return; }
  show("end", tour.name, tour.finished, [button(texts.close, finish, "btn btn-small btn-primary")]);
  place(null);
}

const soon = () => { waiting ||= requestAnimationFrame(draw); };

function begin() {
  remember({ begun: true, at: 0 });
  if (isHere(`^${tour.url}$`)) draw();
  else location.assign(tour.url);
}

async function finish() {
  over = true;
  sessionStorage.removeItem(KEY);
  watcher.disconnect();
  bubble.remove();
  ring.remove();
  await fetch(`/web/tour/${tour.id}/finish`, { method: "POST", headers: { "X-CSRF-Token": document.getElementById("csrf")?.value ?? "", "HX-Request": "true" } });
}

document.addEventListener("click", (event) => {
  const at = state().at ?? 0;
  const step = state().begun ? tour.steps[at] : null;
  if (step && !step.done && event.target.closest(step.trigger)) remember({ at: at + 1 });
  soon();
}, true);
bubble.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { event.stopPropagation(); finish(); }
});
for (const name of ["htmx:afterSettle", "input", "change"]) document.addEventListener(name, soon);
for (const name of ["scroll", "resize"]) window.addEventListener(name, soon, { passive: true, capture: true });
const watcher = new MutationObserver((changes) => {
  if (changes.some((change) => !bubble.contains(change.target))) soon();
});
for (const id of ["main", "dialogs"]) {
  const element = document.getElementById(id);
  if (element) watcher.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["open", "value"] });
}
if (new URLSearchParams(location.search).has("tour")) {
  sessionStorage.removeItem(KEY);
  remember({ begun: true, at: 0 });
}
draw();
