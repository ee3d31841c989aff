.DEFAULT_GOAL := help
export NO_MKDOCS_2_WARNING := 1
PY := .venv/bin/python

.venv/built: requirements.txt
	python3 -m venv .venv || { echo "Mangler Pythons venv. På Debian: apt-get install python3-venv"; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/tested: .venv/built tests/requirements.txt tests/tools
	$(PY) -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	sh tests/tools
	touch $@

site: .venv/built  ## byg site/ og dist/
	@$(PY) -m macros.publish

release: .venv/built  ## byg dist/ med kontrolsummer af det, der er gemt i git
	@$(PY) -m macros.publish.release

serve: .venv/built  ## se guiden på http://127.0.0.1:8000, mens du skriver
	@$(PY) -m macros.publish.serve

check: .venv/built  ## find fejl i sider og data uden at bygge
	@$(PY) -m macros.review

new: .venv/built  ## lav en ny boks, tjekliste, et nyt dokument eller ord
	@$(PY) -m macros.new

test: .venv/tested  ## kør alle prøver
	@$(PY) -m pytest

fuzz: .venv/tested  ## ødelæg sider og data på må og få i fem minutter eller mere
	@HYPOTHESIS_PROFILE=long $(PY) -m pytest tests/macros/test_mutations.py --confcutdir=tests/macros

bench: .venv/tested site  ## mål byggetid, besøg og søgning mod ren Material
	@$(PY) -m bench.speed
	@if sh bench/tools; then $(PY) -m bench.lighthouse; fi
	@$(PY) -m bench.search --set unseen
	@$(PY) -m bench.book
	@$(PY) -m bench.build

engines: .venv/tested  ## skriv, hvad der er anderledes, når Zensical bygger guiden
	@$(PY) -m bench.zensical

lock: .venv/tested  ## lås pakkerne til deres fingeraftryk (LOCK=--upgrade henter nye udgaver)
	@$(PY) -m supply.lock $(LOCK)
	@$(MAKE) --no-print-directory .venv/tested
	@$(PY) -m supply.licences

audit:  ## spørg en server på nettet, om der er kendte fejl i pakkerne
	@sh supply/audit

help:  ## vis denne liste
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 10

.PHONY: site release serve check new test fuzz bench engines lock audit help
