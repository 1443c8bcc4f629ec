// While a long text is read: its contents mark the part, and keys lead on. Without script the contents are links.
(() => {
  "use strict";

  const SWITCH = "search-shortcut-off"; // written by shortcut-switch.js: one switch for all single keys
  const contents = document.querySelector(".rail .contents");
  const links = contents ? [...contents.querySelectorAll('nav a[href^="#"]')] : [];
  const parts = links.map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
  const desk = matchMedia("(min-width: 62rem)");
  let current = -1;

  // The part being read is the last that began above the upper third of the window.
  function placeRead() {
    const line = innerHeight / 3;
    const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const begun = isAtEnd ? innerHeight : line;
    let [place, top] = [-1, -Infinity];
    for (const [index, part] of parts.entries()) {
      const own = part.getBoundingClientRect().top;
      // Of two parts side by side the first one is read.
      if (own <= begun && own > top + 8) [place, top] = [index, own];
    }
    return place;
  }

  function mark() {
    const place = placeRead();
    if (place === current) return;
    current = place;
    for (const [index, link] of links.entries()) {
      if (index === place) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (place >= 0 && desk.matches) keepInSight(links[place]);
    const now = contents.querySelector("[data-reading-now]");
    if (now) now.textContent = place < 0 ? "" : [...links[place].children].map((one) => one.textContent).join(" ");
  }

  // Scrolls the list of contents, never the page.
  function keepInSight(link) {
    const rail = contents.closest(".rail");
    const [inner, outer] = [link.getBoundingClientRect(), rail.getBoundingClientRect()];
    if (inner.top < outer.top) rail.scrollTop += inner.top - outer.top - 16;
    else if (inner.bottom > outer.bottom) rail.scrollTop += inner.bottom - outer.bottom + 16;
  }

  function follow() {
    let isWaiting = false;
    addEventListener(
      "scroll",
      () => {
        if (isWaiting) return;
        isWaiting = true;
        requestAnimationFrame(() => {
          isWaiting = false;
          mark();
        });
      },
      { passive: true },
    );
    contents.closest(".rail").classList.add("is-followed");
    // On a phone the list covers the text: it closes when a part was chosen.
    contents.addEventListener("click", (event) => {
      if (!desk.matches && event.target.closest("nav a")) contents.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !desk.matches && contents.open) contents.open = false;
    });
    mark();
  }

  function toPart(step) {
    const place = Math.min(parts.length - 1, Math.max(0, placeRead() + step));
    parts[place]?.scrollIntoView();
    if (!parts[place]) return;
    parts[place].tabIndex = -1;
    parts[place].focus({ preventScroll: true });
  }

  const KEYS = {
    j: () => toPart(1),
    k: () => toPart(-1),
    n: () => document.querySelector('.prevnext [rel="next"]')?.click(),
    p: () => document.querySelector('.prevnext [rel="prev"]')?.click(),
  };

  function isBusy(event) {
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented;
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable], [role=listbox]");
    return hasModifier || isTyping || document.querySelector("dialog[open]") || localStorage.getItem(SWITCH);
  }

  document.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || isBusy(event)) return;
    event.preventDefault();
    act();
  });
  if (parts.length) follow();
})();
