// Keeps the procedures that were read last, so that they can be read again without signal. The network always goes first:
// nothing old is shown while there is signal. Published at the root of the site, and only where the unit wants it.
"use strict";

const SCOPE = self.registration.scope;
const NAME = `cchc ${SCOPE}`;
const SHELL = `${NAME} khung`;
const PAGES = { name: `${NAME} trang`, most: 30 };
const PARTS = { name: `${NAME} tep`, most: 8 };
const NOTICE = `${SCOPE}ngoai-tuyen.html`;
const A_PROCEDURE = /^thu-tuc\/\d\.\d{6}\.html$/;
const A_PART = /^theme\/site\.[0-9a-f]+\.(css|js)$/;
const PATIENCE = 8000; // milliseconds that a page is waited for when there is a kept one
const fromCache = new Set();

const inSite = (address) => {
  const url = new URL(address);
  return `${url.origin}${url.pathname}`.startsWith(SCOPE) ? `${url.origin}${url.pathname}`.slice(SCOPE.length) : null;
};
const bare = (address) => SCOPE + inSite(address);

// The newest stands last; what is too much goes from the front.
async function keep(box, address, response) {
  if (!response.ok || response.redirected || response.type !== "basic") return;
  const cache = await caches.open(box.name);
  await cache.delete(address);
  await cache.put(address, response);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - box.most)).map((key) => cache.delete(key)));
}

async function forget(address) {
  const cache = await caches.open(PAGES.name);
  await cache.delete(address);
}

// What stands around the notice: styles, script, and the pictures of the frame. What an earlier release had goes.
async function saveShell() {
  const answer = await fetch(NOTICE, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const text = await answer.clone().text();
  const found = (pattern) => [...text.matchAll(pattern)].map((match) => new URL(match[1], NOTICE).href);
  const parts = found(/(?:href|src)="([^"]*theme\/site\.[0-9a-f]+\.(?:css|js))"/g);
  const pictures = found(/<img [^>]*?src="([^"]+)"/g).filter(inSite);
  const cache = await caches.open(SHELL);
  await cache.addAll(parts);
  await Promise.allSettled(pictures.map((one) => cache.add(new Request(one, { cache: "no-cache" }))));
  await cache.put(NOTICE, answer);
  const wanted = [NOTICE, ...parts, ...pictures];
  await Promise.all((await cache.keys()).filter((key) => !wanted.includes(key.url)).map((key) => cache.delete(key)));
}

// The notice names the hotline, which may have changed since: once while this worker runs it is fetched again.
let saved;
const savedShell = () =>
  (saved ??= saveShell().catch((error) => {
    saved = undefined;
    throw error;
  }));

// A page: from the network, past the browser's own cache, which may be old as well; without signal, or when the signal is so
// weak that nothing comes, the kept one, else the notice, which knows where to try again.
async function page(event, path) {
  const address = bare(event.request.url);
  const kept = await caches.match(address, { cacheName: PAGES.name });
  const signal = kept && AbortSignal.timeout ? AbortSignal.timeout(PATIENCE) : undefined;
  try {
    const answer = await fetch(event.request, { cache: "no-cache", signal });
    if (A_PROCEDURE.test(path)) {
      if (answer.status === 404 || answer.status === 410) event.waitUntil(forget(address));
      else event.waitUntil(keep(PAGES, address, answer.clone()).then(savedShell).catch(() => {}));
    }
    return answer;
  } catch (error) {
    if (kept) {
      fromCache.add(event.resultingClientId);
      return kept;
    }
    if (address === NOTICE) return (await caches.match(NOTICE, { cacheName: SHELL })) || Response.error();
    return Response.redirect(`${NOTICE}?tu=${encodeURIComponent(path)}`, 302);
  }
}

// The stylesheet and the script: their names change with their content, so a kept one is never old.
async function part(event, path) {
  const address = bare(event.request.url);
  for (const name of [PARTS.name, SHELL]) {
    const kept = await caches.match(address, { cacheName: name });
    if (kept) return kept;
  }
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(PARTS, address, answer.clone()));
    return answer;
  } catch (error) {
    const shell = await caches.open(SHELL);
    const alike = (await shell.keys()).find((key) => key.url.endsWith(path.slice(path.lastIndexOf("."))));
    return alike ? shell.match(alike) : Response.error();
  }
}

// A picture: from the network; without signal those of the frame, so that no page shows a broken emblem.
async function picture(event) {
  try {
    return await fetch(event.request);
  } catch (error) {
    return (await caches.match(bare(event.request.url), { cacheName: SHELL })) || Response.error();
  }
}

// What the first page needs was fetched before there was a worker: it asks for it to be kept.
async function keepFirst({ keep: address, parts }) {
  const path = inSite(address);
  if (path === null || !A_PROCEDURE.test(path)) return;
  await keep(PAGES, bare(address), await fetch(bare(address), { cache: "no-cache" }));
  for (const one of parts) {
    if (A_PART.test(inSite(one) || "")) await keep(PARTS, bare(one), await fetch(one));
  }
}

self.addEventListener("install", (event) => event.waitUntil(savedShell().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = inSite(request.url);
  if (request.method !== "GET" || path === null) return;
  if (request.mode === "navigate") event.respondWith(page(event, path));
  else if (A_PART.test(path)) event.respondWith(part(event, path));
  else if (request.destination === "image") event.respondWith(picture(event));
});

self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(keepFirst(event.data).catch(() => {}));
  else if (event.ports[0]) event.ports[0].postMessage(fromCache.has(event.source.id));
});
