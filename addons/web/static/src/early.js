// Runs before the first paint: pages that have a script may hide what only they can show.
document.documentElement.classList.add("js");
