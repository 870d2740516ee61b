// A details with data-panel: opened, its first field has the keyboard; Esc or a click elsewhere closes it.
{
  const open = () => document.querySelector("details[data-panel][open]");
  const close = (panel) => {
    panel.open = false;
    panel.querySelector("summary").focus();
  };

  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches?.("details[data-panel][open]")) return;
      const fields = [...event.target.querySelectorAll("input:not([type=hidden])")];
      (fields.find((field) => field.checked) ?? fields[0])?.focus();
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    const panel = open();
    if (event.key !== "Escape" || !panel) return;
    event.preventDefault();
    close(panel);
  });
  document.addEventListener("click", (event) => {
    const panel = open();
    if (panel && !panel.contains(event.target)) panel.open = false;
  });
}
