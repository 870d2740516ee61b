// What unfolds over the page folds away again: at Escape, and when something else is clicked or gets the keyboard.
const open = () => document.querySelectorAll("details[data-fold-away][open]");

for (const name of ["click", "focusin"]) {
  document.addEventListener(name, (event) => {
    for (const one of open()) if (!one.contains(event.target)) one.open = false;
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const one of open()) {
    const within = one.contains(document.activeElement);
    one.open = false;
    if (within) one.querySelector("summary").focus();
  }
});
