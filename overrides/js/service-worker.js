/* The copy of the guide for where there is no signal. macros/publish/worker.py fills in the line above: `files` maps
   each path to its SHA-256, `edition` names them all. Without files, as under `make serve`, it takes itself away. */
"use strict";
const scope = registration.scope;
const folder = new URL(scope).pathname;
const family = `samarbejdsguiden ${folder} `;
const name = family + edition;
const NEEDS_NETWORK = "om/virker-alt.html#uden-net";
const AT_ONCE = 6;

const key = (path) => `${scope}${path}?${files.get(path)}`;
/* The file an address stands for, also where a host leaves out index.html or .html; undefined for one that is not in the copy. */
const named = (address) => {
  const path = new URL(address).pathname.slice(folder.length);
  return [path, `${path}index.html`, `${path}.html`].find((one) => files.has(one));
};

/* From any earlier copy that has the same file, else from the host. Integrity refuses a file of another edition, such as
   a host has while it is being updated. A new Response, since a redirected one may not be shown as a page. */
const wanted = async (path) => {
  const kept = await caches.match(key(path));
  if (kept) return kept;
  const { body, headers } = await fetch(scope + path, { cache: "no-cache", integrity: `sha256-${files.get(path)}` });
  return new Response(body, { headers });
};
/* Fails when one file does: then the browser keeps the edition it has. What was fetched is used the next time. */
const collect = async () => {
  const cache = await caches.open(name);
  const left = [...files.keys()];
  const lane = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (!(await cache.match(key(path)))) await cache.put(key(path), await wanted(path));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

const copies = async () => (await caches.keys()).filter((other) => other.startsWith(family));
const drop = async (unwanted) => Promise.all(unwanted.map((other) => caches.delete(other)));
const windows = async (includeUncontrolled) => {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled });
  return pages.filter((page) => page.url.startsWith(scope));
};
/* The first copy is for the page that is open too. A later one never takes a page over: it may show an earlier edition. */
const settle = async () => {
  if (files.size) return (await copies()).length > 1 || clients.claim();
  const pages = await windows(false);
  await Promise.all([drop(await copies()), registration.unregister()]);
  return Promise.all(pages.map((page) => page.navigate(page.url)));
};
/* Earlier copies go once no window shows an earlier edition. One that stands after this one is on its way. */
const tidy = async () => {
  const all = await copies();
  if ((await windows(true)).length === (await windows(false)).length) await drop(all.slice(0, Math.max(all.indexOf(name), 0)));
};
/* A reader wants to see the new edition. Not while another window shows the old one: they would mix. */
const change = async (asking) => {
  if ((await windows(true)).length > 1) asking.postMessage("others"); else await skipWaiting();
};
/* A copy may be gone, as when it was turned off. Then the host's file will do if it is of this edition, or a page by itself. */
const answer = async (request, path) => {
  const kept = await caches.match(key(path), { cacheName: name });
  if (kept) return kept;
  const same = fetch(request.url, { integrity: `sha256-${files.get(path)}` });
  return request.mode === "navigate" ? same.catch(() => fetch(request)) : same;
};

addEventListener("install", (event) => event.waitUntil(files.size ? collect() : skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(settle()));
addEventListener("message", (event) => event.waitUntil(change(event.source)));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = named(request.url);
  if (request.mode === "navigate") event.waitUntil(tidy());
  if (path) event.respondWith(answer(request, path));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => Response.redirect(scope + NEEDS_NETWORK)));
});
