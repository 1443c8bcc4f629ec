// Starts the service worker, which keeps opened manuals on this device; says so above a page that is a kept copy.
(() => {
  "use strict";
  const told = document.currentScript?.dataset;
  if (!told) return;
  const { lang } = document.documentElement;
  const ON_THE_WAY = 10000; // ms that a page may take to come

  // ---- A kept copy says that it is one, and from when ----
  const { kept } = document.documentElement.dataset;
  if (kept) {
    const calendar = lang === "th" ? "th-TH-u-ca-buddhist" : "en-GB";
    const bar = document.createElement("div");
    const note = document.createElement("p");
    bar.className = "kept-note";
    note.className = "wrap";
    note.setAttribute("role", "status");
    bar.append(note);
    document.querySelector("body > header").append(bar);
    const day = new Intl.DateTimeFormat(calendar, { day: "numeric", month: "long", year: "numeric" }).formatToParts(new Date(kept));
    const words = day.filter((part) => part.type !== "era").map((part) => part.value).join("").trim();
    note.textContent = told.note.replace("DATE", words);
  }

  // ---- What stands in for a page makes room when the connection is back, unless its reader is on the way to another ----
  const standIn = document.getElementById("kept");
  if (kept || (standIn && location.pathname !== standIn.dataset.here)) {
    let left = -Infinity;
    addEventListener("beforeunload", () => { left = performance.now(); });
    addEventListener("online", () => {
      if (performance.now() - left > ON_THE_WAY) location.reload();
    });
  }

  // ---- The worker: not for those who are signed in, whose pages are theirs alone ----
  const workers = navigator.serviceWorker;
  if (!told.worker || !workers) return;
  const wasControlled = Boolean(workers.controller);

  async function start() {
    await workers.register(told.worker, { scope: "/" });
    const { active } = await workers.ready;
    active.postMessage({ language: lang, keep: wasControlled || !("keep" in told) ? "" : location.pathname });
  }

  // After the page itself: on a slow line the worker's files come last. Where it fails the portal works as without it.
  const begin = () => start().catch(() => {});
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
})();
