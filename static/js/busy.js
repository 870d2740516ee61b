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

// Back to a page that the browser kept as it was: its forms can be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form.busy")) {
    form.classList.remove("busy");
    form.querySelector(".busy-words")?.remove();
  }
});
