// Counts the score while criteria are chosen, and prints. Without it the server counts and the browser's menu prints.
"use strict";
{
  const POINTS = 4;
  const form = document.getElementById("score");
  if (form) {
    const criteria = [...form.querySelectorAll("[data-weight]")];
    const total = form.querySelector("[data-total]");
    const sum = form.querySelector("[data-sum]");
    const said = form.querySelector("[data-scored]");
    const weights = criteria.reduce((all, item) => all + Number(item.dataset.weight), 0) || 1;
    const count = () => {
      let done = 0;
      let earned = 0;
      for (const item of criteria) {
        const chosen = item.querySelector("input:checked");
        if (chosen) {
          done += 1;
          earned += (Number(chosen.value) / POINTS) * Number(item.dataset.weight);
        }
      }
      sum.textContent = ((earned / weights) * 100).toFixed(2);
      said.textContent = said.dataset.text.replace("{done}", done).replace("{all}", criteria.length);
    };
    total.hidden = said.hidden = false;
    form.addEventListener("change", count);
    count();
  }
  const print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
}
