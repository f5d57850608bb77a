// What makes a page show its own next version. It stands on pages that "kollega serve"
// shows, and on no page that is published.
"use strict";
(() => {
  const script = document.currentScript;
  const token = script.dataset.token;
  let page = script.dataset.page; // the hash of what is shown
  const content = script.dataset.content; // and of the same without its styles
  const place = "kollega-place:" + location.pathname;

  // --- what a reader would lose when the page is loaded anew ---

  // A path of child numbers leads to the same element on a page that has hardly changed.
  const pathOf = (el) => {
    const steps = [];
    for (; el && el !== document.body; el = el.parentElement) steps.unshift([...el.parentElement.children].indexOf(el));
    return steps;
  };
  const at = (id, steps) => (id && document.getElementById(id)) || steps.reduce((el, n) => el && el.children[n], document.body);
  const fields = () => [...document.querySelectorAll("main input, main textarea, main select")].filter((f) => !["file", "password", "button", "submit"].includes(f.type));
  const nameOf = (f, i) => (f.name || f.id || i) + ":" + (f.type === "radio" || f.type === "checkbox" ? f.value : "");
  const valueOf = (f) => (f.type === "checkbox" || f.type === "radio" ? f.checked : f.value);

  // What the reader wrote here, by field, as long as it stands. What else is in the fields
  // came from a saved copy, which another tab may have made newer since.
  const touched = new Map();
  const touch = (f) => {
    const i = fields().indexOf(f);
    if (i >= 0) touched.set(nameOf(f, i), valueOf(f));
  };
  document.addEventListener("input", (e) => { if (e.isTrusted) touch(e.target); }, true);
  const isFresh = (f) => {
    if (f.type === "checkbox" || f.type === "radio") return f.checked === f.defaultChecked;
    if (f.options) return [...f.options].every((o) => o.selected === o.defaultSelected) || f.selectedIndex <= 0;
    return f.value === f.defaultValue;
  };

  const remember = () => {
    const el = document.activeElement;
    const focus = el && el !== document.body ? { id: el.id, steps: pathOf(el), from: null, to: null } : null;
    try { if (focus) { focus.from = el.selectionStart; focus.to = el.selectionEnd; } } catch { /* a field without a caret */ }
    const typed = {};
    fields().forEach((f, i) => {
      const name = nameOf(f, i);
      if (touched.get(name) === valueOf(f)) typed[name] = valueOf(f);
    });
    const kept = { x: scrollX, y: scrollY, focus, typed, hidden: document.hidden, when: Date.now() };
    try { sessionStorage.setItem(place, JSON.stringify(kept)); } catch { /* then the place is lost */ }
  };

  const putBack = (kept) => {
    fields().forEach((f, i) => {
      const name = nameOf(f, i), value = kept.typed[name];
      if (value === undefined) return;
      if (value === valueOf(f)) { touch(f); return; }
      if (kept.hidden && !isFresh(f)) return; // saved meanwhile, in the tab that was looked at
      if (typeof value === "boolean") f.checked = value; else f.value = value;
      touch(f);
      if (f.type === "radio" && !value) return; // the one that is chosen tells
      f.dispatchEvent(new Event("input", { bubbles: true }));
      f.dispatchEvent(new Event("change", { bubbles: true }));
    });
    const el = kept.focus && at(kept.focus.id, kept.focus.steps);
    if (el && el.focus) {
      el.focus({ preventScroll: true });
      try { if (kept.focus.from !== null) el.setSelectionRange(kept.focus.from, kept.focus.to); } catch { /* likewise */ }
    }
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  };

  const takeUp = () => {
    let kept;
    try { kept = JSON.parse(sessionStorage.getItem(place)); sessionStorage.removeItem(place); } catch { /* nothing is kept */ }
    if (!kept || Date.now() - kept.when > 30000) return;
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    // A worksheet fetches its saved copy first; what is typed is put back when its fields
    // have come to rest.
    let last = "", still = 0;
    const wait = () => {
      const now = JSON.stringify(fields().map(valueOf));
      still = now === last ? still + 1 : 0;
      last = now;
      if (still < 3) setTimeout(wait, 50); else putBack(kept);
    };
    if (Object.keys(kept.typed).length) wait(); else putBack(kept);
  };
  if (document.readyState === "complete") takeUp(); else addEventListener("load", takeUp, { once: true });

  // --- a new edition ---

  let leaving = false;
  // A worksheet asks before what is not saved is left. Nothing is left here: it comes back.
  // Listeners of a window are called in the order they came, and this one came first.
  addEventListener("beforeunload", (e) => { if (leaving) e.stopImmediatePropagation(); });
  const reload = () => {
    if (leaving) return;
    leaving = true;
    remember();
    location.reload();
  };

  // New styles come in beside the old ones, which go when the new are there.
  const restyle = async () => {
    const text = await (await fetch(location.pathname, { cache: "no-store" })).text();
    const wanted = [...text.matchAll(/<link rel="?stylesheet"? href="?([^" >]+)"?/g)].map((m) => new URL(m[1], location.href).href);
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    if (wanted.length !== links.length) return reload();
    links.forEach((old, i) => {
      if (old.href === wanted[i]) return;
      const fresh = old.cloneNode();
      fresh.href = wanted[i];
      fresh.addEventListener("load", () => old.remove(), { once: true });
      fresh.addEventListener("error", reload, { once: true });
      old.after(fresh);
    });
  };

  let asking = false, again = false;
  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    try {
      const reply = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
      const tag = (reply.headers.get("ETag") || "").replaceAll('"', "");
      if (tag && tag !== page) {
        if (reply.headers.get("Kollega-Content") === content) {
          await restyle();
          page = tag; // not before: what could not be fetched is asked for again
        } else reload();
      }
    } catch { /* the server is away; its next edition asks again */ } finally {
      asking = false;
      if (again) { again = false; ask(); }
    }
  };

  // --- one stream for all tabs ---

  const channel = new BroadcastChannel("kollega-live");
  channel.onmessage = (e) => { if (e.data === "edition") ask(); else reload(); };
  let first = true, pause = 200;
  const listen = () => {
    const stream = new EventSource("/_kollega/live?token=" + encodeURIComponent(token));
    stream.addEventListener("edition", () => {
      pause = 200;
      ask();
      if (!first) channel.postMessage("edition");
      first = false;
    });
    stream.onerror = async () => {
      if (stream.readyState !== EventSource.CLOSED) return; // it tries again by itself
      // Refused: a server that has been started anew knows no token of before.
      try {
        if ((await fetch("/_kollega/live?token=" + encodeURIComponent(token), { method: "HEAD" })).status === 403) {
          channel.postMessage("reload");
          return reload();
        }
      } catch { /* not there yet */ }
      setTimeout(listen, pause = Math.min(pause * 2, 5000));
    };
  };
  // The tab that holds the lock listens for all; the next one takes over when it is closed.
  if (navigator.locks) navigator.locks.request("kollega-live", () => { listen(); return new Promise(() => {}); });
  else listen();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
})();
