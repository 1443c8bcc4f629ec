// The office switched off reading without a connection: this worker forgets what was kept, and ends itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("portal-")) await caches.delete(name);
      await registration.unregister();
    })(),
  );
});
