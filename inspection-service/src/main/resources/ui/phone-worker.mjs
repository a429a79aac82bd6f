// Lets the phone's pages of a visit be opened without network: what was kept while there was one is shown again. It keeps nothing
// by itself; a page asks for that, and takes it away again once its drafts are sent.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  try {
    return await fetch(request);
  } catch (gone) {
    const kept = await caches.match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
    if (kept) {
      return kept;
    }
    throw gone;
  }
}
