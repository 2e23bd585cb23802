// Where the unit wants it, procedures stay readable without signal (sw.js). Where it no longer does, the worker and all
// that it kept are taken away again.
(async () => {
  const workers = navigator.serviceWorker;
  if (!workers || !window.caches) return;
  const notice = document.querySelector("[data-worker]");

  if (!notice) {
    for (const one of workers.controller ? await workers.getRegistrations() : []) {
      const name = `cchc ${one.scope}`;
      if (!(await caches.has(`${name} khung`))) continue;
      await one.unregister();
      for (const key of await caches.keys()) if (key.startsWith(`${name} `)) await caches.delete(key);
    }
    return;
  }

  const scope = new URL("./", new URL(notice.dataset.worker, location.href)).href;
  const list = async (saved) => {
    const kept = await caches.open(`cchc ${scope} trang`);
    const rows = document.createElement("ul");
    rows.className = "c-links";
    for (const request of (await kept.keys()).reverse()) {
      const answer = await kept.match(request);
      const heading = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("h1");
      const link = document.createElement("a");
      link.href = request.url;
      link.textContent = heading ? heading.textContent : request.url;
      rows.appendChild(document.createElement("li")).appendChild(link);
    }
    if (!rows.children.length) return;
    saved.appendChild(rows);
    saved.hidden = false;
  };

  const asked = workers.controller;
  if (asked) {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => (notice.hidden = !data);
    asked.postMessage({ ask: "kept" }, [channel.port2]);
  }

  const again = document.querySelector("[data-again]");
  const from = new URLSearchParams(location.search).get("tu");
  if (again && from) {
    try {
      const wanted = new URL(from, scope).href;
      if (wanted.startsWith(scope)) again.href = wanted;
    } catch {
      // No address at all: the button leads home.
    }
  }

  // What is kept is told before anything else is asked of the worker: without signal that may fail, or take its time.
  const saved = document.querySelector("[data-saved]");
  if (saved) await list(saved);

  try {
    await workers.register(notice.dataset.worker);
  } catch {
    return;
  }
  if (!asked) {
    const { active } = await workers.ready;
    const parts = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((part) => part.href || part.src);
    active.postMessage({ keep: location.href, parts });
  }
})();
