// What a swap brings says by data-focus where the keyboard goes on.
document.addEventListener("htmx:load", (event) => {
  const place = event.target.matches?.("[data-focus]") ? event.target : event.target.querySelector?.("[data-focus]");
  place?.focus({ preventScroll: !event.target.matches?.("form, article, section") });
});

// A fold that is opened to write in one field has the keyboard there.
document.addEventListener(
  "toggle",
  (event) => event.target.matches?.("details.tag-more[open]") && event.target.querySelector("input").focus(),
  true,
);
