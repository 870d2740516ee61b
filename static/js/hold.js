// What has data-hold is held for somebody: longer while they work at it, and given back when they leave the page.
{
  const EVERY = 2 * 60 * 1000;
  let told = Date.now();

  const send = (verb) => {
    const desk = document.querySelector("[data-hold]");
    const field = desk?.querySelector('input[name="id"]');
    if (!field) return null;
    const body = new FormData();
    body.set("verb", verb);
    body.set("id", field.value);
    body.set("until", desk.dataset.until);
    body.set("csrfmiddlewaretoken", desk.querySelector('input[name="csrfmiddlewaretoken"]').value);
    return { desk, body, address: desk.dataset.hold };
  };

  const work = async () => {
    if (Date.now() - told < EVERY) return;
    told = Date.now();
    const sent = send("stay");
    if (!sent) return;
    try {
      const answer = await fetch(sent.address, { method: "POST", body: sent.body });
      if (answer.ok) sent.desk.dataset.until = (await answer.text()) || sent.desk.dataset.until;
    } catch {
      // not reachable now: what is sent later will say so
    }
  };

  for (const kind of ["input", "keydown", "pointerdown", "scroll"]) addEventListener(kind, work, { passive: true });
  document.addEventListener("htmx:load", () => (told = Date.now()));
  addEventListener("pagehide", () => {
    const sent = send("leave");
    if (sent) navigator.sendBeacon(sent.address, sent.body);
  });
  // Back to a page that the browser kept as it was: what it shows may be another's by now.
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.querySelector("[data-hold]")) location.reload();
  });
}
