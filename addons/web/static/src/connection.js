// When the server cannot be reached, or the session has ended: the page stays, and goes on where it was interrupted.
import { perform } from "./form.js";
import { csrfToken, say } from "./requests.js";

const texts = document.getElementById("texts")?.dataset ?? {};
const ASK_AGAIN_MS = 3000;
// Actions that may be sent again although the answer to the first try was lost.
const REPEATABLE = /^(save|onchange|add|edit|done|cancel|duplicate|move|paste|remove|restore)\b/;

let pending = null;

function note(event) {
  const { elt, parameters, verb } = event.detail.requestConfig;
  const form = verb === "post" && elt.closest?.("[data-form]");
  if (!form) return;
  const action = parameters.__action ?? "save";
  if (pending && action.startsWith("onchange")) return; // a field that was left is no reason to forget the save
  const extra = Object.fromEntries(["__paste", "__q", "__focus"].filter((name) => name in parameters).map((name) => [name, parameters[name]]));
  pending = { form, action, extra };
}

function resume() {
  const todo = pending;
  pending = null;
  if (todo?.form.isConnected) perform(todo.form, todo.action, todo.extra);
}

// -- no connection

let asking = 0;

function lost(event) {
  note(event);
  say(texts.offline, "danger");
  document.documentElement.dataset.offline = "";
  asking ||= setInterval(ask, ASK_AGAIN_MS);
}

async function ask() {
  const answer = await fetch("/web/health", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok || !asking) return;
  clearInterval(asking);
  asking = 0;
  delete document.documentElement.dataset.offline;
  const goesOn = pending && REPEATABLE.test(pending.action);
  say(goesOn ? texts.online : texts.onlineAgain, "success");
  if (goesOn) resume();
  else pending = null;
}
document.addEventListener("htmx:sendError", lost);
document.addEventListener("htmx:timeout", lost);
window.addEventListener("online", () => { if (asking) ask(); });

// -- the session has ended

document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 401) note(event);
});

async function renewToken() {
  // The new session has new tokens: the menu bar carries one.
  const page = await fetch(location.href, { headers: { "HX-Request": "true" } }).then((response) => response.text());
  const next = new DOMParser().parseFromString(page, "text/html").getElementById("csrf")?.value;
  if (next) document.getElementById("csrf").value = next;
}

async function signIn(form) {
  const fresh = await fetch("/web/login", { credentials: "same-origin" }).then((answer) => answer.text());
  const token = new DOMParser().parseFromString(fresh, "text/html").querySelector("[name=csrf_token]")?.value ?? csrfToken();
  const answer = await fetch("/web/login", {
    method: "POST", headers: { "X-CSRF-Token": token, "HX-Request": "true" }, body: new URLSearchParams(new FormData(form)),
  });
  return answer.status === 204;
}

function signInDialog() {
  const dialog = document.createElement("dialog");
  dialog.id = "sign-in-again";
  dialog.className = "o-dialog o-dialog-small";
  dialog.innerHTML = `<form class="o-form"><p id="sign-in-why"></p><label class="o-label" for="sign-in-login"></label>
    <input class="o-input" id="sign-in-login" name="login" autocomplete="username"><label class="o-label" for="sign-in-password"></label>
    <input class="o-input" id="sign-in-password" name="password" type="password" autocomplete="current-password" autofocus>
    <p class="o-field-error" role="alert"></p><div class="o-form-foot"><button class="btn btn-primary"></button></div></form>`;
  dialog.setAttribute("aria-labelledby", "sign-in-why");
  const form = dialog.firstElementChild;
  const [login, password] = form.querySelectorAll("label");
  form.querySelector("p").textContent = texts.expired;
  login.textContent = texts.login;
  password.textContent = texts.password;
  form.querySelector("button").textContent = texts.signIn;
  form.elements.login.value = texts.user;
  return dialog;
}

document.addEventListener("session-expired", () => {
  if (document.getElementById("sign-in-again")) return;
  const dialog = signInDialog();
  const form = dialog.firstElementChild;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!await signIn(form).catch(() => false)) {
      form.querySelector("[role=alert]").textContent = texts.wrong;
      return;
    }
    if (form.elements.login.value !== texts.user) { location.reload(); return; } // what was typed belongs to somebody else
    await renewToken(); // before the page can be used again: whatever is pressed then needs the token
    dialog.remove();
    resume();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
});
