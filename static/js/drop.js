// Files that are dropped on a box with data-drop go into its file field and are sent. Beside the box a drop does nothing:
// the browser would leave the page for the file.
{
  const box = () => document.querySelector("[data-drop]");
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let over = 0;

  const light = (on) => {
    box()?.classList.toggle("dragging", on);
  };

  const say = (place, words) => {
    const trouble = place.querySelector("[data-drop-trouble]");
    trouble.hidden = !words;
    trouble.textContent = words;
  };

  const tooLarge = (place, files) => {
    return [...files].reduce((sum, file) => sum + file.size, 0) > Number(place.dataset.most) * 1024 * 1024;
  };

  addEventListener("dragenter", (event) => {
    if (!hasFiles(event)) return;
    over += 1;
    light(true);
  });
  addEventListener("dragleave", (event) => {
    if (!hasFiles(event)) return;
    over = Math.max(0, over - 1);
    if (!over) light(false);
  });
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = event.target.closest?.("[data-drop]") ? "copy" : "none";
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    over = 0;
    light(false);
    const place = event.target.closest?.("[data-drop]");
    if (!place) return;
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return say(place, place.dataset.folder);
    const field = place.querySelector('input[type="file"]');
    field.files = event.dataTransfer.files;
    field.form.requestSubmit();
  });

  // Before htmx and the browser: what the server would refuse unread is told here.
  addEventListener(
    "submit",
    (event) => {
      const place = event.target.closest?.("[data-drop]");
      if (!place) return;
      const files = place.querySelector('input[type="file"]').files;
      say(place, "");
      if (!tooLarge(place, files)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(place, place.dataset.tooLarge);
    },
    true,
  );
}
