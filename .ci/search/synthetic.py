#!/usr/bin/env python3
"""Turns a synthetic handbook into what baselines.mjs reads: synthetic.py CORPUS.PY --pages N --out DIR [--count N] [--seed S]

Writes DIR/pages.jsonl and DIR/queries.tsv. A page's id is its address in Kollega's site without .html; the site
itself comes from `CORPUS.PY emit --tool kollega` and `kollega build`. Right is every page that holds all the words of
the query, as they stand in it; for a title, in its title; for a prefix, that has a word beginning so. A page's
description counts as text, since it stands on the finished page.

The texts are words in no meaningful order, so this tells whether the words are found, not whether answers are good.
"""
import argparse
import json
import os
import re
import subprocess
import sys

WORD = re.compile(r"[^\W\d_]+")


def words(text):
    return set(WORD.findall(text.lower()))


def main():
    ap = argparse.ArgumentParser(description="Turns a synthetic handbook into what baselines.mjs reads.")
    ap.add_argument("corpus", metavar="CORPUS.PY")
    ap.add_argument("--pages", type=int, required=True)
    ap.add_argument("--count", type=int, default=210, help="queries, of seven classes in turn (default: 210)")
    ap.add_argument("--seed", default="1")
    ap.add_argument("--out", metavar="DIR", required=True)
    args = ap.parse_args()

    def corpus(*more):
        command = [sys.executable, args.corpus, *more, "--pages", str(args.pages), "--seed", args.seed]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout

    os.makedirs(args.out, exist_ok=True)
    pages = []
    with open(os.path.join(args.out, "pages.jsonl"), "w", encoding="utf-8", newline="\n") as f:
        for line in corpus("docs").splitlines():
            doc = json.loads(line)
            id_ = doc["url"].strip("/")
            page = {"id": id_, "lang": "nb", "url": id_ + ".html", "title": doc["title"],
                    "headings": "\n".join(doc["headings"]), "text": doc["description"] + "\n" + doc["text"]}
            f.write(json.dumps(page, ensure_ascii=False) + "\n")
            title = words(page["title"])
            pages.append((id_, title, title | words(page["headings"]) | words(page["text"])))

    def right(kind, query):
        asked = words(query)
        if kind == "prefix":
            return [id_ for id_, _, held in pages if any(w.startswith(query) for w in held)]
        return [id_ for id_, title, held in pages if asked <= (title if kind == "title" else held)]

    none = 0
    with open(os.path.join(args.out, "queries.tsv"), "w", encoding="utf-8", newline="\n") as f:
        f.write("class\tlanguage\tquery\tids\n")
        for query in json.loads(corpus("queries", "--count", str(args.count))):
            ids = right(query["kind"], query["q"])
            if not ids:  # words of two pages: nobody can answer that rightly
                none += 1
                continue
            f.write("%s\tnb\t%s\t%s\n" % (query["kind"], query["q"], " ".join(ids)))
    print("%s: %d pages, %d queries, %d left out since no page holds all their words" % (args.out, len(pages), args.count - none, none))


if __name__ == "__main__":
    main()
