// Ctrl+Enter or ⌘+Enter anywhere in a form with data-keys-to-save sends it.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-keys-to-save]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
});
