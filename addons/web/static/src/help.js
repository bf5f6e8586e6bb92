// Help of a field: the ? beside its label by mouse and touch, F1 in the field; Escape hides it. And a limit for pasted text.
import { say } from "./requests.js";

const texts = document.getElementById("texts")?.dataset ?? {};
const MOST_PASTED = 1_000_000;

const hide = () => document.querySelectorAll(".o-tip.o-shown").forEach((tip) => tip.classList.remove("o-shown"));

function tipOf(field) {
  const id = field.getAttribute?.("aria-describedby")?.split(" ").find((each) => each.endsWith("-help"));
  return id ? document.getElementById(id)?.closest(".o-tip") : null;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".o-help");
  const wasShown = button?.parentElement.classList.contains("o-shown");
  hide();
  if (button && !wasShown) button.parentElement.classList.add("o-shown");
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  if (event.key !== "F1") return;
  const tip = tipOf(event.target);
  const heading = event.target.closest?.("td") && event.target.closest("table")?.tHead?.rows[0].cells[event.target.closest("td").cellIndex];
  if (!tip && !heading?.title) return;
  event.preventDefault();
  hide();
  if (tip) tip.classList.add("o-shown");
  else say(heading.title, "info", heading.textContent);
});
document.addEventListener("focusout", hide);

document.addEventListener("paste", (event) => {
  const length = event.clipboardData?.getData("text/plain").length ?? 0;
  if (length <= MOST_PASTED || !event.target.closest?.("[data-form]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const format = new Intl.NumberFormat(document.documentElement.lang);
  say(texts.tooLong.replace("%s", format.format(length)).replace("%s", format.format(MOST_PASTED)), "danger");
}, true);
