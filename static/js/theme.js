// The button changes between light and dark at once, and keeps the choice in the cookie that the server reads.
const dark = matchMedia("(prefers-color-scheme: dark)");

function inDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : dark.matches;
}

// As the system has it, only the browser knows what the button should offer.
function offer(button) {
  if (!button.dataset.light) return;
  button.value = inDark() ? "light" : "dark";
  button.textContent = inDark() ? button.dataset.light : button.dataset.dark;
}

for (const button of document.querySelectorAll("[data-theme-switch] button")) {
  offer(button);
  dark.addEventListener("change", () => offer(button));
}
