// The service worker: keeps the manual pages that somebody opened, so that they can be read without a connection.
// Online every page comes from the network. What may be kept the server says in a header: public manual pages, asked for
// by a visitor who is not signed in. `PORTAL` comes from the address that imports this file.
/* global PORTAL */
(() => {
  "use strict";

  const PAGES = "portal-pages";
  const FILES = "portal-files";
  const MOST_PAGES = 60;
  const MOST_FILES = 30; // of one page
  const LONGEST = 180 * 24 * 60 * 60 * 1000; // ms that a page is kept
  const PATIENCE = 5000; // ms of a bad connection, until the kept copy is shown
  const RESTARTING = [502, 503, 504]; // what a web server answers while the portal behind it is away
  const FOR_GOOD = /\.[0-9a-f]{12}\./; // in the name of a static file whose contents never change

  const isFile = (path) => PORTAL.files.some((prefix) => path.startsWith(prefix));
  const isUntouched = (path) => PORTAL.untouched.some((prefix) => path.startsWith(prefix));
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  // ---- What a page needs: its pictures, style sheets, scripts and icons ----
  function filesOf(text) {
    const found = new Set();
    for (const [, address] of text.matchAll(/\s(?:src|href)="(\/[^"#]*)/g)) {
      if (isFile(new URL(address, location.origin).pathname)) found.add(address);
    }
    return [...found].slice(0, MOST_FILES);
  }

  async function keepFiles(addresses) {
    const files = await caches.open(FILES);
    const missing = [];
    for (const address of addresses) if (!(await files.match(address))) missing.push(address);
    await Promise.allSettled(
      missing.map(async (address) => {
        const response = await fetch(address);
        if (response.ok && response.type === "basic") await files.put(address, response);
      }),
    );
  }

  // ---- Keeping ----
  async function keep(path, response) {
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.set("X-Kept", new Date().toISOString());
    headers.set("X-Title", encodeURIComponent(text.match(/<h1[^>]*>([\s\S]*?)<\/h1>/)?.[1].replace(/<[^>]*>/g, "").trim() || path));
    const pages = await caches.open(PAGES);
    await pages.put(path, new Response(text, { headers }));
    const kept = await pages.keys(); // the oldest first
    await Promise.all(kept.slice(0, -MOST_PAGES).map((request) => pages.delete(request)));
    await keepFiles(filesOf(text));
  }

  // What the network answered decides anew each time: a page that became private, moved or was withdrawn goes.
  async function learn(url, response) {
    const mayKeep = response.ok && response.type === "basic" && !response.redirected && response.headers.get("X-Offline") === "yes";
    if (mayKeep && !url.search) await keep(url.pathname, response);
    else if (!mayKeep && response.status < 500 && response.status !== 429) await (await caches.open(PAGES)).delete(url.pathname);
  }

  async function keepNotice() {
    const response = await fetch(PORTAL.notice, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${PORTAL.notice}: ${response.status}`);
    const text = await response.clone().text();
    await (await caches.open(FILES)).put(PORTAL.notice, response);
    await keepFiles([...PORTAL.first, ...filesOf(text)]);
  }

  // Leaves what the notice and the kept pages need.
  async function tidy() {
    const pages = await caches.open(PAGES);
    const files = await caches.open(FILES);
    const needed = new Set([PORTAL.notice, ...PORTAL.first]);
    const notice = await files.match(PORTAL.notice);
    for (const address of notice ? filesOf(await notice.text()) : []) needed.add(address);
    for (const request of await pages.keys()) {
      const page = await pages.match(request);
      if (Date.now() - Date.parse(page.headers.get("X-Kept")) > LONGEST) await pages.delete(request);
      else for (const address of filesOf(await page.text())) needed.add(address);
    }
    for (const request of await files.keys()) {
      const { pathname, search } = new URL(request.url);
      if (!needed.has(pathname + search)) await files.delete(request);
    }
  }

  async function forget() {
    await caches.delete(PAGES);
    await tidy();
  }

  // ---- Answering ----
  // The copy says that it is one; of a picture in many sizes only the one that was kept is asked for.
  async function copy(kept) {
    const text = (await kept.text())
      .replace("<html ", `<html data-kept="${kept.headers.get("X-Kept")}" `)
      .replace(/<source\s[^>]*>/g, "")
      .replace(/\s(?:srcset|sizes)="[^"]*"/g, "");
    return new Response(text, { headers: kept.headers });
  }

  async function notice(error) {
    const kept = await (await caches.open(FILES)).match(PORTAL.notice);
    if (!kept) throw error;
    return kept;
  }

  async function page(event, url) {
    const kept = await (await caches.open(PAGES)).match(url.pathname);
    const answer = Promise.resolve(event.preloadResponse).then((early) => early || fetch(event.request));
    // The rest is done while the page is shown already; without a connection there is nothing to learn.
    event.waitUntil(answer.then((response) => learn(url, response.clone())).catch(() => {}));
    try {
      const first = await (kept ? Promise.race([answer, wait(PATIENCE)]) : answer);
      return kept && (!first || RESTARTING.includes(first.status)) ? copy(kept) : first;
    } catch (error) {
      return kept ? copy(kept) : notice(error);
    }
  }

  async function file(request, url) {
    const files = await caches.open(FILES);
    const address = url.pathname + url.search;
    const kept = await files.match(address);
    if (kept && FOR_GOOD.test(url.pathname)) return kept;
    try {
      const response = await fetch(request);
      if (kept && response.ok && response.type === "basic") await files.put(address, response.clone());
      return response;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  }

  // ---- What happens ----
  addEventListener("install", (event) => {
    skipWaiting();
    event.waitUntil(keepNotice());
  });

  addEventListener("activate", (event) => {
    event.waitUntil(
      (async () => {
        await registration.navigationPreload?.enable();
        await tidy();
        await clients.claim();
      })(),
    );
  });

  addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (url.origin !== location.origin) return;
    if (request.method === "POST" && PORTAL.forgetAt.includes(url.pathname)) event.waitUntil(forget());
    if (request.method !== "GET" || isUntouched(url.pathname)) return;
    if (request.mode === "navigate") event.respondWith(page(event, url));
    else if (isFile(url.pathname)) event.respondWith(file(request, url));
  });

  // A page that was open before there was a worker asks to be kept; a change of language changes the notice.
  addEventListener("message", (event) => {
    if (event.data.keep) {
      const url = new URL(event.data.keep, location.origin);
      if (url.origin === location.origin) event.waitUntil(fetch(url).then((response) => learn(url, response)));
    }
    if (event.data.language) {
      event.waitUntil(
        (async () => {
          const kept = await (await caches.open(FILES)).match(PORTAL.notice);
          if (kept?.headers.get("Content-Language") !== event.data.language) await keepNotice();
        })(),
      );
    }
  });
})();
