// A step and its symbol in the chart stand out together: the one that the pointer, the focus or the address is at,
// else the one being read. Colour and line only: nothing moves.
(() => {
  "use strict";

  const LINE = 0.4; // of the window's height: there one reads

  function follow(process) {
    const steps = [...process.querySelectorAll("li[data-step]")];
    const symbols = [...process.querySelectorAll(".flow svg [data-step]")];
    if (!symbols.length) return () => {};
    let [pointed, targeted, shown] = [null, null, null];

    function stepAt(line) {
      const found = steps.find((step) => {
        const box = step.getBoundingClientRect();
        return box.top <= line && box.bottom > line;
      });
      return found ? found.dataset.step : null;
    }

    function isInSight(step) {
      const box = step.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight;
    }

    function show() {
      if (targeted && !isInSight(targeted)) targeted = null;
      const number = pointed ?? targeted?.dataset.step ?? stepAt(innerHeight * LINE);
      if (number === shown) return;
      shown = number;
      for (const one of [...steps, ...symbols]) one.classList.toggle("is-current", one.dataset.step === number);
    }

    function point(number) {
      pointed = number;
      show();
    }

    for (const one of [...steps, ...symbols]) {
      one.addEventListener("pointerenter", () => point(one.dataset.step));
      one.addEventListener("pointerleave", () => point(null));
    }
    for (const step of steps) {
      step.addEventListener("focusin", () => point(step.dataset.step));
      step.addEventListener("focusout", () => point(null));
    }
    // A symbol leads to its step; the list is the way of those who use no pointer.
    for (const symbol of symbols) {
      symbol.addEventListener("click", () => {
        const step = steps.find((one) => one.dataset.step === symbol.dataset.step);
        if (step) location.hash = step.id;
      });
    }

    function showTarget() {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      targeted = target && steps.includes(target) ? target : null;
      show();
    }

    window.addEventListener("hashchange", showTarget);
    showTarget();
    return show;
  }

  const leaves = document.querySelectorAll("article.leaf");
  const processes = [...(leaves.length ? leaves : [document])].map(follow);
  let isWaiting = false;
  addEventListener(
    "scroll",
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        for (const show of processes) show();
      });
    },
    { passive: true },
  );
})();
