// Formatted text: a toolbar over an editable text, kept in step with the textarea that is sent. The server sanitises it.
const texts = document.getElementById("texts")?.dataset ?? {};
const SAFE_LINK = /^(https?:|mailto:|tel:|\/)/i;

const boxOf = (element) => element?.closest?.("[data-rich]");
const editor = (box) => box.querySelector("[contenteditable]");
const source = (box) => box.querySelector("textarea");

function keep(box) {
  const text = editor(box);
  const isEmpty = !text.textContent.trim() && !text.querySelector("img, hr, table");
  const html = isEmpty ? "" : text.innerHTML;
  if (source(box).value === html) return;
  source(box).value = html;
  source(box).dispatchEvent(new Event("input", { bubbles: true }));
}

function mark(box) {
  for (const button of box.querySelectorAll("[data-rich-command]")) {
    const { richCommand } = button.dataset;
    if (richCommand !== "createLink" && richCommand !== "removeFormat") button.setAttribute("aria-pressed", String(document.queryCommandState(richCommand)));
  }
}

function run(box, command) {
  editor(box).focus();
  let value = null;
  if (command === "createLink") {
    value = window.prompt(texts.link, "https://");
    if (!value || !SAFE_LINK.test(value.trim())) return;
  }
  document.execCommand(command, false, value);
  keep(box);
  mark(box);
}

document.addEventListener("mousedown", (event) => { if (event.target.closest("[data-rich-command]")) event.preventDefault(); });
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-rich-command]");
  if (button) run(boxOf(button), button.dataset.richCommand);
  const label = event.target.closest("label[for]");
  const field = label && document.getElementById(label.htmlFor);
  if (field?.matches("[data-rich] > textarea")) editor(boxOf(field)).focus();
});
document.addEventListener("input", (event) => { if (event.target.matches?.("[contenteditable]")) keep(boxOf(event.target)); });
document.addEventListener("focusout", (event) => {
  if (event.target.matches?.("[data-rich] [contenteditable]")) source(boxOf(event.target)).dispatchEvent(new Event("change", { bubbles: true }));
});
document.addEventListener("selectionchange", () => {
  const box = boxOf(document.activeElement);
  if (box) mark(box);
});
// What comes from elsewhere comes without its fonts and colours.
document.addEventListener("paste", (event) => {
  if (!event.target.closest?.("[data-rich] [contenteditable]")) return;
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
});
