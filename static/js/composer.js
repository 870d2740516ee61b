// The form that asks: Enter sends it, Shift+Enter begins a new line; what was sent leaves the field empty and in focus.
const form = () => document.querySelector("form[data-composer]");
const grow = (field) => {
  field.rows = Math.min(10, Math.max(2, field.value.split("\n").length));
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const field = event.target.closest?.("form[data-composer] textarea");
  if (!field || matchMedia("(hover: none)").matches) return;
  event.preventDefault();
  if (field.value.trim()) field.form.requestSubmit();
});
document.addEventListener("input", (event) => {
  if (event.target.matches?.("form[data-composer] textarea")) grow(event.target);
});

// A question that is on its way is not sent twice.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target !== form()) return;
  if (event.target.classList.contains("busy")) event.preventDefault();
  event.target.classList.add("busy");
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target !== form()) return;
  event.target.classList.remove("busy");
  const request = event.detail.xhr;
  if (!event.detail.successful || request.getResponseHeader("HX-Redirect") || request.getResponseHeader("HX-Reswap")) return;
  const field = event.target.querySelector("textarea");
  field.value = "";
  grow(field);
  field.focus();
});

document.querySelectorAll("[data-keys-hint]").forEach((hint) => (hint.hidden = false));
// On a wide screen the list of conversations is open; on a narrow one it is folded.
document.querySelectorAll("[data-unfold-wide]").forEach((fold) => (fold.open = matchMedia("(min-width: 960px)").matches));
