// A form with data-busy says these words after it is sent, and is not sent twice.
addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.busy) return;
  if (form.classList.contains("busy")) {
    event.preventDefault();
    return;
  }
  form.classList.add("busy");
  const words = document.createElement("p");
  words.className = "busy-words";
  words.setAttribute("role", "status");
  form.append(words);
  words.textContent = form.dataset.busy;
});

function done(form) {
  form.classList.remove("busy");
  form.querySelector(".busy-words")?.remove();
}

// Answered without a new page; or back to a page that the browser kept as it was: its forms can be sent again.
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target.matches?.("form.busy")) done(event.target);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form.busy").forEach(done);
});
