// The office's settings: the circle of hues turns and the components follow; sections move by a button.
(() => {
  "use strict";

  const said = (field) => field.dispatchEvent(new Event("change", { bubbles: true })); // the preview listens

  function wirePicker(picker) {
    const field = picker.querySelector("[data-hue]");
    const range = picker.querySelector("[data-range]");
    const slider = range.querySelector("input");
    const frame = picker.querySelector("iframe");
    const wheel = picker.querySelector("[data-wheel]");
    let waiting = 0;

    function leaveOutItsForm() {
      const form = frame.contentDocument?.querySelector("[data-alone]");
      if (form) form.hidden = true;
    }

    function measureSoon() {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        frame.contentWindow.location.replace(`${frame.dataset.preview}?hue=${field.value}`);
        said(field);
      }, 400);
    }

    function show(hue) {
      const degrees = ((Math.round(hue) % 360) + 360) % 360;
      field.value = slider.value = degrees;
      picker.querySelector("[data-needle]").setAttribute("transform", `rotate(${degrees})`);
      picker.querySelector("[data-number]").textContent = degrees;
      for (const swatch of picker.querySelectorAll("[data-swatch]")) {
        if (Number(swatch.dataset.swatch) === degrees) swatch.setAttribute("aria-current", "true");
        else swatch.removeAttribute("aria-current");
      }
      frame.contentDocument?.documentElement.style.setProperty("--hue", degrees);
    }

    function choose(hue) {
      show(hue);
      measureSoon();
    }

    function turn(event) {
      const box = wheel.getBoundingClientRect();
      const right = event.clientX - box.x - box.width / 2;
      const down = event.clientY - box.y - box.height / 2;
      choose((Math.atan2(down, right) * 180) / Math.PI + 90);
    }

    range.hidden = false;
    picker.querySelector("[data-without-script]").hidden = true;
    frame.addEventListener("load", leaveOutItsForm);
    leaveOutItsForm();
    slider.addEventListener("input", () => choose(Number(slider.value)));
    field.addEventListener("input", () => {
      if (field.value !== "" && field.validity.valid) choose(Number(field.value));
    });
    wheel.addEventListener("pointerdown", (event) => {
      wheel.setPointerCapture(event.pointerId);
      turn(event);
    });
    wheel.addEventListener("pointermove", (event) => {
      if (wheel.hasPointerCapture(event.pointerId)) turn(event);
    });
    picker.addEventListener("click", (event) => {
      const swatch = event.target.closest("[data-swatch]");
      if (!swatch) return;
      event.preventDefault();
      choose(Number(swatch.dataset.swatch));
    });
    show(Number(field.value || 0));
  }

  function wireOrder(list) {
    const rows = () => [...list.querySelectorAll("li:not([hidden])")];

    function renumber() {
      rows().forEach((row, index, all) => {
        row.querySelector(".section-place").value = index + 1;
        row.querySelector("[data-up]").disabled = index === 0;
        row.querySelector("[data-down]").disabled = index === all.length - 1;
      });
    }

    function move(row, step) {
      const all = rows();
      const other = all[all.indexOf(row) + step];
      if (!other) return;
      if (step < 0) other.before(row);
      else other.after(row);
      renumber();
      said(row.querySelector(".section-place"));
    }

    list.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      move(button.closest("li"), button.hasAttribute("data-up") ? -1 : 1);
      button.focus();
    });
    list.addEventListener("change", (event) => {
      if (!event.isTrusted || !event.target.matches(".section-place")) return;
      const place = (row) => Number(row.querySelector(".section-place").value);
      rows().sort((one, other) => place(one) - place(other)).forEach((row) => list.append(row));
      renumber();
    });
    for (const button of list.querySelectorAll("button")) button.hidden = false;
    renumber();
  }

  // Wagtail loads the scripts of a form in its head.
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-hue-picker]").forEach(wirePicker);
    document.querySelectorAll("[data-section-order]").forEach(wireOrder);
  });
})();
