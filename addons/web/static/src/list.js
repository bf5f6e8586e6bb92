// Lists: selecting rows, and a whole row that opens its record.
function refresh(form) {
  const boxes = [...form.querySelectorAll("input[name=ids]")];
  const count = boxes.filter((box) => box.checked).length;
  const bar = form.querySelector("[data-selected]");
  if (!bar) return;
  bar.hidden = count === 0;
  bar.querySelector("[data-selected-count]").textContent = count;
  const all = form.querySelector("[data-select-all]");
  all.checked = count > 0 && count === boxes.length;
  all.indeterminate = count > 0 && count < boxes.length;
}

document.addEventListener("change", (event) => {
  const form = event.target.closest(".o-list-form");
  if (!form) return;
  if (event.target.matches("[data-select-all]")) {
    form.querySelectorAll("input[name=ids]").forEach((box) => { box.checked = event.target.checked; });
  }
  refresh(form);
});

document.addEventListener("click", (event) => {
  const cell = event.target.closest(".o-list tbody td");
  if (!cell || event.target.closest("a, button, input, label, summary")) return;
  cell.parentElement.querySelector("a")?.click();
});
