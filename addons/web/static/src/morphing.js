// The swap style "morphing": the answer is laid over the page, so focus, scroll and open menus stay.
/* global htmx, Idiomorph */

const callbacks = {
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
