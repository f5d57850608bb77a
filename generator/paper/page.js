// What is done to a page before it is printed. paper.go describes the attributes.
({
  // Ends when letters and pictures are there and the page, if it lays itself out, has
  // done so. Pictures far down are loaded too.
  async rest(sets) {
    for (const image of document.querySelectorAll("img")) image.loading = "eager";
    while (sets && document.documentElement.dataset.set !== "true") await new Promise((wake) => setTimeout(wake, 20));
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
    for (const animation of document.getAnimations()) animation.finish();
    return true;
  },

  // Opens a file on the page of the session kit, and has the page make its pack of it, as a
  // reader does.
  async kit(text, notes, paper) {
    const found = async (look) => {
      for (let it; ; await new Promise((wake) => setTimeout(wake, 20))) if ((it = look())) return it;
    };
    const { title, kit } = JSON.parse(text);
    if (paper) document.querySelector(".kit-page").dataset.paper = paper; // the cards are cut from it
    const input = document.querySelector(".kit-file input");
    const files = new DataTransfer();
    files.items.add(new File([text], "session.json", { type: "application/json" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
    (await found(() => document.querySelector(".kit-offer:not([hidden]) .button-main"))).click();
    await found(() => document.querySelectorAll(".kit-block").length === kit.blocks.length);
    const menu = document.querySelector(".kit-menu-print");
    menu.querySelector("input").checked = notes; // the first part is for whoever leads
    await new Promise((done) => {
      window.print = done;
      menu.querySelector(".button-main").click();
    });
    const missing = menu.querySelector("[role=status]").textContent;
    if (missing) throw new Error(missing);
    if (title) document.title = document.title.replace(/^.*?(?= – |$)/, () => title);
    return true;
  },

  // Makes links lead to where the site is published, or nowhere: what this machine serves
  // is gone when the file is read.
  links(base, site) {
    const here = location.pathname;
    for (const link of document.querySelectorAll("a[href], area[href]")) {
      const href = link.getAttribute("href");
      const url = URL.parse(href, location.href);
      if (!url || url.origin !== location.origin) continue;
      if (url.pathname === here && !url.search && url.hash) {
        if (document.getElementById(decodeURIComponent(url.hash.slice(1)))) link.setAttribute("href", url.hash);
        else link.removeAttribute("href");
      } else if (site && url.href.startsWith(base)) link.setAttribute("href", site + "/" + url.href.slice(base.length));
      else link.removeAttribute("href");
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
      if (!text.data.includes(location.host) || text.parentElement.closest("script")) continue;
      text.data = text.data.replaceAll(base, site ? site + "/" : "");
      if (text.data.includes(location.host)) text.data = "";
    }
    return true;
  },

  // Opens the notes that only those who lead a session are to have.
  notes() {
    for (const note of document.querySelectorAll("details.facilitator")) note.open = true;
    return true;
  },

  // Adds rules to the page's styles, after all others.
  style(rules) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return true;
  },

  // Takes the rules away that were added last.
  unstyle() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    return true;
  },

  // The anchors that page numbers are asked of.
  asked() {
    return [...new Set([...document.querySelectorAll("[data-page-of]")].map((e) => e.dataset.pageOf))]
      .filter((anchor) => document.getElementById(anchor));
  },

  // Puts page numbers in. Each is a link to its anchor, which is why the browser writes
  // down where the anchor is.
  number(pages) {
    for (const place of document.querySelectorAll("[data-page-of]")) {
      const anchor = place.dataset.pageOf;
      if (!(anchor in pages)) continue;
      const text = (place.dataset.pageWord ?? "%d").replace("%d", String(pages[anchor]));
      const link = document.createElement("a");
      link.href = "#" + encodeURIComponent(anchor);
      link.textContent = text;
      link.style.setProperty("color", "inherit");
      link.style.setProperty("text-decoration", "none");
      place.replaceChildren(place.closest("a") ? text : link);
    }
    return true;
  },

  // What has not room enough, each once: a text may go on over several cards.
  overflow() {
    const found = new Map();
    for (const e of document.querySelectorAll("[data-overflow]")) {
      const ref = e.dataset.ref ?? "";
      const said = e.querySelector(".card-question, .card-activity") ?? e;
      const text = said.textContent.replace(/\s+/g, " ").trim().slice(0, 60);
      const key = ref || text;
      if (!found.has(key)) found.set(key, { ref, text });
    }
    return [...found.values()];
  },

  // Makes the boxes of a worksheet links, whose addresses are their places in the list
  // that is returned. form.go makes form fields of them.
  fields(address) {
    document.documentElement.dataset.print = "blank";
    const boxes = [];
    const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const put = (box, kind, name, part, label) => {
      if (!box || !box.checkVisibility({ visibilityProperty: true })) return;
      for (let e = box; e && !e.matches(".field, .sheet-head"); e = e.parentElement) e.removeAttribute("aria-hidden");
      if (getComputedStyle(box).position === "static") box.style.setProperty("position", "relative");
      const link = document.createElement("a");
      link.href = address + boxes.length;
      link.setAttribute("aria-label", label);
      link.style.setProperty("position", "absolute");
      link.style.setProperty("inset", "0");
      box.append(link);
      boxes.push({ kind, name, part, label });
    };
    for (const [i, line] of [...document.querySelectorAll(".sheet-head .sheet-line")].entries()) {
      put(line.querySelector(".line"), "line", "sheet-head-" + (i + 1), "", words(line.querySelector("span")));
    }
    for (const field of document.querySelectorAll(".sheet [data-field]")) {
      const id = field.dataset.field;
      const asked = words(field.querySelector(".field-label"));
      const kind = [...field.classList].find((name) => name.startsWith("field-"));
      if (kind === "field-signature" || kind === "field-drawing") continue; // by hand
      const several = kind === "field-several";
      for (const option of field.querySelectorAll(".option")) {
        const said = words(option.querySelector(".option-label"));
        const box = option.querySelector(".box");
        const label = asked ? asked + ": " + said : said;
        if (box) put(box, "tick", id, several ? option.dataset.option : "", label);
        else put(option.querySelector(".ring"), "ring", id, option.dataset.option, label);
      }
      for (const step of field.querySelectorAll(".step")) {
        put(step.querySelector("span"), "step", id, step.querySelector("input").value, asked + ": " + words(step));
      }
      for (const [i, row] of [...field.querySelectorAll("tr[data-row]")].entries()) {
        for (const cell of row.querySelectorAll("td[data-column]")) {
          const label = cell.querySelector(".control")?.getAttribute("aria-label") ?? "";
          put(cell, "area", id, cell.dataset.column + "-" + (i + 1), asked + ": " + label);
        }
      }
      const lines = field.querySelector(":scope > .lines");
      if (lines) put(lines.querySelectorAll(".line").length > 1 ? lines : lines.querySelector(".line"), lines.querySelectorAll(".line").length > 1 ? "area" : "line", id, "", asked);
    }
    return boxes;
  },
})
