// Buttons that copy a text of the page. Without script, or without a clipboard, they stay hidden.
(() => {
  "use strict";
  // The clipboard is there only over a safe connection.
  if (!navigator.clipboard) return;

  const SHOWN = 3000; // ms

  function announce(button) {
    const said = document.createElement("span");
    said.className = "copied";
    said.setAttribute("role", "status");
    button.after(said);
    // A screen reader speaks what appears in a status that is there already.
    requestAnimationFrame(() => {
      said.textContent = button.dataset.copied;
    });
    setTimeout(() => said.remove(), SHOWN);
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(source.textContent.trim()).then(
        () => announce(button),
        () => getSelection().selectAllChildren(source), // The visitor refused: selected, it is copied by hand.
      );
    });
  }
})();
