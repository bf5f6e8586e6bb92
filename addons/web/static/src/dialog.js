// Dialogs arrive as <dialog> in #dialogs and are opened here; Escape presses their close button.
function show() {
  const dialog = document.querySelector("#dialogs dialog[data-dialog]");
  if (dialog && !dialog.open) dialog.showModal();
}
document.addEventListener("htmx:afterSettle", show);

document.addEventListener("cancel", (event) => {
  if (!event.target.matches?.("[data-dialog]")) return;
  event.preventDefault();
  event.target.querySelector("[value='special:cancel'], [data-close-dialog]")?.click();
}, true);

// "No" and "Close" of a dialog that changes nothing: the page underneath stays as it is.
document.addEventListener("click", (event) => {
  const dialog = event.target.closest("[data-close-dialog]")?.closest("dialog");
  if (!dialog) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dialog.close(); // gives the focus back to where it was
  dialog.remove();
}, true);

// A new page underneath means the dialog has done its work. (Not an out-of-band swap: htmx looks up swap styles
// at the element that sent the request, and that is inside the dialog.)
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "main") return;
  // The form underneath may still answer what was typed before the dialog opened: that is no reason to close it.
  const source = event.detail.requestConfig;
  if (source?.verb === "post" && document.getElementById("main").contains(source.elt)) return;
  document.getElementById("dialogs").replaceChildren();
});
