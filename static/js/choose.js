// The bar for many: says how many are ticked, opens with the first, and ticks a whole page.
const ticks = () => [...document.querySelectorAll('input[name="ids"][form="bulk"]')];

function tell() {
  const bar = document.querySelector("[data-choose-bar]");
  if (!bar) return;
  const number = ticks().filter((tick) => tick.checked).length;
  const some = bar.querySelector("[data-choose-some]");
  some.hidden = !number;
  some.textContent = some.dataset.words.replace("%s", number);
  bar.querySelector("[data-choose-none]").hidden = Boolean(number);
  if (number) bar.open = true;
}

document.addEventListener("change", (event) => {
  if (!event.target.matches?.('input[name="ids"]')) return;
  const chosen = document.querySelector('#bulk input[name="scope"][value="chosen"]');
  if (chosen) chosen.checked = true;
  tell();
});
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-choose-page]")) return;
  const all = ticks();
  const every = all.every((tick) => tick.checked);
  all.forEach((tick) => (tick.checked = !every));
  tell();
});

function show() {
  document.querySelectorAll("[data-choose-page]").forEach((button) => (button.hidden = false));
  tell();
}
show();
document.addEventListener("htmx:load", show);

// A filter that is taken away above the list empties its control too.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-unset]");
  const form = document.getElementById("filters");
  if (!link || !form) return;
  const left = new URL(link.href).searchParams;
  for (const field of [...form.elements]) {
    if (!field.name || left.has(field.name)) continue;
    if (field.type === "hidden") field.remove();
    else field.value = "";
  }
});
