// Offers, while a work process is edited, the people already named in it and its steps by number.
(() => {
  "use strict";

  function list(id) {
    const found = document.getElementById(id);
    if (found) return found;
    const made = document.createElement("datalist");
    made.id = id;
    document.body.append(made);
    return made;
  }

  function fill(id, options) {
    list(id).replaceChildren(
      ...options.map(([value, label]) => {
        const option = document.createElement("option");
        option.value = value;
        option.textContent = label;
        return option;
      }),
    );
  }

  function field(row, name) {
    const found = row.querySelector(`[name="${row.dataset.prefix}-${name}"]`);
    return found ? found.value.trim() : "";
  }

  // The rows of steps that stay, in the order in which they stand.
  function stepRows() {
    const rows = [];
    for (const action of document.querySelectorAll('[name^="steps-"][name$="-action"]')) {
      const prefix = action.name.slice(0, -"-action".length);
      const row = action.closest("[data-inline-panel-child]");
      if (!row || prefix.includes("__prefix__")) continue;
      row.dataset.prefix = prefix;
      if (!field(row, "DELETE")) rows.push(row);
    }
    return rows;
  }

  // As `step_numbers` in manuals/numbering.py.
  function numbered(rows) {
    const opens = rows.map((row, place) => place === 0 || field(row, "list_title") !== "");
    const hasSeveral = opens.filter(Boolean).length > 1;
    let group = 0;
    let place = 0;
    return rows.map((row, index) => {
      [group, place] = opens[index] ? [group + 1, 1] : [group, place + 1];
      return [hasSeveral ? `${group}.${place}` : `${place}`, field(row, "action")];
    });
  }

  document.addEventListener("focusin", (event) => {
    const offered = event.target instanceof HTMLInputElement && event.target.getAttribute("list");
    if (offered === "process-actors") {
      const actors = new Set(stepRows().map((row) => field(row, "actor")).filter(Boolean));
      fill(offered, [...actors].map((actor) => [actor, ""]));
    } else if (offered === "process-steps") {
      fill(offered, numbered(stepRows()));
    }
  });
})();
