// Signing out takes the drafts of this browser along: the next person at it is somebody else.
document.addEventListener("submit", (event) => {
  if (!event.target.matches?.("form[data-forget]")) return;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith("draft:")) localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
});
