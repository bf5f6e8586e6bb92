// Colours: the sample beside the text is the browser's picker; what is picked is written into the text, and back.
document.addEventListener("input", (event) => {
  const box = event.target.closest?.(".o-colour");
  if (!box) return;
  const [sample, text] = [box.querySelector("[data-colour]"), box.querySelector("input[name]")];
  if (event.target === text) {
    if (/^#[0-9a-f]{6}$/i.test(text.value)) sample.value = text.value;
  } else if (event.target === sample && text) {
    text.value = sample.value;
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
});
