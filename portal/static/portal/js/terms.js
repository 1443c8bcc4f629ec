// A term's meaning also shows on hover and on keyboard focus. Without script a tap or click shows it, by HTML alone.
(() => {
  "use strict";
  if (!HTMLElement.prototype.showPopover) return;

  const PATIENCE = 180; // ms: a pointer that passes by opens nothing, one that travels to the note keeps it open
  let timer = 0;
  let hovered = null; // the term whose note hover has opened

  const noteOf = (term) => document.getElementById(term.getAttribute("popovertarget"));
  const termAt = (node) => (node instanceof Element ? node.closest("button.term") : null);
  const noteAt = (node) => (node instanceof Element ? node.closest(".gloss") : null);
  const isOpen = (note) => note !== null && note.matches(":popover-open");
  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, PATIENCE);
  };

  function show(term) {
    const note = noteOf(term);
    if (note && !isOpen(note)) note.showPopover({ source: term });
  }

  function hide(note) {
    const focused = document.activeElement;
    const isRead = note.contains(focused) || (focused?.matches("button.term:focus-visible") && noteOf(focused) === note);
    if (isOpen(note) && !isRead) note.hidePopover();
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const term = termAt(event.target);
    if (term && !isOpen(noteOf(term))) {
      later(() => {
        hovered = term;
        show(term);
      });
    } else if (term || noteAt(event.target)) {
      clearTimeout(timer);
    }
  });

  document.addEventListener("pointerout", (event) => {
    const term = termAt(event.target);
    const note = term ? noteOf(term) : noteAt(event.target);
    if (event.pointerType === "mouse" && note) later(() => hide(note));
  });

  document.addEventListener("focusin", (event) => {
    const term = termAt(event.target);
    if (term && term.matches(":focus-visible")) show(term);
  });

  document.addEventListener("focusout", (event) => {
    const term = termAt(event.target);
    const note = term ? noteOf(term) : noteAt(event.target);
    if (note && !note.contains(event.relatedTarget)) hide(note);
  });

  // The first click on a term whose note hover has opened keeps that open; every other one opens or closes as usual.
  document.addEventListener("click", (event) => {
    const term = termAt(event.target);
    if (!term) return;
    clearTimeout(timer);
    if (hovered === term && isOpen(noteOf(term))) event.preventDefault();
    hovered = null;
  });
})();
