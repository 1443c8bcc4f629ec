// Says once that the page is being read: without cookies of its own, and only when it is looked at.
(() => {
  "use strict";
  const address = document.currentScript?.dataset.count;
  if (!address) return;

  function say() {
    if (document.prerendering || document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", say);
    document.removeEventListener("prerenderingchange", say);
    fetch(address, { method: "POST", keepalive: true }).catch(() => {}); // Offline: then it is not counted.
  }

  document.addEventListener("visibilitychange", say);
  document.addEventListener("prerenderingchange", say);
  say();
})();
