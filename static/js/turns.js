// “Add two more turns” copies the last two rows, empty.
function show(part) {
  part.querySelectorAll?.("[data-turns-more]").forEach((button) => (button.hidden = false));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-turns-more]");
  if (!button) return;
  const rows = [...button.closest("[data-turns]").querySelectorAll(".turn")];
  rows.slice(-2).forEach((row, place) => {
    const copy = row.cloneNode(true);
    const number = rows.length + place + 1;
    for (const field of copy.querySelectorAll("select, textarea")) {
      field.id = field.id.replace(/\d+$/, number);
      if (field.tagName === "TEXTAREA") field.value = "";
      else field.selectedIndex = place % 2;
    }
    for (const label of copy.querySelectorAll("label")) {
      label.htmlFor = label.htmlFor.replace(/\d+$/, number);
      label.textContent = label.textContent.replace(/\d+/, number);
    }
    button.before(copy);
    if (place === 0 && event.detail) copy.querySelector("textarea").focus();
  });
});
show(document);
document.addEventListener("htmx:load", (event) => show(event.target));
