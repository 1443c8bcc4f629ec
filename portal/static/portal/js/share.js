// The phone's own way of sharing, and printing. Without script, or where the browser has neither, the buttons stay hidden.
(() => {
  "use strict";

  for (const button of document.querySelectorAll("button[data-share]")) {
    if (!navigator.share) break;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: button.dataset.shareTitle, url: button.dataset.share }).catch(() => {}); // closed again
    });
  }
  for (const button of document.querySelectorAll(".share [data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
