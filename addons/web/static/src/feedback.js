// What people notice while they wait and when something is done: a progress bar on slow answers, messages that leave
// by themselves, and, for screen readers, where they have come to.
const SHOW_AFTER_MS = 200;
const TOAST_MS = 8000;
const texts = document.getElementById("texts")?.dataset ?? {};
let running = 0;
let timer = 0;

function begin() {
  running += 1;
  if (running > 1) return;
  timer = setTimeout(() => {
    document.documentElement.classList.add("o-waiting");
    document.getElementById("main")?.setAttribute("aria-busy", "true");
    announce(texts.loading);
  }, SHOW_AFTER_MS);
}

function end() {
  running = Math.max(0, running - 1);
  if (running) return;
  clearTimeout(timer);
  document.documentElement.classList.remove("o-waiting");
  document.getElementById("main")?.removeAttribute("aria-busy");
}
document.addEventListener("htmx:beforeSend", begin);
document.addEventListener("htmx:afterRequest", end);
// Leaving for a page that is fetched as a whole.
window.addEventListener("beforeunload", () => { timer = setTimeout(() => document.documentElement.classList.add("o-waiting"), SHOW_AFTER_MS); });
window.addEventListener("pageshow", () => { running = 0; end(); });

export function announce(text) {
  const place = document.getElementById("announce");
  if (place) place.textContent = text ?? "";
}

// Another page under the same frame: its title is read out, and the keyboard starts at its content.
let shown = location.pathname;
document.addEventListener("htmx:afterSettle", () => {
  toasts();
  if (location.pathname === shown) return;
  shown = location.pathname;
  announce(document.title);
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body || !activeElement.isConnected) document.getElementById("main")?.focus({ preventScroll: true });
});

// Good news leaves by itself, unless somebody is reading it; what went wrong stays until it is closed.
function toasts() {
  const box = document.getElementById("messages");
  const alerts = [...(box?.querySelectorAll(".o-alert") ?? [])];
  if (!alerts.length || alerts.some((alert) => !alert.matches(".o-alert-success, .o-alert-info"))) return;
  for (const alert of alerts) {
    if (alert.classList.contains("o-toast")) continue;
    alert.classList.add("o-toast");
    const leave = () => {
      if (alert.matches(":hover, :focus-within")) setTimeout(leave, TOAST_MS);
      else alert.remove();
    };
    setTimeout(leave, TOAST_MS);
  }
}
toasts();
