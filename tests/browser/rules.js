// What has to hold on every page of the portal, beside what axe knows. `pageRules.names()` lists the rules,
// `pageRules.broken(rules)` answers `{rule: [what breaks it]}`, at most five of each.
window.pageRules = (() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true]");
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const say = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 120);
  const FOCUSABLE = "a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select, textarea, summary, " +
    "[tabindex]:not([tabindex^='-']), audio[controls], video[controls]";
  const stops = () => all(FOCUSABLE).filter((element) => isShown(element) && element.tabIndex >= 0 && !element.closest("wagtail-userbar"));
  const CONTROLS = "input:not([type=hidden], [type=submit], [type=button]), select, textarea";

  const named = (element) => {
    const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const parts = ids.map((id) => document.getElementById(id)).filter(Boolean).map(text);
    return parts.join(" ") || (element.getAttribute("aria-label") ?? "").trim();
  };

  const isBare = () => !document.querySelector("link[rel=search]"); // a failing portal's page has no menu and no foot
  const one = (found, what) => (found.length === 1 ? [] : [`${found.length} ${what}`]);

  const rules = {
    "one h1, and no level of heading is left out": () => {
      const headings = all("h1, h2, h3, h4, h5, h6").filter(isShown);
      const wrong = one(headings.filter((heading) => heading.localName === "h1"), "h1");
      let last = 0;
      for (const heading of headings) {
        const level = Number(heading.localName[1]);
        if (level > last + 1) wrong.push(`h${last} -> ${say(heading)}`);
        if (!text(heading)) wrong.push(`empty ${say(heading)}`);
        last = level;
      }
      return wrong;
    },
    "one banner, one main part, one foot; every navigation has a name of its own": () => {
      const names = all("nav").filter(isShown).map((nav) => named(nav) || say(nav));
      const twice = names.filter((name, place) => names.indexOf(name) !== place);
      const nameless = all("nav").filter((nav) => isShown(nav) && !named(nav)).map(say);
      const furniture = isBare() ? [] : [...one(all("body > header"), "banners"), ...one(all("body > footer"), "feet")];
      return [...furniture, ...one(all("main"), "main parts"), ...nameless, ...twice.map((name) => `twice: ${name}`)];
    },
    "the first stop of the keyboard leads past the menu": () => {
      const [first] = stops();
      const target = first && document.getElementById((first.getAttribute("href") ?? "").slice(1));
      const fits = !first || isBare() || (first.classList.contains("skip") && target?.localName === "main" && target.tabIndex === -1);
      return fits ? [] : [say(first)];
    },
    "every control has a name that can be read": () => {
      const labelled = (control) => [...(control.labels ?? [])].some(text) || named(control);
      const nameless = all(CONTROLS).filter((control) => isShown(control) && !labelled(control));
      const silent = all("a[href], button, summary").filter(
        (element) => isShown(element) && !text(element) && !named(element) && !all("img[alt]:not([alt=''])", element).length
      );
      return [...nameless, ...silent].map(say);
    },
    "what a control refers to is there": () =>
      ["aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "for", "list", "popovertarget"].flatMap((name) =>
        all(`[${name}]`).flatMap((element) =>
          element.getAttribute(name).split(/\s+/).filter((id) => id && !document.getElementById(id)).map((id) => `${name}=${id}: ${say(element)}`)
        )
      ),
    "no word is used twice as an anchor": () => {
      const ids = all("[id]").map((element) => element.id);
      return ids.filter((id, place) => ids.indexOf(id) !== place);
    },
    "every stop of the keyboard is drawn": () => {
      const before = document.activeElement;
      const undrawn = stops().filter((element) => {
        element.focus({ focusVisible: true, preventScroll: true });
        if (document.activeElement !== element) return !element.matches("audio, video");
        const looks = [element, element.parentElement, element.closest("label")].filter(Boolean).map((each) => getComputedStyle(each));
        return !looks.some((look) => look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2);
      });
      before?.focus?.();
      return undrawn.map(say);
    },
    "the keyboard follows the order of the page": () => all("[tabindex]").filter((element) => element.tabIndex > 0).map(say),
    "targets are 24 pixels high and wide, or stand in a line of text": () => {
      const inText = (element) => {
        const box = element.closest("p, li, td, th, dd, dt, figcaption, caption, blockquote, label, legend, h1, h2, h3, summary");
        return getComputedStyle(element).display === "inline" && box && text(box) !== text(element);
      };
      const small = (element) => {
        const { width, height } = element.getBoundingClientRect();
        const label = element.closest("label")?.getBoundingClientRect();
        return Math.min(width, height) < 23.5 && !(label && Math.min(label.width, label.height) >= 23.5);
      };
      const isParked = (element) => element.closest(".vh, .skip") || element.getBoundingClientRect().width <= 1;
      const crowds = (element) => {
        const mine = element.getBoundingClientRect();
        const [x, y] = [mine.x + mine.width / 2, mine.y + mine.height / 2];
        return stops().some((other) => {
          if (other === element || other.contains(element) || element.contains(other) || isParked(other)) return false;
          const box = other.getBoundingClientRect();
          const dx = Math.max(box.x - x, 0, x - box.right);
          const dy = Math.max(box.y - y, 0, y - box.bottom);
          return Math.hypot(dx, dy) < 12;
        });
      };
      return stops().filter((element) => !isParked(element) && small(element) && !inText(element) && crowds(element)).map(say);
    },
    "nothing moves for who asked for stillness": () => {
      const moves = (element) => {
        const look = getComputedStyle(element);
        const longest = (times) => Math.max(...times.split(",").map(parseFloat));
        return longest(look.transitionDuration) > 0.05 || (look.animationName !== "none" && longest(look.animationDuration) > 0.05);
      };
      return [...(matchMedia("(prefers-reduced-motion: reduce)").matches ? all("*").filter(moves).map(say) : ["not asked"])];
    },
    "a drawing that says something says it in words too": () => {
      const silent = all("svg:not([aria-hidden=true])").filter(
        (svg) => isShown(svg) && !(svg.getAttribute("role") === "img" && (named(svg) || text(svg.querySelector("title") ?? svg)))
      );
      const charts = all("svg[role=img]").filter((svg) => svg.closest(".flow"));
      const alone = charts.filter((svg) => !document.querySelector("ol.steps, .task-list, .tasks ul, .tasks ol, main a[href$='#part-steps']") && !svg.closest("figure")?.querySelector("ol, ul, table"));
      return [...silent, ...alone].map(say);
    },
    "a message about a field stands with it": () => {
      const faulty = all("[aria-invalid=true]").filter((control) => {
        const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/);
        const group = control.closest("fieldset");
        const own = ids.some((id) => document.getElementById(id)?.closest(".errors"));
        return !own && !(group && all(".errors", group).length);
      });
      const orphans = all(".errors").filter((message) => isShown(message) && !text(message));
      return [...faulty, ...orphans].map(say);
    },
    "the page fits its window": () => {
      const wide = document.documentElement.scrollWidth;
      return wide > innerWidth ? [`${wide} > ${innerWidth}`] : [];
    },
  };
  return {
    names: () => Object.keys(rules),
    broken: (wanted = Object.keys(rules)) => {
      const found = wanted.map((name) => [name, rules[name]().slice(0, 5)]);
      return Object.fromEntries(found.filter(([, wrong]) => wrong.length));
    },
  };
})();
