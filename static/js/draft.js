// A form with data-draft keeps what is typed in this browser until it is saved, so that a reload loses nothing.
const key = (form) => `draft:${form.dataset.draft}`;
const fields = (form) => [...form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit");

function keep(form) {
  const values = fields(form).map((field) => field.value);
  const typed = fields(form).some((field) => field.tagName !== "SELECT" && field.value.trim());
  try {
    if (typed) localStorage.setItem(key(form), JSON.stringify(values));
    else localStorage.removeItem(key(form));
  } catch {
    // A browser that keeps nothing, or is full: the form works without.
  }
}

function restore(form) {
  const all = fields(form);
  if (all.some((field) => field.tagName !== "SELECT" && field.value)) return;
  let values;
  try {
    values = JSON.parse(localStorage.getItem(key(form)));
  } catch {
    return;
  }
  if (!Array.isArray(values)) return;
  const more = form.querySelector("[data-turns-more]");
  while (more && fields(form).length < values.length && fields(form).length < 200) more.click();
  fields(form).forEach((field, place) => {
    if (typeof values[place] === "string") field.value = values[place];
  });
  const folded = form.querySelector("details");
  if (folded) folded.open = [...folded.querySelectorAll("textarea, input")].some((field) => field.value.trim());
  form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-draft]");
  if (form) keep(form);
});
document.addEventListener("example-saved", () => {
  for (const form of document.querySelectorAll("form[data-draft]")) localStorage.removeItem(key(form));
});
addEventListener("load", () => document.querySelectorAll("form[data-draft]").forEach(restore));
