# The first Python that is new enough; PYTHON=/path/to/python overrules.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt
export PIP_ROOT_USER_ACTION := ignore

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: .venv/.run ## Poll the sources of sources.yaml once and publish the feeds
	@$(BIN)/wiredesk fetch || [ $$? -eq 1 ]
	@echo "Open output/index.html in a browser, or give a feed of output/ to your reader."

# Some tests take a minute and most a moment: a process that has none left takes over from another.
# The hostile cases have bounds of time and memory: they run after the others, and alone. Where paths
# are named only those are run. Of two runs one may find nothing to run (5), as with -k.
# Each process rewrites the tests for their assertions, in a quarter of a minute: what one wrote the
# next one reads, whatever else is wanted of bytecode.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/.dev ## Run the tests
	@some=0; $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS) || some=$$?; \
	[ $$some -eq 0 ] || [ $$some -eq 5 ] || exit $$some; \
	[ -z "$(filter tests/%,$(ARGS))" ] || exit $$some; \
	more=0; $(BIN)/python -m pytest tests/hostile $(ARGS) || more=$$?; \
	if [ $$more -eq 5 ]; then exit $$some; else exit $$more; fi

hostile: .venv/.dev ## Play the catalogue of hostile servers and documents alone (a minute)
	@$(BIN)/python -m pytest tests/hostile $(ARGS)

crash: .venv/.dev ## Kill the daemon a thousand times (about an hour)
	@PYTHONPATH=tests $(BIN)/python -m harm crash --kills 1000 $(ARGS)

faults: .venv/.dev ## Let each write fail or kill the desk, one after the other (about half an hour)
	@WIREDESK_RUNS=100x50 $(BIN)/python -m pytest -q tests/harm/test_state_machine.py
	@PYTHONPATH=tests $(BIN)/python -m harm kill $(ARGS)
	@PYTHONPATH=tests $(BIN)/python -m harm sweep $(ARGS)

fuzz: .venv/.dev ## Try the properties 100,000 times each (hours); ARGS="-k dates" tries some
	@$(BIN)/python -m pytest -n auto --timeout 0 --hypothesis-profile fuzz tests/properties $(ARGS)

check: .venv/.dev ## Check format, lint, types, imports, docs and spelling
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog --check $(COGGED)
	@$(BIN)/codespell
	@$(BIN)/deptry feeds
	@! grep -nE 'https?://' constraints.txt

COGGED = docs/reference/commands.md docs/reference/schema.md

fmt: .venv/.dev ## Format, mend what can be mended, and bring generated docs up to date
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/cog -r $(COGGED)
	@PYTHONPATH=tests $(BIN)/python -m faults
	@$(BIN)/python -c 'from feeds.sources import render_schema; print(render_schema(), end="")' > docs/reference/sources.schema.json

demo: .venv/.run ## Show a small town's news being folded, edited, withdrawn and restored
	@$(BIN)/python benchmarks/demo.py $(ARGS)

bench: .venv/.run ## Measure wiredesk fetch on a generated workload
	@$(BIN)/python benchmarks/fetch.py $(ARGS)

eval: .venv/.dev ## Measure how well copies, events and edits are told and texts are read
	@PYTHONPATH=benchmarks $(BIN)/python -m quality $(ARGS)

series: .venv/.dev ## Replay captures of feeds, and set what is announced against what was edited
	@test -n "$(ARGS)" || { echo 'Name folders of captures: make series ARGS="FOLDER FOLDER"'; exit 1; }
	@$(BIN)/python benchmarks/series.py $(ARGS)

furniture: .venv/.dev ## Measure or learn what tells a report from the furniture around it
	@PYTHONPATH=benchmarks $(BIN)/python -m quality.train_furniture $(ARGS)

constraints: .venv/.dev ## Bring constraints.txt up to date
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --upgrade --no-emit-index-url \
		--no-emit-find-links --no-header --no-annotate --quiet -o constraints.txt

.venv/.python:
	@test -n "$(PYTHON)" || { echo "Wiredesk needs Python 3.11 or newer, with venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.run: .venv/.python pyproject.toml constraints.txt
	@echo "Installing wiredesk into .venv"
	@$(PIP) -e .
	@touch $@

.venv/.dev: .venv/.run
	@echo "Installing the tools of developers into .venv"
	@$(PIP) -e '.[dev,fulltext,notify]'
	@touch $@

.PHONY: help run test hostile crash faults fuzz check fmt demo bench eval series furniture constraints
.DEFAULT_GOAL := help
