#!/usr/bin/env python3
"""Makes a handbook and questions to it of the Debian handbook in Bokmål: debian.py HTML --out DIR [--count N] [--seed S]

HTML is usr/share/doc/debian-handbook/html/nb-NO of Debian's package debian-handbook. Written to DIR are

    site/          site.toml and content/nb, for `kollega build -s DIR/site -d DIR/public`: a page per HTML file,
                   the chapters as sections
    pages.jsonl    the same pages for baselines.mjs
    queries.tsv    at most N queries of each class, made by rule of the text alone

title       the title of a page or of a section in it. Right: the pages with a heading of these words
keywords    two or three words of one page, each found on 2 to 12 pages. Right: all pages that hold them all
typo        one or two such words, one of at least six letters with a letter dropped, doubled, changed or swapped with
            the next, so that it is no word of the book. Right: as for the words before
ascii       one or two such words, at least one with æ, ø or å, written with ae, oe and aa. Right: as before
inflection  a form in -en, -er, -ene or -et that stands nowhere in the book, that hunspell's nb_NO knows, and of
            which another form does. Right: the pages with any form of that stem and these endings, or none

Parts of the book are not translated: words are drawn from paragraphs that look Norwegian, not from code. A page
holds a word when it stands anywhere in it. Standard library, and the command hunspell.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

VOID = {"link", "meta", "img", "br", "hr", "col", "input"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5"}
SKIPPED = {"toc", "docnav", "indexterm", "url"}  # contents, ways on, index marks, addresses in the margin
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"^(Kapittel |Tillegg )?([0-9]+|[A-Z])(\.[0-9]+)*\.\s+")
NORWEGIAN = set("og er som det av til på med ikke en et kan den for å ved eller fra de blir har".split())
ENGLISH = set("the of and is are that this which with by not it be from you can as an or to".split())
ENDINGS = ("ene", "en", "er", "et")


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.parent, self.children = tag, parent, []
        self.classes = set((attributes.get("class") or "").split())
        self.attributes = attributes

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children if not skipped(c))

    def find(self, test):
        for c in self.children:
            if isinstance(c, Element):
                if test(c):
                    yield c
                yield from c.find(test)


def skipped(node):
    return isinstance(node, Element) and (node.classes & SKIPPED or node.attributes.get("id") in ("banner", "title")
                                          or node.tag in ("head", "script", "style"))


class Tree(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("root", {}, None)
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Element(tag, dict(attributes), self.at))

    def handle_endtag(self, tag):
        up = self.at
        while up.tag != tag and up.parent:
            up = up.parent
        if up.parent:
            self.at = up.parent

    def handle_data(self, data):
        self.at.children.append(data)


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def markdown(text):
    text = re.sub(r"([\\`*_{}\[\]<>#|~^=$:!&])", r"\\\1", text)
    return re.sub(r"^([-+]|\d+[.)])", r"\\\1", text)


class Page:
    def __init__(self, file):
        self.stem = os.path.basename(file)[:-len(".html")]
        self.id = self.stem.replace(".", "-").replace("_", "-").lower()
        with open(file, encoding="utf-8") as f:
            root = Tree(f.read()).root
        up = [e.attributes["href"] for e in root.find(lambda e: e.tag == "link" and e.attributes.get("rel") == "up")]
        self.up = up[0][:-len(".html")] if up else None
        self.title, self.heads, self.blocks, self.level = "", [], [], 0
        self.read(root)

    def read(self, node, mark=""):
        """Blocks are (kind, text): head2…, para, item, code, row. What is inline gathers in a paragraph."""
        inline = []

        def close():
            text = flat("".join(inline))
            inline.clear()
            if text:
                self.blocks.append(("item" if mark else "para", text))

        for c in node.children:
            if skipped(c):
                continue
            if isinstance(c, str):
                inline.append(c)
            elif c.tag in HEADINGS and ("title" in c.classes or c.classes == set() or "legalnotice" in c.classes):
                close()
                self.heading(int(c.tag[1]), flat(c.text()))
            elif c.tag == "pre":
                close()
                self.blocks.append(("code", c.text().strip("\n")))
            elif c.tag in ("tr", "dt"):
                close()
                cells = [flat(d.text()) for d in c.children if isinstance(d, Element) and d.tag in ("td", "th")]
                row = " – ".join(filter(None, cells or [flat(c.text())]))
                if row:
                    self.blocks.append(("para", row))
            elif c.tag == "li":
                close()
                self.read(c, "-")
            elif c.tag in ("div", "p", "ul", "ol", "dl", "dd", "table", "thead", "tbody", "body", "html", "blockquote") or c.tag in HEADINGS:
                close()
                self.read(c, mark)
            else:
                if any(c.find(lambda e: e.tag in ("div", "pre", "p"))):
                    close()
                    self.read(c, mark)
                else:
                    inline.append(c.text())
        close()

    def heading(self, level, text):
        text = NUMBER.sub("", text)
        if not text:
            return
        if not self.title:
            self.title, self.level = text, level
            return
        self.heads.append(text)
        self.blocks.append(("head%d" % max(2, min(4, level - self.level + 1)), text))

    def body(self):
        return "\n".join(text for kind, text in self.blocks if not kind.startswith("head"))

    def markdown(self):
        out, last = [], ""
        for kind, text in self.blocks:
            if kind.startswith("head"):
                text = "#" * int(kind[4]) + " " + markdown(text)
            elif kind == "code":
                fence = "`" * (max([2] + [len(m) for m in re.findall("`+", text)]) + 1)
                text = fence + "\n" + text + "\n" + fence
            elif kind == "item":
                text = "- " + markdown(text)
            else:
                text = markdown(text)
            out.append(("" if kind == last == "item" else "\n") + text + "\n")
            last = kind
        head = "+++\ntitle = %s\nid = %s\n+++\n" % tuple(json.dumps(s, ensure_ascii=False) for s in (self.title, self.id))
        return head + "".join(out)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def words(text):
    return set(WORD.findall(text.lower()))


def looks_norwegian(text):
    found = WORD.findall(text.lower())
    return sum(w in NORWEGIAN for w in found) > sum(w in ENGLISH for w in found)


class Rng:
    """Only random() of the standard library, whose numbers are the same in every version."""

    def __init__(self, seed):
        import random
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def pick(self, values):
        return values[self.below(len(values))]

    def shuffled(self, values):
        values = list(values)
        for i in range(len(values) - 1, 0, -1):
            j = self.below(i + 1)
            values[i], values[j] = values[j], values[i]
        return values


def typo(word, rng):
    at, kind = rng.below(len(word)), rng.below(4)
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + rng.pick("abcdefghijklmnoprstuvyæøå") + word[at + 1:]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def ascii_(word):
    return word.replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def spelled(candidates):
    """Those that hunspell's Bokmål knows."""
    try:
        done = subprocess.run(["hunspell", "-i", "utf-8", "-d", "nb_NO", "-l"], input="\n".join(candidates),
                              check=True, capture_output=True, text=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError) as err:
        sys.exit("debian: the inflections need hunspell and its nb_NO: %s" % err)
    unknown = set(done.stdout.split())
    return [w for w in candidates if w not in unknown]


def queries(pages, count, seed):
    held = {p.id: words("\n".join([p.title] + p.heads + [p.body()])) for p in pages}
    on = {}
    for p in pages:
        for w in held[p.id]:
            on.setdefault(w, []).append(p.id)
    source = {}  # a page's words that may be drawn
    for p in pages:
        parts = [p.title] + p.heads + [text for kind, text in p.blocks if kind in ("para", "item")]
        drawn = set().union(*[words(text) for text in parts if looks_norwegian(text)])
        source[p.id] = sorted(w for w in drawn if len(w) >= 5 and 2 <= len(on[w]) <= 12)
    drawn_from = [p.id for p in pages if len(source[p.id]) >= 10]

    def holding(asked):
        return [p.id for p in pages if set(asked) <= held[p.id]]

    def fill(name, make):
        rng, out = Rng("%s %s" % (seed, name)), {}
        for _ in range(50 * count):
            if len(out) == count:
                break
            made = make(rng)
            if made and made[0] not in out:
                out[made[0]] = made[1]
        return [(name, query, ids) for query, ids in out.items()]

    def keywords(rng, least, most):
        return rng.shuffled(source[rng.pick(drawn_from)])[:least + rng.below(most - least + 1)]

    def keyword(rng):
        asked = keywords(rng, 2, 3)
        return " ".join(asked), holding(asked)

    def mistyped(rng):
        asked = keywords(rng, 1, 2)
        long = [i for i, w in enumerate(asked) if len(w) >= 6]
        if not long:
            return None
        at = rng.pick(long)
        wrong = typo(asked[at], rng)
        if wrong in on:
            return None
        return " ".join(asked[:at] + [wrong] + asked[at + 1:]), holding(asked)

    def plain(rng):
        asked = keywords(rng, 1, 2)
        written = [ascii_(w) for w in asked]
        if written == asked or any(w != v and v in on for w, v in zip(asked, written)):
            return None
        return " ".join(written), holding(asked)

    drawable = sorted(set().union(*source.values()))
    stems = {}
    for w in drawable:
        for ending in ENDINGS:
            if w.endswith(ending) and len(w) - len(ending) >= 4:
                stems.setdefault(w[:-len(ending)], []).append(w)
                break
    absent = sorted({s + e for s in stems for e in ENDINGS if s + e not in on})
    inflected = spelled(absent)

    def inflection(rng):
        form = rng.pick(inflected)
        stem = next(form[:-len(e)] for e in ENDINGS if form.endswith(e) and form[:-len(e)] in stems)
        forms = {stem} | {stem + e for e in ENDINGS}
        return form, [p.id for p in pages if forms & held[p.id]]

    titles = {}
    for p in pages:
        for title in [p.title] + p.heads:
            titles.setdefault(" ".join(WORD.findall(title.lower())), [title, []])[1].append(p.id)
    titles = [(flat(title), list(dict.fromkeys(ids))) for title, ids in titles.values() if WORD.search(title)]
    sampled = Rng("%s title" % seed).shuffled(titles)[:count]
    return ([("title", title, ids) for title, ids in sampled] + fill("keywords", keyword) + fill("typo", mistyped)
            + fill("ascii", plain) + fill("inflection", inflection))


SITE = """id = "debian"
title = "Håndbok for Debian-administratoren"
base = "none"
language = "nb"
languages = ["nb"]
"""


def main():
    ap = argparse.ArgumentParser(description="Makes a handbook and questions to it of the Debian handbook in Bokmål.")
    ap.add_argument("html", metavar="HTML")
    ap.add_argument("--out", metavar="DIR", required=True)
    ap.add_argument("--count", type=int, default=100, help="queries of each class, at most (default: 100)")
    ap.add_argument("--seed", default="1")
    args = ap.parse_args()
    site = os.path.join(args.out, "site")
    if os.path.isdir(site) and os.listdir(site):
        sys.exit("debian: %s is not empty" % site)

    pages = [Page(f) for f in sorted(glob.glob(os.path.join(args.html, "*.html")))]
    if not pages:
        sys.exit("debian: no pages in %s" % args.html)
    stems = {p.stem: p for p in pages}
    write(os.path.join(site, "site.toml"), SITE)
    lines = []
    for p in pages:
        if p.stem == "index":
            path = "_index"
        elif p.up in (None, "index"):
            path = p.id + "/_index"
        else:
            path = stems[p.up].id + "/" + p.id
        write(os.path.join(site, "content", "nb", path + ".md"), p.markdown())
        url = path.replace("_index", "index") + ".html"
        page = {"id": p.id, "lang": "nb", "url": url, "title": p.title, "headings": "\n".join(p.heads), "text": p.body()}
        lines.append(json.dumps(page, ensure_ascii=False) + "\n")
    write(os.path.join(args.out, "pages.jsonl"), "".join(lines))

    made = queries(pages, args.count, args.seed)
    write(os.path.join(args.out, "queries.tsv"), "class\tlanguage\tquery\tids\n"
          + "".join("%s\tnb\t%s\t%s\n" % (name, query, " ".join(ids)) for name, query, ids in made))
    print("%s: %d pages, %d queries" % (args.out, len(pages), len(made)))


if __name__ == "__main__":
    main()
