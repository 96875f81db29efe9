# Every target does its own set-up; needs Python 3.11 and make.
PYTHON ?= python3.11
BIN := .venv/bin

# The lock names everything, so nothing is left to resolve: pip would look for what an extra may bring.
$(BIN)/.ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.PHONY: setup demo test docs bench fuzz lint format lock clean
setup: $(BIN)/.ready ## the virtual environment, from the locked requirements

demo: $(BIN)/.ready ## a whole consultation of an example State, in demo/
	$(BIN)/python examples/demo.py

test: $(BIN)/.ready ## the tests, in a few minutes; with CI=true the long ones too, and nothing is skipped
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "engine$(if $(CI),, and not slow)" # apart: Prefect's threads do not survive a fork
	$(BIN)/python -m pytest -n 2 -m "not engine$(if $(CI),, and not slow)"

bench: $(BIN)/.ready ## a table of ratios against the plain alternative, in one run
	$(BIN)/python benchmarks/bench.py

fuzz: $(BIN)/.ready ## damaged copies of our files in every format, N of them made from SEED, held to the laws of reading
	$(BIN)/python benchmarks/fuzz.py $(or $(N),100000) $(or $(SEED),1)

bench-intake: $(BIN)/.ready ## what is rescued of damaged workbooks, by damage and office program, into docs/intake.md
	$(BIN)/python benchmarks/intake/run.py --write

lint: $(BIN)/.ready ## lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/lint-imports

format: $(BIN)/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(BIN)/.ready ## docs/problems.md, generated
	$(BIN)/python -m problems.page > docs/problems.md

lock: ## lock the requirements again (needs uv)
	uv pip compile pyproject.toml --group dev --python-version 3.11 --universal --generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.txt

clean:
	rm -rf .venv demo build dist
