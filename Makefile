# Every target is a thin call; the work is in the programs it names. `make` alone prints the list.
.DEFAULT_GOAL := help
.SUFFIXES:

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
OUT ?= var/published
T ?=

# The environment is made with uv where pip can bring it, with plain pip where it cannot.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Hemicycle needs Python 3.11: install it or say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv 2>/dev/null || echo "uv cannot be had here: using plain pip, which is slower."

define install
	@if [ -x $(BIN)/uv ]; then VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --require-hashes -r $(1); \
	else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi
	@echo "$(CURDIR)/src" > $$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/hemicycle.pth
	@printf '%s\n' '#!$(CURDIR)/$(BIN)/python' 'import sys' 'from hemicycle.cli.main import main' 'sys.exit(main())' > $(BIN)/hemicycle
	@chmod +x $(BIN)/hemicycle
	@touch $@
endef

$(VENV)/.run: requirements.lock | $(BIN)/python
	$(call install,requirements.lock)

$(VENV)/.dev: requirements-dev.lock | $(BIN)/python
	$(call install,requirements-dev.lock)
	@touch $(VENV)/.run

##@ Everyday

.PHONY: help
help: ## This list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(VENV)/.dev ## The whole environment, from the lock file

.PHONY: run
run: $(VENV)/.run ## Read the two sample programmes, check, compare and publish them into OUT (var/published)
	@$(BIN)/python tools/publish_samples.py $(OUT)

.PHONY: test
test: $(VENV)/.dev ## The tests; T=tests/programme for some of them
	@$(BIN)/python -m pytest $(if $(T),$(T),-n auto --dist worksteal)

.PHONY: fix
fix: $(VENV)/.dev ## Let the formatter and the linter mend what they can
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

##@ What a change must pass

.PHONY: lint
lint: $(VENV)/.dev ## Linters, types, contracts, the house's own rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/lint_house.py

.PHONY: check
check: lint test ## Everything CI does on one database
	$(BIN)/python tools/words.py check
	$(BIN)/python tools/reference.py check

##@ Less often

.PHONY: bench
bench: $(VENV)/.dev ## Seconds, memory and growth; the table of docs/reference/benchmarks.md
	@$(BIN)/python -m bench

.PHONY: fuzz
fuzz: $(VENV)/.dev ## At least 20,000 mutated documents through the reader
	@$(BIN)/python -m bench.fuzz

.PHONY: reference
reference: $(VENV)/.dev ## Write the generated pages of docs/reference
	@$(BIN)/python tools/reference.py write

.PHONY: words
words: $(VENV)/.dev ## Extract the interface's words and compile the translations
	@$(BIN)/python tools/words.py write

.PHONY: lock
lock: $(BIN)/python ## Resolve the dependencies again
	$(BIN)/uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev -c requirements.lock --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --quiet -o requirements-dev.lock

.PHONY: clean
clean: ## Remove what the other targets made
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
