#!/usr/bin/env python3
"""Measures Kollega beside Hugo and Pagefind: bench.py [--pages N,N] [--seeds N] [--runs N] [--large N] [--quick]

The pages come from ../shared/bench, which is not part of this repository; without it
there is nothing to compare on. Each figure is a median over seeds and runs, the tools
taking turns, with no output and no cache to begin with. A ratio is of medians of one
run of this script: on a machine with other work the milliseconds mean little.
"""
import argparse
import http.client
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCH = os.path.join(ROOT, "..", "shared", "bench")
# The newest Hugo whose dependencies can all be had.
HUGO, TOOLCHAIN = "v0.166.0", "go1.27.0"


def run(*args, env=None, cwd=None):
    """Runs a command; returns seconds and peak MB, or stops with what it said."""
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        p = subprocess.Popen(args, stdout=log, stderr=log, env=env, cwd=cwd)
        _, status, usage = os.wait4(p.pid, 0)
        took = time.perf_counter() - began
        p.returncode = os.waitstatus_to_exitcode(status)
        if p.returncode:
            log.seek(0)
            sys.exit("%s: %d\n%s" % (" ".join(args), p.returncode, log.read().decode()[-2000:]))
    return took, usage.ru_maxrss / 1024


def quietly(*args, **kw):
    subprocess.run(args, check=True, stdout=subprocess.DEVNULL, **kw)


def name_twins(folder):
    """Gives an id to pages of the same name in two sections: the corpus has a few when it is very large."""
    seen = set()
    for section in sorted(os.listdir(folder)):
        for name in sorted(os.listdir(os.path.join(folder, section)) if os.path.isdir(os.path.join(folder, section)) else []):
            if name in seen and not name.startswith("_"):
                path = os.path.join(folder, section, name)
                with open(path) as f:
                    text = f.read()
                with open(path, "w") as f:
                    f.write(text.replace("+++\n", '+++\nid = "%s-%s"\n' % (name[:-3], section), 1))
            seen.add(name)


class Case:
    """One corpus on one disk, and the tools that build it."""

    def __init__(self, tools, where, pages, seed):
        self.tools, self.pages = tools, pages
        self.dir = tempfile.mkdtemp(prefix="kollega-bench-", dir=where)
        self.ours, self.theirs = os.path.join(self.dir, "ours"), os.path.join(self.dir, "theirs")
        emit = [sys.executable, os.path.join(BENCH, "corpus.py"), "emit", "--pages", str(pages), "--seed", str(seed)]
        quietly(*emit, "--tool", "kollega", "--out", self.ours)
        name_twins(os.path.join(self.ours, "content", "nb"))
        self.env = dict(os.environ, KOLLEGA_CACHE=os.path.join(self.dir, "cache"))
        if "hugo" in tools:
            quietly(*emit, "--tool", "hugo", "--out", os.path.join(self.theirs, "content"))
            shutil.copytree(os.path.join(BENCH, "hugo"), self.theirs, dirs_exist_ok=True)

    def clear(self, *names):
        for name in names:
            shutil.rmtree(os.path.join(self.dir, name), ignore_errors=True)

    def kollega(self, *more):
        return run(self.tools["kollega"], "build", "--quiet", "-s", self.ours, "-d", os.path.join(self.dir, "a"), *more, env=self.env)

    def kollega_clean(self):
        self.clear("a", "cache")
        return self.kollega()

    def kollega_again(self):
        self.edit(self.ours + "/content/nb")
        return self.kollega()

    def hugo(self):
        return run(self.tools["hugo"], "--minify", "-s", self.theirs, "-d", os.path.join(self.dir, "b"), "--cacheDir", os.path.join(self.dir, "hcache"))

    def hugo_clean(self):
        self.clear("b", "hcache", "theirs/resources")
        return self.hugo()

    def hugo_again(self):
        self.edit(self.theirs + "/content")
        return self.hugo()

    def pagefind(self):
        self.clear("b/pagefind")
        return run(self.tools["pagefind"], "--site", os.path.join(self.dir, "b"))

    def edit(self, folder):
        """Adds a sentence to one page."""
        folder += "/strategier"
        name = sorted(n for n in os.listdir(folder) if not n.startswith("_"))[3]
        with open(os.path.join(folder, name), "a") as f:
            f.write("\nEn setning til, skrevet %d.\n" % time.time_ns())

    def remove(self):
        shutil.rmtree(self.dir, ignore_errors=True)


def files(folder):
    return sum(len(names) for _, _, names in os.walk(folder))


def compare(tools, where, pages, seeds, runs):
    """The table of one size on one disk."""
    took, peak, sizes = {}, {}, ""
    names = ["kollega_clean", "kollega_again"]
    if "hugo" in tools:
        names = ["kollega_clean", "hugo_clean", "kollega_again", "hugo_again"]
    if "pagefind" in tools:
        names.append("pagefind")
    for seed in range(1, seeds + 1):
        case = Case(tools, where, pages, seed)
        case.kollega_clean()  # reads all of it into memory; not counted
        for _ in range(runs):
            for name in names:
                seconds, megabytes = getattr(case, name)()
                took.setdefault(name, []).append(seconds)
                peak.setdefault(name, []).append(megabytes)
        sizes = "files: kollega %d, hugo %d" % (files(case.dir + "/a"), files(case.dir + "/b"))
        case.remove()
    t = {name: statistics.median(v) for name, v in took.items()}
    m = {name: statistics.median(v) for name, v in peak.items()}
    print("\n%d pages on %s (%s; %d seeds × %d runs)" % (pages, where, sizes, seeds, runs))
    for name in names:
        low, high = min(took[name]), max(took[name])
        print("  %-14s %7.2f s  (%.2f–%.2f)  %5.0f MB" % (name.replace("_", " "), t[name], low, high, m[name]))

    def ratio(what, a, b, bar):
        print("  %-44s %.3f  (goal %.2f)%s" % (what, a / b, bar, "" if a / b <= bar else "  MISSED"))

    if "hugo" in tools:
        ratio("kollega / hugo", t["kollega_clean"], t["hugo_clean"], 0.5 if pages < 5000 else 0.33)
        ratio("kollega again / hugo again, one page changed", t["kollega_again"], t["hugo_again"], 0.1)
        ratio("memory, kollega / hugo", m["kollega_clean"], m["hugo_clean"], 0.5)
    if "pagefind" in tools:
        ratio("kollega / (hugo + pagefind)", t["kollega_clean"], t["hugo_clean"] + t["pagefind"], 0.1)


def served(tools, where, pages, edits):
    """How soon serve shows its first page, and a saved edit."""
    case = Case({"kollega": tools["kollega"]}, where, pages, 1)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    folder = case.ours + "/content/nb/strategier"
    name = sorted(n for n in os.listdir(folder) if not n.startswith("_"))[5]
    with open(os.path.join(folder, name)) as f:
        text = f.read()
    began = time.perf_counter()
    server = subprocess.Popen([tools["kollega"], "serve", "-s", case.ours, "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def get():
        c = http.client.HTTPConnection("localhost", port, timeout=10)
        c.request("GET", "/strategier/" + name.replace(".md", ".html"))
        return c.getresponse().read().decode()

    try:
        while True:
            try:
                get()
                break
            except OSError:
                time.sleep(0.002)
        first = time.perf_counter() - began
        time.sleep(3)  # what it does by itself after the start
        times = []
        for i in range(edits):
            word = "Redigering-%d-%d" % (os.getpid(), i)
            with open(os.path.join(folder, name), "w") as f:
                f.write(text + "\n" + word + "\n")
            saved = time.perf_counter()
            while word not in get():
                time.sleep(0.002)
                if time.perf_counter() - saved > 20:
                    sys.exit("an edit was never served")
            times.append(time.perf_counter() - saved)
            time.sleep(0.3)
        peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/%d/status" % server.pid).read()).group(1)) / 1024
    finally:
        server.terminate()
        server.wait()
        case.remove()
    goal = 30 if pages < 5000 else 60
    median = statistics.median(times) * 1000
    print("\nserve, %d pages on %s: first page after %.2f s (goal %.1f); edit to served, median of %d: %.0f ms (%.0f–%.0f; goal %d)%s; %.0f MB"
          % (pages, where, first, 0.5 if pages < 5000 else 2, edits, median, min(times) * 1000, max(times) * 1000, goal, "" if median <= goal else "  MISSED", peak))


def large(tools, where, pages):
    """A size at which nothing is compared: does time and memory grow in line?"""
    case = Case({"kollega": tools["kollega"]}, where, pages, 1)
    seconds, megabytes = case.kollega_clean()
    again, more = case.kollega_again()
    print("\n%d pages on %s: %.1f s, %.0f MB (goal 3000); one page changed: %.2f s, %.0f MB" % (pages, where, seconds, megabytes, again, more))
    case.remove()


def floor(where, pages):
    """The same bytes read, parsed and written with nothing else."""
    case = Case(tools_of(True), where, pages, 1)
    took = statistics.median(case.kollega_clean()[0] for _ in range(3))
    out = subprocess.run(["go", "test", "./generator/markdown", "-run", "^$", "-bench", "Floor", "-benchtime", "3x", "-corpus", case.ours, "-site", case.dir + "/a",
                          "-out", case.dir + "/floor"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    at = float(re.search(r"BenchmarkFloor\S*\s+\d+\s+(\d+) ns/op", out).group(1)) / 1e9
    print("\nfloor, %d pages on %s: %.2f s; kollega %.2f s, %.2f × the floor (goal 2)" % (pages, where, at, took, took / at))
    case.remove()


BINARIES = tempfile.mkdtemp(prefix="kollega-bench-bin-")


def tools_of(alone):
    kollega = os.path.join(BINARIES, "kollega")
    if not os.path.exists(kollega):
        quietly("go", "build", "-o", kollega, "./cmd/kollega", cwd=ROOT)
    tools = {"kollega": kollega}
    if alone:
        return tools
    hugo = os.path.join(subprocess.check_output(["go", "env", "GOPATH"], text=True).strip(), "bin", "hugo")
    if not os.path.exists(hugo):
        quietly("go", "install", "github.com/gohugoio/hugo@" + HUGO, env=dict(os.environ, GOTOOLCHAIN=TOOLCHAIN))
    tools["hugo"] = hugo
    pagefind = os.path.join(BINARIES, "node_modules", ".bin", "pagefind")
    try:
        quietly("npm", "install", "--no-audit", "--no-fund", "--prefix", BINARIES, "pagefind@1", stderr=subprocess.DEVNULL)
        tools["pagefind"] = pagefind
    except subprocess.CalledProcessError:
        print("Pagefind can't be had here: not compared")
    return tools


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", default="1000,10000", help="the sizes to compare")
    p.add_argument("--seeds", type=int, default=3)
    p.add_argument("--runs", type=int, default=5)
    p.add_argument("--large", type=int, default=100000, help="the size to build alone; 0 for none")
    p.add_argument("--only", default="", help="compare, serve, large or floor")
    o = p.parse_args()
    if not os.path.exists(os.path.join(BENCH, "corpus.py")):
        print("bench: the pages to compare on are not here (%s)" % os.path.relpath(BENCH, ROOT))
        return
    try:
        sizes = [int(n) for n in o.pages.split(",")]
        disks = [d for d in (os.environ.get("TMPDIR", "/tmp"), "/dev/shm") if os.path.isdir(d)]
        tools = tools_of(o.only in ("serve", "large", "floor"))
        model = next((l.split(": ", 1)[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.processor())
        print("machine: %s, %d cores, %s, load %.1f" % (model, os.cpu_count(), platform.release(), os.getloadavg()[0]))
        for name, flag in (("hugo", "version"), ("pagefind", "--version")):
            if name in tools:
                print("%s: %s" % (name, subprocess.check_output([tools[name], flag], text=True).strip()))
        for pages in sizes:
            for where in reversed(disks):
                if o.only in ("", "compare"):
                    compare(tools, where, pages, o.seeds, o.runs)
            if o.only in ("", "serve"):
                served(tools, disks[-1], pages, 31)
            if o.only in ("", "floor"):
                floor(disks[-1], pages)
        if o.only in ("", "large") and o.large:
            large(tools, disks[-1], o.large)
    finally:
        shutil.rmtree(BINARIES, ignore_errors=True)


if __name__ == "__main__":
    main()
