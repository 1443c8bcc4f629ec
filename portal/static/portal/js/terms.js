// A term's meaning also shows on hover and on keyboard focus. Without script a tap or a click shows it: that is HTML's own.
(() => {
  "use strict";
  if (!HTMLElement.prototype.showPopover) return;

  const PATIENCE = 180; // milliseconds: a pointer that only passes by opens nothing, one that travels to the note keeps it
  let timer = 0;

  const noteOf = (term) => document.getElementById(term.getAttribute("popovertarget"));
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, PATIENCE);
  };
  const show = (term) => {
    const note = noteOf(term);
    if (note && !note.matches(":popover-open")) note.showPopover({ source: term });
  };
  const hide = (note) => {
    if (note && note.matches(":popover-open") && !note.contains(document.activeElement)) note.hidePopover();
  };
  const termOf = (node) => (node instanceof Element ? node.closest("button.term") : null);
  const noteAt = (node) => (node instanceof Element ? node.closest(".gloss") : null);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const term = termOf(event.target);
    if (term) later(() => show(term));
    else if (noteAt(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse") return;
    const left = termOf(event.target);
    const note = left ? noteOf(left) : noteAt(event.target);
    const isInside = event.relatedTarget instanceof Node && (note?.contains(event.relatedTarget) || left?.contains(event.relatedTarget));
    if (note && !isInside) later(() => hide(note));
  });

  document.addEventListener("focusin", (event) => {
    const term = termOf(event.target);
    if (term && term.matches(":focus-visible")) show(term);
  });
  document.addEventListener("focusout", (event) => {
    const term = termOf(event.target);
    if (term && !noteOf(term)?.contains(event.relatedTarget)) hide(noteOf(term));
  });

  // What hover has opened, the click that follows must not close at once. Escape closes a popover by itself.
  document.addEventListener("click", (event) => {
    const term = termOf(event.target);
    if (!term || event.detail === 0 || !noteOf(term)?.matches(":popover-open")) return;
    event.preventDefault();
  });
})();
