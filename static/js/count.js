// Under a text that is counted: its characters as the server counts them (code points), and about how many tokens.
const CHARACTERS_A_TOKEN = 4;

function put(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(document.documentElement.lang));
}

function count(place) {
  const field = document.getElementById(place.dataset.count);
  if (!field) return;
  const characters = [...field.value].length;
  const least = Number(place.dataset.least || 0);
  const most = Number(place.dataset.most || 0);
  const tokens = Math.ceil(characters / CHARACTERS_A_TOKEN);
  const outside = most && characters ? (characters < least ? "short" : characters > most ? "long" : "") : "";
  const values = { characters, tokens, least, most, missing: least - characters, over: characters - most };
  place.textContent = put(place.dataset[outside || "words"], values);
  place.classList.toggle("outside", Boolean(outside));
}

document.addEventListener("input", (event) => {
  const place = document.querySelector(`[data-count="${CSS.escape(event.target.id)}"]`);
  if (place) count(place);
});

// For all that is there now, and all that a swap brings.
const all = (part) => part.querySelectorAll?.("[data-count]").forEach(count);
all(document);
document.addEventListener("htmx:load", (event) => all(event.target));
document.addEventListener("draft:restored", () => all(document));
