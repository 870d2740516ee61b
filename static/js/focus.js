// What a swap brings says by data-focus where the keyboard goes on.
document.addEventListener("htmx:load", (event) => {
  const place = event.target.matches?.("[data-focus]") ? event.target : event.target.querySelector?.("[data-focus]");
  place?.focus({ preventScroll: !event.target.matches?.("form, article, section") });
});
