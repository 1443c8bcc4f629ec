// Lists the manual pages that are kept on this device, and lets go of them.
(() => {
  "use strict";
  const PAGES = "portal-pages"; // as in offline-worker.js
  const section = document.getElementById("kept");
  if (!section) return;
  const { lang } = document.documentElement;
  const list = section.querySelector("ul");
  const none = section.querySelector("[data-none]");
  const forget = section.querySelector("button");
  const dates = new Intl.DateTimeFormat(lang === "th" ? "th-TH-u-ca-buddhist" : "en-GB", {
    day: "numeric", month: "short", year: "numeric",
  });

  // It stands in for a page that could not be fetched.
  if (location.pathname !== section.dataset.here) {
    for (const line of document.querySelectorAll("[data-missed]")) line.textContent = line.dataset.missed;
    document.title = document.querySelector("h1").textContent;
  }

  function entry(request, page) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(request.url).pathname;
    link.lang = "th";
    // Reading the title as HTML would run what stands in it.
    const words = new DOMParser().parseFromString(decodeURIComponent(page.headers.get("X-Title")), "text/html");
    link.textContent = words.body.textContent;
    const day = dates.formatToParts(new Date(page.headers.get("X-Kept"))).filter((part) => part.type !== "era");
    const time = document.createElement("span");
    time.className = "muted small";
    time.textContent = day.map((part) => part.value).join("").trim();
    item.append(link, " ", time);
    return item;
  }

  async function show() {
    const pages = (await caches.has(PAGES)) ? await caches.open(PAGES) : null;
    const requests = pages ? (await pages.keys()).reverse() : [];
    const items = [];
    for (const request of requests) items.push(entry(request, await pages.match(request)));
    list.replaceChildren(...items);
    none.hidden = items.length > 0;
    forget.hidden = items.length === 0;
  }

  if (!("caches" in window)) return;
  forget.addEventListener("click", async () => {
    await caches.delete(PAGES);
    await show();
    none.focus();
  });
  show();
})();
