// Every request carries the CSRF token as a header; and messages in plain words.
const texts = document.getElementById("texts")?.dataset ?? {};

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.getElementById("csrf")?.value;
  if (token && event.detail.verb !== "get") event.detail.headers["X-CSRF-Token"] = token;
  delete event.detail.parameters.csrf_token;
});

// What waited for another request of its form goes to where the form now leads: that request may have saved a new record.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb === "post" && detail.elt.matches("form[data-form][action]")) detail.path = detail.elt.getAttribute("action");
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

document.addEventListener("click", (event) => {
  const close = event.target.closest("[data-close]");
  if (close) close.closest(".o-alert")?.remove();
});
