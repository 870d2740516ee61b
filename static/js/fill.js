// A choice of texts that were used before puts the chosen one into its field.
function show(part) {
  part.querySelectorAll?.("[data-fill]").forEach((choice) => (choice.hidden = false));
}

document.addEventListener("change", (event) => {
  const choice = event.target.closest?.("[data-fill]");
  if (!choice || !event.target.value) return;
  const field = document.getElementById(choice.dataset.fill);
  field.value = event.target.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
show(document);
document.addEventListener("htmx:load", (event) => show(event.target));
