// Saves a part of a work by itself while somebody writes, and keeps on the device what could not be saved.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const status = document.querySelector("[data-status]");
  const key = `my-work-${form.dataset.work}`;
  const word = (name) => document.querySelector("template[data-words]").content.querySelector(`[data-word=${name}]`).textContent;
  const PAUSE = 2500; // milliseconds after the last letter
  const AGAIN = 15000; // milliseconds until the next try without connection
  const OURS = ["csrfmiddlewaretoken", "seen", "row", "go"];
  const SUBMITTED = `${key}-submitted`;
  const note = window.sessionStorage;
  let timer = 0;
  let saving = false;
  let changed = false;
  let leaving = false;

  const typed = () =>
    [...new FormData(form).entries()].filter(([name, value]) => typeof value === "string" && !OURS.includes(name));

  const say = (message, { trouble = false, link = null } = {}) => {
    status.classList.toggle("trouble", trouble);
    status.textContent = message;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link;
      anchor.target = "_blank";
      anchor.textContent = word("signin");
      status.append(" ", anchor);
    }
  };

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), seen: form.elements.seen.value, fields: typed() }));
    } catch {
      // A device without room or with storage switched off still has the text on the screen.
    }
  };

  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  };

  const freshToken = async () => {
    const answer = await fetch(form.dataset.token, { headers: { "X-Portal-Autosave": "1" } });
    if (answer.ok) form.elements.csrfmiddlewaretoken.value = (await answer.json()).token;
    return answer.ok;
  };

  const post = (keepalive) => {
    const data = new FormData();
    for (const [name, value] of new FormData(form).entries()) {
      if (typeof value === "string" && name !== "row" && name !== "go") data.append(name, value);
    }
    return fetch(location.pathname, { method: "POST", body: data, headers: { "X-Portal-Autosave": "1" }, keepalive });
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };

  const saved = (answer) => {
    form.elements.seen.value = answer.seen;
    document.querySelectorAll("[data-gauge] li").forEach((mark, place) => {
      mark.classList.remove("on", "half", "off");
      mark.classList.add(answer.parts[place]);
    });
    if (!changed) forget();
    say(answer.message);
  };

  const refused = async (answer) => {
    if (answer.status === 401) say((await answer.json()).message ?? word("signed-out"), { trouble: true, link: form.dataset.signIn });
    else if (answer.status === 409) say(word("conflict"), { trouble: true });
    else if (answer.status === 422) {
      const found = (await answer.json()).problems.map((one) => `${one.label}: ${one.message}`);
      say(`${word("problems")} ${found.join(" ")}`, { trouble: true });
    } else if (answer.status === 423) say((await answer.json()).message, { trouble: true });
    else say(word("offline"), { trouble: true });
    if (answer.status === 401 || answer.status >= 500) later(AGAIN);
  };

  async function save(keepalive = false) {
    clearTimeout(timer);
    if (!changed || leaving) return;
    if (saving) {
      later(PAUSE);
      return;
    }
    saving = true;
    changed = false;
    say(word("saving"));
    try {
      let answer = await post(keepalive);
      if (answer.status === 403 && (await freshToken())) answer = await post(keepalive);
      if (answer.status === 403) answer = new Response("{}", { status: 401 });
      if (answer.ok) saved(await answer.json());
      else {
        await refused(answer);
        changed = true;
      }
    } catch {
      changed = true;
      say(word("offline"), { trouble: true });
      later(AGAIN);
    }
    saving = false;
  }

  const restore = (fields) => {
    const values = new Map();
    fields.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
    for (const control of form.elements) {
      if (!control.name || control.type === "file" || control.type === "hidden" || control.type === "submit") continue;
      const wanted = values.get(control.name) ?? [];
      if (control.type === "checkbox" || control.type === "radio") control.checked = wanted.includes(control.value);
      else if (wanted.length) control.value = wanted[0];
    }
    changed = true;
    later(PAUSE);
  };

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-quiet";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };

  const offer = () => {
    const place = document.querySelector("[data-found]");
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(key));
    } catch {
      return;
    }
    if (!place || !kept) return;
    // What was submitted from here and has changed since has arrived.
    const hasArrived = note.getItem(SUBMITTED) && kept.seen !== form.elements.seen.value;
    note.removeItem(SUBMITTED);
    if (hasArrived || JSON.stringify(kept.fields) === JSON.stringify(typed())) {
      forget();
      return;
    }
    const box = document.createElement("div");
    box.className = "note note-clay found";
    box.setAttribute("role", "status");
    const text = document.createElement("p");
    text.textContent = `${word("found")} ${new Date(kept.at).toLocaleString(document.documentElement.lang)}`;
    box.append(
      text,
      button(word("restore"), () => { restore(kept.fields); box.remove(); }),
      button(word("discard"), () => { forget(); box.remove(); }),
    );
    place.append(box);
  };

  form.addEventListener("input", (event) => {
    if (event.target.type === "file") return;
    changed = true;
    keep();
    later(PAUSE);
  });
  const tooLarge = (input) => [...input.files].find((file) => file.size > Number(input.dataset.most || Infinity));

  // What came back of an upload: the next screen, or this one with what is wrong.
  const uploaded = (request) => {
    if (request.status === 200) {
      note.setItem(SUBMITTED, "1");
      const goal = new URL(JSON.parse(request.responseText).goto, location);
      const isHere = goal.pathname + goal.search === location.pathname + location.search;
      location.assign(goal);
      if (isHere) location.reload();
    } else if (request.status === 409 || request.status === 422) {
      document.open();
      document.write(request.responseText);
      document.close();
    } else {
      leaving = false;
      changed = true;
      if (request.status === 401 || request.status === 403) say(word("signed-out"), { trouble: true, link: form.dataset.signIn });
      else say(word("upload-failed"), { trouble: true });
    }
  };

  // The file goes up while the page stays: a lost connection loses no text, and one sees how far it is.
  const send = (input, isAgain) => {
    const button = input.closest(".rows")?.querySelector("button[value$='-upload']");
    const request = new XMLHttpRequest();
    const data = new FormData(form);
    data.set(button ? "row" : "go", button ? button.value : "here");
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) say(`${word("uploading")} ${Math.floor((100 * sent.loaded) / sent.total)} %`);
    });
    request.addEventListener("load", async () => {
      if (request.status === 403 && !isAgain && (await freshToken())) send(input, true);
      else uploaded(request);
      if (request.status !== 200) input.value = "";
    });
    request.addEventListener("error", () => {
      leaving = false;
      changed = true;
      input.value = "";
      say(word("upload-failed"), { trouble: true });
    });
    request.open("POST", location.pathname);
    request.setRequestHeader("X-Portal-Upload", "1");
    request.send(data);
  };

  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.files.length) return;
    const large = tooLarge(input);
    if (large) {
      say(`${large.name}: ${word("too-large")} ${Math.floor(input.dataset.most / 1048576)} MB`, { trouble: true });
      input.value = "";
      return;
    }
    clearTimeout(timer);
    leaving = true; // nothing saves itself meanwhile: the upload brings the text along
    keep();
    say(word("uploading"));
    send(input, false);
  });
  form.addEventListener("submit", () => {
    leaving = true;
    keep();
    note.setItem(SUBMITTED, "1");
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save(true);
  });
  addEventListener("online", () => save());
  addEventListener("pageshow", () => { leaving = false; });

  if (!document.querySelector(".note-rose[role=alert]")) offer();
})();
