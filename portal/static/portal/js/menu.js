// Opens on a desk what newer browsers open by CSS alone; on a phone, Escape and a tap elsewhere close the menu.
(() => {
  "use strict";

  const desk = matchMedia("(min-width: 62rem)");
  const foldables = document.querySelectorAll("details[data-open-wide]");

  function followWidth() {
    for (const details of foldables) details.open = desk.matches;
  }

  function closeMenu(menu) {
    if (desk.matches || !menu.open) return;
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }

  if (!CSS.supports("selector(::details-content)")) {
    followWidth();
    desk.addEventListener("change", followWidth);
  }
  for (const menu of document.querySelectorAll("details.menu")) {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") closeMenu(menu);
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) closeMenu(menu);
    });
  }
})();
