// A form with data-progress, sent and not answered after two seconds, lets the element of that id ask how far it is.
{
  const WAIT = 2000;

  addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.progress) return;
    const several = form.querySelector("[data-begins]");
    if (several && !event.submitter?.hasAttribute("data-begins")) return;
    setTimeout(() => {
      const place = document.getElementById(form.dataset.progress);
      if (form.isConnected && place && !place.firstElementChild) place.dispatchEvent(new CustomEvent("begun"));
    }, WAIT);
  });
}
