// Opens a chart large, over the page, to zoom by button, key, wheel and two fingers. Without script the link leads to
// the chart on a page of its own.
(() => {
  "use strict";

  const dialog = document.querySelector("dialog.zoomer");
  if (!dialog?.showModal) return;

  const view = dialog.querySelector(".zoomer-view");
  const said = dialog.querySelector("output");
  const [SMALLEST, LARGEST, STEP] = [0.25, 4, 1.25];
  const fingers = new Map(); // pointers that touch, by their ids
  let svg = null;
  let scale = 1; // pixels a unit of the drawing

  const size = (name) => Number(svg.getAttribute(name));

  function fitting() {
    return Math.min((view.clientWidth - 24) / size("width"), (view.clientHeight - 24) / size("height"));
  }

  // The point of the drawing that is under (x, y) of the view stays there.
  function zoomTo(wanted, x = view.clientWidth / 2, y = view.clientHeight / 2) {
    const next = Math.min(LARGEST, Math.max(SMALLEST, wanted));
    const ratio = next / scale;
    const [left, top] = [(view.scrollLeft + x) * ratio - x, (view.scrollTop + y) * ratio - y];
    scale = next;
    svg.style.width = `${size("width") * scale}px`;
    svg.style.height = `${size("height") * scale}px`;
    view.scrollTo({ left, top, behavior: "instant" });
    said.textContent = `${Math.round(scale * 100)} %`;
  }

  // A copy without the names of the original, which stays where it is.
  function copyOf(drawing) {
    const copy = drawing.cloneNode(true);
    copy.setAttribute("aria-label", drawing.querySelector("title").textContent);
    copy.removeAttribute("aria-labelledby");
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    return copy;
  }

  function open(drawing) {
    svg = copyOf(drawing);
    view.replaceChildren(svg);
    dialog.showModal();
    scale = 1;
    zoomTo(Math.max(1, Math.min(fitting(), 1.5)));
    const current = svg.querySelector(".is-current");
    if (current) current.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    else view.scrollTo({ left: 0, top: 0, behavior: "instant" }); // where the work begins
    view.focus();
  }

  const acts = {
    in: () => zoomTo(scale * STEP),
    out: () => zoomTo(scale / STEP),
    fit: () => zoomTo(fitting()),
    close: () => dialog.close(),
  };
  const KEYS = { "+": "in", "=": "in", "-": "out", 0: "fit" };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-zoom]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const drawing = link.closest("figure")?.querySelector("svg");
    if (!drawing) return;
    event.preventDefault();
    open(drawing);
  });
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-act]");
    if (button) acts[button.dataset.act]();
    else if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !KEYS[event.key]) return;
    event.preventDefault();
    acts[KEYS[event.key]]();
  });
  dialog.addEventListener("close", () => view.replaceChildren());

  view.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = view.getBoundingClientRect();
      zoomTo(scale * (event.deltaY < 0 ? STEP : 1 / STEP), event.clientX - box.left, event.clientY - box.top);
    },
    { passive: false },
  );

  function spread() {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  }

  view.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (event.pointerType === "mouse" && event.button === 0) view.setPointerCapture(event.pointerId);
  });
  view.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const spreadBefore = fingers.size === 2 ? spread() : 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2) {
      const box = view.getBoundingClientRect();
      const [one, other] = [...fingers.values()];
      zoomTo((scale * spread()) / spreadBefore, (one.x + other.x) / 2 - box.left, (one.y + other.y) / 2 - box.top);
    } else if (event.pointerType === "mouse") {
      view.scrollBy({ left: before.x - event.clientX, top: before.y - event.clientY, behavior: "instant" });
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    view.addEventListener(name, (event) => fingers.delete(event.pointerId));
  }
})();
