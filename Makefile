# make              the handbook in this folder, to public/
# make test         everything that must hold; installs what it needs first
# make bench        how fast it is, also beside Hugo and Pagefind where their pages are at hand
# make soak         what takes hours: fuzzing, kills, edits, attacks (.ci/soak.sh says which)
# make bench-search  the search beside MiniSearch, lunr and Pagefind (.ci/search/run.sh says on what)
# make hosting      the configurations of docs/hosting, with the servers that are installed
# make release      the programs people download, to .ci/out/release; VERSION=1.0.0 says which it is
# make licenses     static/assets/licenses.txt, after a change of dependencies or fonts
# make screenshots  pictures of one page of each kind, to .ci/out/screenshots

SHELL := /bin/bash
OUT := .ci/out
WEB := .ci/web
STEP = @.ci/step.sh $@
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FUZZ ?= 60

.PHONY: build
build:
	go run ./cmd/kollega build

# The steps run two at a time, each one's output in a piece, and all of them even
# when one fails. The names of those that failed stand at the end.
STEPS := browser go-test paper firefox staticcheck pages client types vet format

.PHONY: test setup $(STEPS)
test: setup
	@rm -f $(OUT)/failed
	@$(MAKE) --no-print-directory --keep-going --jobs=2 --output-sync=target $(STEPS) || \
		{ echo "make test: FAILED: $$(paste -sd ' ' $(OUT)/failed 2>/dev/null)"; exit 1; }
	@echo "make test: all of $(STEPS) passed"

setup:
	@mkdir -p $(OUT)
	@.ci/setup.sh

format:
	$(STEP) .ci/gofmt.sh

vet:
	$(STEP) go vet ./...

staticcheck:
	$(STEP) go run $(STATICCHECK) ./...

go-test:
	$(STEP) .ci/go-test.sh

browser:
	$(STEP) env KOLLEGA_BROWSER=required go test -timeout 30m -run '^TestBrowser' -skip '^TestBrowser\w*Paper$$' ./cmd/kollega

paper:
	$(STEP) env KOLLEGA_BROWSER=required go test -timeout 30m -run '^TestBrowser\w*Paper$$' ./cmd/kollega

firefox:
	$(STEP) .ci/firefox.sh

pages:
	$(STEP) .ci/pages.sh

types:
	$(STEP) $(WEB)/node_modules/.bin/tsc -p $(WEB)

client:
	$(STEP) .ci/client.sh

.PHONY: bench bench-search hosting soak release licenses screenshots
bench:
	go test -run '^$$' -bench . -benchmem ./...
	.ci/bench.py

bench-search:
	.ci/search/run.sh

hosting:
	.ci/hosting.sh
	.ci/upload.sh

soak: setup
	.ci/soak.sh $(FUZZ)

release:
	.ci/release.sh $(VERSION)

licenses:
	go test ./cmd/kollega -run '^TestLicenses' -write-licenses

screenshots: setup
	KOLLEGA_BROWSER=required go test ./cmd/kollega -count=1 -run '^TestBrowser$$' -screenshots "$(CURDIR)/$(OUT)/screenshots"
