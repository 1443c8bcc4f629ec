// A step and its symbol in the chart stand out together: the one the pointer or the address is at.
(() => {
  "use strict";

  const steps = document.querySelectorAll("li[data-step]");
  const symbols = document.querySelectorAll("svg [data-step]");

  function show(number) {
    for (const symbol of symbols) symbol.classList.toggle("is-current", symbol.dataset.step === number);
  }

  function showTarget() {
    const target = location.hash.startsWith("#step-") && document.getElementById(location.hash.slice(1));
    show(target ? target.dataset.step : null);
  }

  for (const step of steps) {
    step.addEventListener("pointerenter", () => show(step.dataset.step));
    step.addEventListener("pointerleave", showTarget);
    step.addEventListener("focusin", () => show(step.dataset.step));
    step.addEventListener("focusout", showTarget);
  }
  window.addEventListener("hashchange", showTarget);
  showTarget();
})();
