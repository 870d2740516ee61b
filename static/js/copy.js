// A button with data-copy puts that text on the clipboard, and says so for two seconds.
const show = (part) => part.querySelectorAll?.("[data-copy]").forEach((button) => (button.hidden = !navigator.clipboard));
show(document);
document.addEventListener("htmx:load", (event) => show(event.target));

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = words), 2000);
});
