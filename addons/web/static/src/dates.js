// A calendar beside date inputs: the browser's own picker, written back in the user's format.
const texts = document.getElementById("texts")?.dataset ?? {};

function enhance(root) {
  for (const box of root.querySelectorAll(".o-date:not(.o-date-ready)")) {
    const field = box.querySelector("input[type=text]");
    if (!field) continue;
    box.classList.add("o-date-ready");
    const withTime = /\d:\d/.test(field.value) || box.closest(".o-field-datetime") !== null;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "o-icon o-date-button", textContent: "▾", title: texts.calendar ?? "" });
    button.tabIndex = -1;
    button.setAttribute("aria-label", texts.calendar ?? "");
    const native = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1, className: "o-date-native" });
    native.setAttribute("aria-hidden", "true");
    button.addEventListener("click", () => native.showPicker?.());
    native.addEventListener("change", (event) => {
      event.stopPropagation();
      if (!native.value) return;
      const [year, month, day] = native.value.split("-");
      const text = box.dataset.dateFormat.replace("%d", day).replace("%m", month).replace("%Y", year).replace("%y", year.slice(2));
      field.value = withTime ? `${text} ${field.value.split(" ")[1] ?? "00:00"}` : text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    box.append(button, native);
  }
}
document.addEventListener("htmx:afterSettle", () => enhance(document));
enhance(document);
