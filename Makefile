# One command a chore, the same for people and for CI. Every variable can be given: make app PORT=8000
PYTHON ?=
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 7860
SEEDS ?= seeds
INDEX ?= index/built
PIP_ARGS ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --progress-bar off -qq $(PIP_ARGS)
# pip refuses a whole install when one pin cannot be met, so torch goes first: its message is then the only one.
TORCH := $(shell sed -n 's/^ *"\(torch==[^"]*\)".*/\1/p' pyproject.toml)

.DEFAULT_GOAL := help
.PHONY: help app install install-dev index test check browser fix clean

help: ## Show the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

app: install ## Install what is needed, build the index, serve the chat
	@.ci/index $(BIN)/python $(SEEDS) $(INDEX)
	@$(BIN)/python app.py --host $(HOST) --port $(PORT) --index $(INDEX) --seeds $(SEEDS)

install: $(VENV)/.installed ## Make the environment only

install-dev: $(VENV)/.installed-dev ## Make the environment with the tools that test and check

index: install ## Build the index where it is missing or out of date
	@$(BIN)/python -m index.build --seeds $(SEEDS) --index $(INDEX)

test: install-dev $(if $(CI),browser) check ## Run what CI runs: lint, types, tests, the eval's floors
	$(BIN)/python -m index.build --seeds $(SEEDS) --index $(INDEX)
	$(BIN)/python -m pytest
	$(BIN)/python -m eval.run --floors

check: install-dev ## Lint and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: install-dev ## Format, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

browser: ## Install Chromium and Chinese fonts for the browser tests (Debian, as root)
	@.ci/browser

clean: ## Remove the environment, the built index and the caches
	rm -rf $(VENV) $(INDEX) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@python=$$(.ci/python $(PYTHON)) && echo "Making $(VENV) with $$python" && "$$python" -m venv $(VENV) || { \
	  rm -rf $(VENV); echo "$(VENV) could not be made: see the message above." >&2; exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing $(TORCH) (the largest part: some minutes the first time)"
	@$(PIP) $(TORCH)
	@echo "Installing the other libraries"
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/.installed
	@echo "Installing the tools that test and check"
	@$(PIP) -e '.[dev]'
	@touch $@
