// The swap style "morphing": the answer is laid over the page, so focus, scroll and open menus stay.
/* global htmx, Idiomorph */

// Edits are numbered. What was edited after the request left is newer than its answer, and stays.
let edits = 0;
let sent = 0;
const editedAt = new WeakMap();

export function noteEdit(element) {
  edits += 1;
  editedAt.set(element, edits);
  const combo = element.closest("[data-combo]");
  if (combo) editedAt.set(combo, edits);
}
document.addEventListener("input", (event) => noteEdit(event.target), true);
document.addEventListener("htmx:beforeSend", (event) => {
  if (event.detail.requestConfig.verb === "post") sent = edits;
  else sent = Infinity; // another page: nothing of this one stays
});

// A field somebody is typing in is nobody else's business until it is left.
let committed = null;
document.addEventListener("input", () => { committed = null; }, true);
document.addEventListener("change", (event) => { committed = event.target; }, true);
const beingTyped = (node) => node === document.activeElement && node !== committed && editedAt.has(node) && sent !== Infinity
  && node.matches("input:not([type=checkbox], [type=radio]), textarea, [contenteditable]");

const callbacks = {
  beforeNodeMorphed(node) {
    // Filled in by a script of the page: the server knows nothing about its content.
    if (node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-client")) return false;
    return !((editedAt.get(node) ?? 0) > sent || beingTyped(node));
  },
  beforeAttributeUpdated(name, node) {
    // What the user opened or is choosing right now is not the server's business.
    if (name === "open" && node.tagName === "DETAILS") return false;
    if (node.tagName === "DIALOG" && name === "open") return false;
    return true;
  },
};

function morph(target, content, outer) {
  Idiomorph.morph(target, content, { morphStyle: outer ? "outerHTML" : "innerHTML", ignoreActiveValue: false, restoreFocus: true, callbacks });
}

htmx.defineExtension("morphing", {
  isInlineSwap: (style) => style === "morphing",
  handleSwap(style, target, fragment) {
    if (style !== "morphing") return false;
    if (target.id === "top" && fragment.firstElementChild?.id === "top") morph(target, fragment.firstElementChild, true);
    else morph(target, fragment.childNodes.length ? fragment : "", false);
    return [target];
  },
});
