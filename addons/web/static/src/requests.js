// Every request: the CSRF token as a header, and plain words when the server does not answer.
const texts = document.getElementById("texts")?.dataset ?? {};

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.getElementById("csrf")?.value;
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-Token"] = token;
  delete event.detail.parameters.csrf_token;
});

export function csrfToken() {
  return document.getElementById("csrf")?.value ?? "";
}

export function say(text, kind = "info", title = "") {
  const box = document.getElementById("messages");
  const alert = document.createElement("div");
  alert.className = `o-alert o-alert-${kind}`;
  alert.setAttribute("role", kind === "danger" || kind === "warning" ? "alert" : "status");
  if (title) alert.append(Object.assign(document.createElement("strong"), { textContent: title }));
  alert.append(Object.assign(document.createElement("p"), { textContent: text }));
  const close = Object.assign(document.createElement("button"), { type: "button", className: "o-close", textContent: "×" });
  close.dataset.close = "";
  alert.append(close);
  box?.replaceChildren(alert);
}

document.addEventListener("htmx:sendError", () => say(texts.offline, "danger"));
document.addEventListener("htmx:timeout", () => say(texts.offline, "danger"));

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  if (close) close.closest(".o-alert")?.remove();
});

// The session ended while a form was open: sign in in a dialog, the page stays as it is.
document.addEventListener("session-expired", () => {
  if (document.getElementById("sign-in-again")) return;
  const dialog = document.createElement("dialog");
  dialog.id = "sign-in-again";
  dialog.className = "o-dialog o-dialog-small";
  dialog.innerHTML = `<form class="o-form"><p></p><label class="o-label"></label><input class="o-input" name="login" autocomplete="username">
    <label class="o-label"></label><input class="o-input" name="password" type="password" autocomplete="current-password" autofocus>
    <p class="o-field-error" role="alert"></p><div class="o-form-foot"><button class="btn btn-primary"></button></div></form>`;
  const form = dialog.firstElementChild;
  const [login, password] = form.querySelectorAll("label");
  form.querySelector("p").textContent = texts.expired;
  login.textContent = texts.login;
  password.textContent = texts.password;
  form.querySelector("button").textContent = texts.signIn;
  form.elements.login.value = texts.user;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fresh = await fetch("/web/login", { credentials: "same-origin" }).then((answer) => answer.text());
    const token = new DOMParser().parseFromString(fresh, "text/html").querySelector("[name=csrf_token]")?.value ?? "";
    const answer = await fetch("/web/login", {
      method: "POST", headers: { "X-CSRF-Token": token, "HX-Request": "true" }, body: new URLSearchParams(new FormData(form)),
    });
    if (answer.status !== 204) {
      form.querySelector("[role=alert]").textContent = texts.wrong;
      return;
    }
    dialog.remove();
    // The new session has new tokens: fetch the menu bar, which carries one.
    const page = await fetch(location.href, { headers: { "HX-Request": "true" } }).then((response) => response.text());
    const next = new DOMParser().parseFromString(page, "text/html").getElementById("csrf")?.value;
    if (next) document.getElementById("csrf").value = next;
  });
  document.body.append(dialog);
  dialog.showModal();
});
