# The one door for people and for .ci/run. `make` alone lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help danger-model run talk test test-sound-and-page test-rooms check-support lint models audio bench picture clean browser soak mutations sentences

BIN := .venv/bin
# The first of these that is new enough is taken; `make run PYTHON=/some/python` names another.
PYTHON := python3 python3.13 python3.12 python3.11
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

help:
	@echo "make run     start the speaker on http://127.0.0.1:8484"
	@echo "make talk    the same in this terminal"
	@echo "make test    everything that checks the project"
	@echo "make models  compose interaction_model/ from skill/locales/"
	@echo "make audio   render the sounds and narrated tracks that changed into audio/built/"
	@echo "make check-support  say which numbers of support want verifying again"
	@echo "make danger-model  learn again what danger, fear and harmless words sound like"
	@echo "make bench   measure beside the neighbours"
	@echo "make soak    live a million turns of random days, every law after every turn"
	@echo "make mutations  take each guard away, and see that it is noticed"
	@echo "make sentences  list all that can be said, and where"
	@echo "make picture take docs/speaker.png anew from the running page"

run: .venv/ready-voice
	@$(BIN)/holding-hands speaker

talk: .venv/ready
	@$(BIN)/holding-hands talk

models: .venv/ready
	@$(BIN)/holding-hands models

audio: .venv/ready-dev
	@$(BIN)/python -m audio $(ARGUMENTS)

.venv/bin/python:
	@for python in $(PYTHON); do $$python -c '$(NEW_ENOUGH)' 2>/dev/null && exec $$python -m venv .venv; done; \
		echo "Holding Hands needs Python 3.11 or newer, and none was found ($(PYTHON))." >&2; exit 1

.venv/ready: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Getting ready: installing what Holding Hands needs (once)."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# A machine for which no voice is built still gets its speaker: the browser's own voice is the last resort.
.venv/ready-voice: requirements-voice.txt .venv/ready
	@echo "Installing the speaker's voice (once)."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-voice.txt \
		|| echo "There is no voice for this machine; the browser's own will speak."
	@touch $@

.venv/ready-dev: requirements-dev.txt .venv/ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

danger-model: .venv/ready-dev
	@$(BIN)/python -m learning.danger $(ARGUMENTS)

bench: .venv/ready-dev
	@for figure in turn cold signed_requests store memory voice; do echo "== $$figure"; $(BIN)/python -m bench.$$figure || exit 1; done

soak: .venv/ready-dev
	HOLDING_HANDS_SOAK=1 $(BIN)/pytest -s tests/laws/test_random_days.py

mutations: .venv/ready-dev
	@$(BIN)/python -m tests.mutations

# Whoever reads may stop reading: 141 is how a program ends then.
sentences: .venv/ready
	@$(BIN)/holding-hands sentences || [ $$? = 141 ]

picture: .venv/ready-dev browser
	@$(BIN)/python -m tests.browser.picture

browser:
	@bash tests/browser/install

lint: .venv/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The page's tests mostly wait for sound, and the others mostly reckon: two at once take half as long.
test: .venv/ready-dev browser lint check-support
	@$(MAKE) --no-print-directory --keep-going --jobs=2 test-sound-and-page test-rooms

test-sound-and-page: .venv/ready-dev
	$(BIN)/pytest tests/audio tests/browser

test-rooms: .venv/ready-dev
	$(BIN)/pytest --ignore=tests/audio --ignore=tests/browser

check-support: .venv/ready
	@$(BIN)/holding-hands check-support

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
