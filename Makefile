# saydo: `make run` builds and serves it, `make test` builds and tests it. `make help` lists the rest.
# Steps whose inputs have not changed do nothing; their marks are in target/stamps.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

STAMPS := target/stamps
TARGET := $(or $(CARGO_TARGET_DIR),target)
BINARY := $(TARGET)/release/saydo
DEBUG_BINARY := $(TARGET)/debug/saydo
VENV := target/venv
WEB_SOURCES := $(shell find web/src web/public web/build web/index.html web/vite.config.ts web/lingui.config.ts \
  -type f 2>/dev/null | sed 's/ /\\ /g')
# Installs what the lock file says and leaves it alone. Not `npm ci`: that refuses a lock file without the binaries
# of other platforms, which not every registry carries.
NPM_INSTALL := npm install --no-save --no-audit --no-fund --loglevel=error
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1

# What `make run` and `make dev` pass on to `saydo serve`, for example ARGS="--listen 127.0.0.1:9000".
ARGS ?=
# How often `make kill-loop` kills the server.
TIMES ?= 100

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: toolchain system-cc $(STAMPS)/web ## build everything and serve it; prints the link to open
	cargo build --release --locked --bin saydo
	exec $(BINARY) serve $(ARGS)

.PHONY: build
build: toolchain system-cc $(STAMPS)/web ## build the release binary with the web app in it
	cargo build --release --locked --bin saydo

.PHONY: test
test: toolchain system ## set up and run every test: Rust, web, language data, kill -9, API fuzzing, MCP judges, browser
	@$(MAKE) --no-print-directory test-web test-rust eval-debug kill-loop fuzz-api conformance e2e

.PHONY: test-rust
test-rust: system $(STAMPS)/web ## the tests of the Rust crates, on SQLite and on a private PostgreSQL
	@if command -v cargo-nextest >/dev/null; then \
	  cargo nextest run --workspace --locked --no-fail-fast && cargo test --workspace --locked --doc; \
	else \
	  cargo test --workspace --locked --no-fail-fast; \
	fi

.PHONY: test-web
test-web: $(STAMPS)/web ## the unit tests of the web app and the size of what a browser loads first
	npm --prefix web run test
	npm --prefix web run check:size

.PHONY: e2e
e2e: system $(STAMPS)/web $(STAMPS)/e2e-packages $(DEBUG_BINARY) ## the browser tests, against the real binary
	SAYDO_BINARY=$(abspath $(DEBUG_BINARY)) npm --prefix e2e run test

.PHONY: fuzz-api
fuzz-api: $(STAMPS)/venv $(DEBUG_BINARY) ## send generated requests to every operation of the OpenAPI document
	SAYDO_BINARY=$(abspath $(DEBUG_BINARY)) $(VENV)/bin/python e2e/fuzz_api.py

.PHONY: conformance
conformance: system $(STAMPS)/conformance $(DEBUG_BINARY) ## have the judges of the Model Context Protocol judge the MCP server
	cargo build --locked -p saydo-server --example conformance
	cargo build --locked -p saydo-fake-model
	SAYDO_BINARY=$(abspath $(DEBUG_BINARY)) FIXTURES_BINARY=$(abspath $(TARGET)/debug/examples/conformance) \
	  FAKE_MODEL_BINARY=$(abspath $(TARGET)/debug/fake-model) \
	  PYTHON=$(abspath target/conformance/venv/bin/python) \
	  e2e/conformance/node_modules/node/bin/node e2e/conformance/run.mjs

.PHONY: kill-loop
kill-loop: $(DEBUG_BINARY) ## kill -9 the writing server TIMES times and look for lost or doubled changes
	cargo xtask kill-loop --times $(TIMES) --binary $(DEBUG_BINARY)

.PHONY: eval
eval: toolchain-rust ## run the language engine over its data sets and write evals/results.md
	cargo build --release --locked --bin saydo
	python3 evals/run.py --binary $(BINARY)

.PHONY: eval-debug
eval-debug: $(DEBUG_BINARY)
	python3 evals/run.py --binary $(DEBUG_BINARY) --own --no-results

.PHONY: check
check: toolchain $(STAMPS)/web-packages $(STAMPS)/e2e-packages ## formatting, lints, rules of the house, types, generated files
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo xtask tidy
	npm --prefix web run lint
	npm --prefix web run types
	npm --prefix web run unused
	npm --prefix e2e run check
	scripts/generated.sh

.PHONY: generate
generate: $(STAMPS)/web-packages ## write the OpenAPI document, what is made from it, and the example of settings
	UPDATE=1 cargo test --locked -p saydo-server openapi
	cargo run --quiet --locked --bin saydo -- config --example > docs/saydo.example.toml
	npm --prefix web run generate

.PHONY: dev
dev: toolchain $(STAMPS)/web-packages ## serve the debug binary on 8080 and the web app with hot reload on 3000
	cargo build --locked --bin saydo
	trap 'kill 0' EXIT; $(DEBUG_BINARY) serve $(ARGS) & npm --prefix web run dev

.PHONY: bench
bench: build ## measure against the reference; bench/README.md says what it needs
	bench/run.sh

.PHONY: clean
clean: ## remove what was built
	rm -rf target web/dist web/node_modules e2e/node_modules e2e/artifacts e2e/conformance/node_modules

.PHONY: toolchain toolchain-rust system system-cc
toolchain:
	@scripts/toolchain.sh
toolchain-rust:
	@scripts/toolchain.sh rust
system:
	@scripts/system-packages.sh
system-cc:
	@scripts/system-packages.sh cc

# The tests of the Rust crates build this binary too; cargo finds then that there is nothing to do.
.PHONY: $(DEBUG_BINARY)
$(DEBUG_BINARY): toolchain-rust
	cargo build --locked --bin saydo

$(STAMPS)/web-packages: web/package.json web/package-lock.json
	cd web && $(NPM_INSTALL)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/e2e-packages: e2e/package.json e2e/package-lock.json
	cd e2e && $(NPM_INSTALL)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/web: $(STAMPS)/web-packages $(WEB_SOURCES)
	npm --prefix web run build
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/venv: e2e/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r e2e/requirements.txt
	@mkdir -p $(STAMPS) && touch $@

# The package `node` brings the Node that the judges need, in its own installation script.
$(STAMPS)/conformance: e2e/conformance/package.json e2e/conformance/package-lock.json e2e/conformance/requirements.txt
	cd e2e/conformance && $(NPM_INSTALL)
	python3 -m venv target/conformance/venv
	target/conformance/venv/bin/pip install --quiet --disable-pip-version-check -r e2e/conformance/requirements.txt
	@mkdir -p $(STAMPS) && touch $@
