// A form with data-sending shows how much of its files has been sent, once that takes over two seconds. The words are
// read out at each quarter.
{
  const begun = new WeakMap();
  const put = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(document.documentElement.lang));

  addEventListener("htmx:beforeRequest", (event) => {
    if (!event.target.matches("[data-sending]")) return;
    begun.set(event.target, Date.now());
    event.target.classList.add("busy");
  });
  addEventListener("htmx:afterRequest", (event) => {
    // After what worked, another page is on its way.
    if (!event.target.matches("[data-sending]") || event.detail.successful) return;
    event.target.classList.remove("busy");
    event.target.querySelector("[data-sent]").hidden = true;
  });
  addEventListener("htmx:xhr:progress", (event) => {
    const { loaded, total, lengthComputable } = event.detail;
    const form = event.target;
    if (!form.matches("[data-sending]") || !lengthComputable || Date.now() - begun.get(form) < 2000) return;
    const percent = Math.floor((loaded * 100) / total);
    form.querySelector("[data-sent]").hidden = false;
    form.querySelector("progress").value = percent;
    const words = form.querySelector("[data-sent-words]");
    words.textContent = put(words.dataset.sentWords, { percent, size: Math.ceil(total / 1024 / 1024) });
    const told = form.querySelector("[data-sent-told]");
    const quarter = put(told.dataset.sentTold, { percent: Math.floor(percent / 25) * 25 });
    if (told.textContent !== quarter) told.textContent = quarter;
  });

  // What cannot be sent is said beside the field; the cursor goes there.
  addEventListener("htmx:load", (event) => event.target.querySelector?.('[data-sending] [aria-invalid="true"]')?.focus());

  // Back to a page that the browser kept as it was.
  addEventListener("pageshow", () => document.querySelectorAll("[data-sending].busy").forEach((form) => form.classList.remove("busy")));
}
