// Where an answer does not come, or is a fault, it says so and leaves everything as it is.
function say(words) {
  const place = document.querySelector("[data-trouble]");
  place.hidden = !words;
  place.textContent = words;
}

addEventListener("htmx:beforeRequest", () => say(""));
addEventListener("htmx:sendError", () => say(document.querySelector("[data-trouble]").dataset.trouble));
addEventListener("htmx:responseError", (event) => {
  const request = event.detail.xhr;
  const sentence = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main p");
  say(sentence?.textContent.trim() || `${request.status} ${request.statusText}`);
});
