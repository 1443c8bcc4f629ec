// Suggestions below the search box: an ARIA combobox with a list. `/` leads to the box. Without script it is a plain box.
(() => {
  "use strict";

  const PATIENCE = 200; // ms after the last letter
  const SHORTEST = 2; // letters
  const KEPT = 60; // answers
  const SWITCH = "search-shortcut-off"; // in the browser's storage: a single key must be one that can be switched off

  const box = document.querySelector("input[data-suggest]");
  const list = document.getElementById("suggestions");
  const said = document.getElementById("suggestions-said");
  if (!box || !list) return;
  const answers = new Map();
  let timer = 0; // until the question is asked
  let request = null; // the one that waits for its answer
  let offered = []; // what the list shows
  let typed = box.value; // what the box held before the arrows chose
  let at = -1;

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  const text = () => box.value.trim().replace(/\s+/g, " ");
  const isOpen = () => !list.hidden;
  const isComing = () => Boolean(timer || request);

  function close() {
    clearTimeout(timer);
    request?.abort();
    timer = 0;
    request = null;
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    said.textContent = "";
  }

  function option(suggestion, place) {
    const item = document.createElement("li");
    item.id = `suggestion-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const words = document.createElement("span");
    words.lang = "th";
    words.textContent = suggestion.text;
    const kind = document.createElement("span");
    kind.className = "suggestion-kind";
    kind.textContent = suggestion.kind_label || "";
    item.append(words, " ", kind);
    return item;
  }

  function show(suggestions) {
    offered = suggestions;
    at = -1;
    box.removeAttribute("aria-activedescendant");
    if (!offered.length || document.activeElement !== box) {
      close();
      return;
    }
    list.replaceChildren(...offered.map(option));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    said.textContent = box.dataset.said.replace("NUMBER", offered.length);
  }

  async function ask() {
    const question = text();
    timer = 0;
    typed = box.value;
    if ([...question].length < SHORTEST) {
      close();
      return;
    }
    if (!answers.has(question)) {
      request?.abort();
      const mine = new AbortController();
      request = mine;
      try {
        const address = `${box.dataset.suggest}?${new URLSearchParams({ q: question })}`;
        const response = await fetch(address, { signal: mine.signal, headers: { Accept: "application/json" } });
        if (!response.ok) return; // too many questions, or the search is down: the box works all the same
        answers.set(question, (await response.json()).suggestions);
        if (answers.size > KEPT) answers.delete(answers.keys().next().value);
      } catch {
        return; // Aborted by the next letter, or no connection.
      } finally {
        if (request === mine) request = null;
      }
    }
    if (question === text()) show(answers.get(question));
  }

  function mark(place) {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = place;
    const item = list.children[at];
    box.value = item ? offered[at].text : typed;
    if (item) {
      item.setAttribute("aria-selected", "true");
      item.scrollIntoView({ block: "nearest" });
      box.setAttribute("aria-activedescendant", item.id);
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  function choose(suggestion) {
    close();
    box.value = suggestion.text;
    if (suggestion.url) location.assign(suggestion.url);
    else box.form.requestSubmit();
  }

  function arrow(step) {
    if (!isOpen()) {
      ask();
      return;
    }
    const places = offered.length + 1; // beside the suggestions, what was typed
    mark(((at + 1 + step + places) % places) - 1);
  }

  const keys = {
    ArrowDown: () => arrow(1),
    ArrowUp: () => arrow(-1),
    Enter: () => at >= 0 && choose(offered[at]),
    Escape: () => {
      if (!isOpen() && !isComing()) return false; // The browser empties the box.
      if (isOpen()) mark(-1);
      close();
      return true;
    },
    Tab: () => {
      close();
      return false;
    },
  };

  box.addEventListener("keydown", (event) => {
    // While an input method puts a word together, its keys are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (!navigator.connection?.saveData) timer = setTimeout(ask, PATIENCE);
  });
  box.addEventListener("blur", close);
  box.form?.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose(offered[[...list.children].indexOf(item)]);
  });

  // On the Thai keyboard the key of / writes ฝ.
  const isShortcut = (event) =>
    (event.key === "/" || (event.code === "Slash" && event.key === "ฝ")) &&
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing) &&
    !localStorage.getItem(SWITCH);
  const isWriting = (node) => node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event) || isWriting(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
