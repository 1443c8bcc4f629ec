// The filters: what was unfolded stays so, long lists can be searched, and on a phone they are a sheet over the page.
(() => {
  "use strict";

  const form = document.getElementById("filters");
  if (!form) return;
  const isSheet = () => form.matches(":popover-open");

  // ---- An update keeps what a visitor has unfolded and typed ----
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const fresh = event.detail.fragment;
    for (const old of form.querySelectorAll("details[id], .value-find[id]")) {
      const next = fresh.querySelector(`#${CSS.escape(old.id)}`);
      if (next && old.matches("details")) next.open = old.open;
      else if (next) next.value = old.value;
    }
    for (const find of fresh.querySelectorAll(".value-find")) narrow(find);
  });

  // ---- Looking for a value in a long list ----
  function narrow(find) {
    const list = find.closest("fieldset");
    const wanted = find.value.trim().toLowerCase();
    let left = 0;
    for (const value of list.querySelectorAll(".check")) {
      value.hidden = !value.querySelector("span").textContent.toLowerCase().includes(wanted);
      left += !value.hidden;
    }
    if (wanted) for (const fold of list.querySelectorAll("details")) fold.open = true;
    const none = list.querySelector(".value-none");
    none.textContent = left ? "" : none.dataset.text;
  }

  form.addEventListener("input", (event) => {
    if (event.target.matches(".value-find")) narrow(event.target);
  });
  // Its text is no choice, and Enter in it sends nothing.
  form.addEventListener("change", (event) => event.target.matches(".value-find") && event.stopPropagation(), true);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".value-find")) event.preventDefault();
  });

  // ---- The sheet of a phone ----
  function closeSheet() {
    form.hidePopover();
    document.querySelector(".sheet-open, #results-title")?.focus();
  }

  // "toggle" comes a moment after the opening: whoever has chosen something by then stays there.
  form.addEventListener("toggle", () => {
    if (isSheet() && !form.contains(document.activeElement)) form.querySelector("button.sheet-only")?.focus();
  });
  // A thumb on the words of a choice takes the focus to what the sheet stands in: that is no way out.
  form.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (isSheet() && next && !form.contains(next) && !next.contains(form)) form.hidePopover();
  });
  // What was chosen is on the page already, so the button only leads back to it.
  form.addEventListener("submit", (event) => {
    const isShown = document.documentElement.classList.contains("live") && document.getElementById("live-failed").hidden;
    if (!isSheet() || !isShown) return;
    event.preventDefault();
    closeSheet();
  });
})();
