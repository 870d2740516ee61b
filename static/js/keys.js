// What has data-key is pressed by that key, as long as nobody types, no modifier is held, and the switch is on. The
// choice stays in this browser. Esc presses what has data-escape, also while somebody types.
{
  const KEPT = "review-keys";
  const root = document.documentElement;
  const on = () => root.dataset.keys === "on";
  const TYPING = "input, select, textarea, [contenteditable]";

  const put = (state) => {
    root.dataset.keys = state;
    const button = document.querySelector("[data-keys-switch]");
    if (!button) return;
    button.setAttribute("aria-pressed", String(on()));
    button.textContent = button.dataset[state];
  };

  const kept = () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null; // a browser that keeps nothing
    }
  };

  // The letter on the key; where the keyboard writes other letters, the one in its place.
  const letter = (event) => {
    if (/^[a-z?]$/i.test(event.key)) return event.key.toLowerCase();
    return event.key.length === 1 && event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      const leave = event.target.closest?.("form")?.querySelector("[data-escape]");
      if (leave) {
        event.preventDefault();
        leave.click();
      }
      return;
    }
    if (!on() || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
    const key = letter(event);
    if (!key || (event.shiftKey && key !== "?")) return;
    // Of several with one key, the one where the focus is; else the first.
    const here = event.target.closest?.("[data-keys-here]")?.querySelector(`[data-key="${key}"]`);
    const control = here ?? document.querySelector(`[data-key="${key}"]`);
    if (!control || control.disabled) return;
    event.preventDefault();
    control.click();
    control.closest("details[open]")?.querySelector("input:checked, input[type=radio]")?.focus(); // not a moment later
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-keys-switch]")) {
      const state = on() ? "off" : "on";
      put(state);
      try {
        localStorage.setItem(KEPT, state);
      } catch {
        // then it holds for this page
      }
    }
    const opener = event.target.closest?.("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });

  document.querySelectorAll("[data-keys]").forEach((part) => (part.hidden = false));
  put(kept() === "off" ? "off" : "on");
}
