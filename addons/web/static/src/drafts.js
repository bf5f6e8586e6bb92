// Unsaved changes are kept in the browser until they are saved or discarded: a page that was lost comes back with them.
import { perform } from "./form.js";

const texts = document.getElementById("texts")?.dataset ?? {};
const PREFIX = "sen-draft ";
const PAUSE_MS = 400;
const KEPT_MS = 7 * 24 * 3600 * 1000;
const MOST_CHARACTERS = 1_500_000; // of the 5 million a browser keeps per site
const REPLY_MS = 120;

const theForm = () => document.querySelector("#main [data-form]");
const keyOf = (form) => `${PREFIX}${texts.user} ${form.getAttribute("action")}`;

let editing = ""; // the key of the draft this tab writes
let timer = 0;

function keep() {
  const form = theForm();
  if (!form || form.dataset.dirty !== "1") return;
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrf_token");
  const draft = JSON.stringify({ at: Date.now(), fields });
  if (draft.length > MOST_CHARACTERS) return;
  editing = keyOf(form);
  try { localStorage.setItem(editing, draft); } catch { /* no room: the page still guards its changes */ }
}

function drop(key) {
  clearTimeout(timer);
  localStorage.removeItem(key);
  if (key === editing) editing = "";
}

function read(key) {
  const draft = JSON.parse(localStorage.getItem(key) ?? "null");
  if (!draft || Date.now() - draft.at < KEPT_MS) return draft;
  drop(key);
  return null;
}

document.addEventListener("input", (event) => {
  if (!event.target.closest("#main [data-form]") || event.target.closest("[data-client]")) return;
  isLeaving = false;
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE_MS);
});

// Who was asked and leaves all the same gives the changes up; whoever is cut off does not.
let isLeaving = false;
window.addEventListener("beforeunload", (event) => { isLeaving = event.defaultPrevented; });
window.addEventListener("pagehide", () => {
  if (isLeaving && editing && !("offline" in document.documentElement.dataset)) drop(editing);
  else keep();
});

// Another tab that is editing the same record answers, and keeps its draft for itself.
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("sen-drafts") : null;
if (tabs) tabs.onmessage = ({ data }) => { if (data.ask && data.ask === editing) tabs.postMessage({ mine: data.ask }); };

function isEditedElsewhere(key) {
  if (!tabs) return Promise.resolve(false);
  return new Promise((resolve) => {
    const listen = ({ data }) => { if (data.mine === key) resolve(true); };
    tabs.addEventListener("message", listen);
    tabs.postMessage({ ask: key });
    setTimeout(() => { tabs.removeEventListener("message", listen); resolve(false); }, REPLY_MS);
  });
}

async function restore(form, key, draft) {
  if (await isEditedElsewhere(key) || form !== theForm() || form.dataset.dirty === "1") return;
  const hidden = draft.fields.map(([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  form.replaceChildren(...hidden);
  editing = key;
  const at = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "short", timeStyle: "short" });
  perform(form, "restore", { __at: at });
}

let seen = null;
function settle() {
  const form = theForm();
  const key = form ? keyOf(form) : "";
  if (form?.dataset.dirty === "1") { keep(); seen = key; return; }
  if (editing) drop(editing); // saved, discarded, or left on purpose
  if (!form || key === seen) return;
  seen = key;
  const draft = read(key);
  if (draft) restore(form, key, draft);
}
document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "main" || event.target.closest?.("#main")) settle(); });
settle();

// Whoever signs out leaves nothing behind.
document.addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/web/logout") return;
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
});
