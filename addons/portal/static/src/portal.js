// The customer's pages work without this; with it dialogs open in place, lists sort at once, and a finger signs.
document.documentElement.classList.add("js");

for (const select of document.querySelectorAll("select[data-submits]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    event.preventDefault();
    document.getElementById(opener.dataset.dialog)?.showModal();
  }
  if (event.target.closest("[data-dialog-close]")) event.target.closest("dialog")?.close();
});

for (const form of document.querySelectorAll(".o_portal_sign")) signaturePad(form);

/** Let a pointer draw on the form's canvas; the picture travels in its hidden field. */
function signaturePad(form) {
  const canvas = form.querySelector("canvas");
  const field = form.elements.signature;
  const pen = canvas.getContext("2d");
  let drawn = false;
  pen.lineWidth = 3;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#14285a";

  function place(event) {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...place(event));
    pen.stroke();
    drawn = true;
  });
  form.querySelector("[data-sign-clear]").addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    drawn = false;
  });
  form.addEventListener("submit", () => { field.value = drawn ? canvas.toDataURL("image/png") : ""; });
}

// Provinces of the chosen country only.
const country = document.getElementById("country_id"), state = document.getElementById("state_id");
if (country && state) {
  const show = () => {
    for (const option of state.options) option.hidden = Boolean(option.value) && option.dataset.country_id !== country.value;
    if (state.selectedOptions[0]?.hidden) state.value = "";
  };
  country.addEventListener("change", show);
  show();
}
