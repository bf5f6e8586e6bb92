// Keys: Ctrl+S saves, Alt+C makes a new record, Alt+Q goes to the search box; / does too when no field has the focus.
function press(key) {
  const scope = document.querySelector("dialog[open]") ?? document;
  const target = scope.querySelector(`[data-hotkey="${CSS.escape(key)}"]`) ?? (key === "s" ? scope.querySelector("[value=save]") : null);
  if (!target) return false;
  document.activeElement?.dispatchEvent(new Event("change", { bubbles: true }));
  target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    press("s");
  } else if (event.altKey && !event.ctrlKey && event.key.length === 1 && press(event.key.toLowerCase())) {
    event.preventDefault();
  } else if ((event.key === "/" && !typing) || (event.altKey && event.key === "q")) {
    const search = document.querySelector("[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
});
