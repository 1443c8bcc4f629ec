// The key / can be switched off and on where it is explained.
(() => {
  "use strict";

  const SWITCH = "search-shortcut-off"; // read by search-box.js

  function show() {
    for (const line of document.querySelectorAll("[data-shortcut]")) {
      line.hidden = false;
      line.querySelector("button").textContent = localStorage.getItem(SWITCH) ? line.dataset.on : line.dataset.off;
    }
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-shortcut] button")) return;
    if (localStorage.getItem(SWITCH)) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, "1");
    show();
  });
  show();
})();
