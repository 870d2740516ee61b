// What is being written is kept in sight, as long as the reader has not scrolled away from its end.
{
  const NEAR = 160;
  let near = true;
  const distance = () => document.documentElement.scrollHeight - innerHeight - scrollY;
  const down = () => scrollTo({ top: document.documentElement.scrollHeight });

  addEventListener("scroll", () => (near = distance() < NEAR), { passive: true });
  document.addEventListener("htmx:sseMessage", () => near && down());
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "thread") return;
    near = true;
    down();
  });
  if (document.querySelector("[data-follow] [aria-busy]") && !location.hash) down();
}
