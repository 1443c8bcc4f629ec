// Following the link of a heading also copies its address, and says so. Without script it is a plain link.
(() => {
  "use strict";

  function announce(anchor) {
    const said = document.createElement("span");
    said.className = "copied";
    said.setAttribute("role", "status");
    anchor.after(said);
    // A screen reader speaks what appears in a status that is there already.
    requestAnimationFrame(() => {
      said.textContent = anchor.dataset.copied;
    });
    setTimeout(() => said.remove(), 3000);
  }

  // The clipboard is there only over a safe connection.
  if (!navigator.clipboard) return;
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[data-copied]");
    if (!anchor) return;
    navigator.clipboard.writeText(anchor.href).then(
      () => announce(anchor),
      () => {}, // The visitor refused: the address stands in the address bar all the same.
    );
  });
})();
