// The results follow what is typed and chosen. Without script the same form is sent by its button.
(() => {
  "use strict";

  const PATIENCE = 250; // ms after the last letter
  const SHORTEST = 2; // letters

  const box = document.querySelector("input[name=q][data-hx-get]");
  const form = document.getElementById("filters");
  const failed = document.getElementById("live-failed");
  if (!window.htmx || !box || !form) return;
  document.documentElement.classList.add("live");

  let timer = 0;
  let asked = box.value.trim();

  // Letters of a word that an input method is still putting together count too: a Thai phone writes that way throughout.
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const text = box.value.trim();
    if (text === asked || [...text].length < SHORTEST) return;
    timer = setTimeout(() => {
      asked = text;
      htmx.trigger(box, "typed");
    }, PATIENCE);
  });
  form.addEventListener("submit", () => clearTimeout(timer));

  // What had the focus may be gone (a filter that was taken off): then the number of results has it.
  document.addEventListener("htmx:afterSettle", () => {
    if (document.activeElement === document.body) document.getElementById("results-title")?.focus({ preventScroll: true });
  });

  const fail = () => {
    failed.hidden = false;
    failed.textContent = failed.dataset.text;
    asked = ""; // the same question may be asked again
  };
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, fail);
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.shouldSwap) failed.hidden = true;
  });
})();
