# jaarverslag: see `make help`.
SHELL := /bin/bash
CC ?= gcc
PREFIX ?= /usr/local
CSTD := -std=gnu11
WARN := -Wall -Wextra -Wundef -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2
PKGS := libxml-2.0 libxslt libexslt harfbuzz harfbuzz-subset jansson nettle zlib libpng libjpeg libdeflate
OPENED := librsvg-2.0 libzip# when first needed, under the name that the build finds: see src/base/library.h
PACKAGES := gcc make pkg-config libc6-dev libhpdf-dev libxml2-dev libxslt1-dev libharfbuzz-dev libhyphen-dev hyphen-nl \
  hyphen-en-gb libunibreak-dev libcmocka-dev libjansson-dev nettle-dev zlib1g-dev libdeflate-dev libpng-dev libzip-dev libjpeg-dev librsvg2-dev \
  libglpk-dev libxml2-utils poppler-utils qpdf python3 fonts-lato fonts-vollkorn fonts-dejavu-core fonts-noto-core parallel
DEPS := build/.packages
DATADIR ?= $(CURDIR)

SRC := $(wildcard src/*/*.c)
OBJ = $(SRC:src/%.c=$(B)/%.o) $(B)/language/tables.o
UNIT := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/test_*.c))
B ?= build
OPT ?= -O2 -g
LIBS = $(shell pkg-config --libs $(PKGS)) -lhpdf -lhyphen -lunibreak -lglpk -lm
CPPFLAGS_ALL = -Isrc -I$(B) -D_GNU_SOURCE $(shell pkg-config --cflags $(PKGS) $(OPENED))
CFLAGS_ALL = $(CSTD) $(OPT) $(WARN) $(WERROR) -fno-omit-frame-pointer $(CFLAGS)

.PHONY: all report test asan fuzz bench format check install help clean packages unit golden pdf-tests
all: $(B)/jaarverslag ## build/jaarverslag, optimised

# Re-evaluated per variant: `make B=build/asan OPT=...` builds the same sources elsewhere.
$(B)/jaarverslag: $(DEPS) $(B)/jaarverslag.a $(B)/main.o
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $(B)/main.o $(B)/jaarverslag.a $(LIBS)
$(B)/jaarverslag.a: $(OBJ)
	@rm -f $@
	ar -rcs $@ $(OBJ)
# Only what looks for the program's own files knows where they are, so that object files are alike in every folder.
$(B)/job/resources.o $(UNIT:%=$(B)/tests/%): private CPPFLAGS_ALL += -DJAARVERSLAG_DATA='"$(DATADIR)"'
# What the description of the input language says, as tables; whoever compiles may include its words.
$(B)/language/tables.c: input/jaarverslag.xsd src/language/generate.py $(DEPS)
	@mkdir -p $(@D)
	@python3 src/language/generate.py input/jaarverslag.xsd $(@D)
	@touch $@
$(B)/language/words.h: $(B)/language/tables.c ; @:
$(B)/language/tables.o: $(B)/language/tables.c
	$(CC) $(CPPFLAGS_ALL) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<
$(B)/base/opened.h: src/base/find-opened Makefile $(DEPS)
	@mkdir -p $(@D)
	@sh src/base/find-opened $@ "$(CC)" $(OPENED)
$(B)/%.o: src/%.c $(DEPS) | $(B)/language/tables.c $(B)/base/opened.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS_ALL) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<
$(B)/tests/%: tests/unit/%.c $(DEPS) $(B)/jaarverslag.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS_ALL) -Itests $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP $(LDFLAGS) -o $@ $< $(B)/jaarverslag.a -lcmocka $(LIBS) -lzip
$(B)/fuzz_%: tests/fuzz/fuzz_%.c tests/random_document.h $(DEPS) $(B)/jaarverslag.a
	$(CC) $(CPPFLAGS_ALL) -Itests $(CPPFLAGS) $(CFLAGS_ALL) $(LDFLAGS) -o $@ $< $(B)/jaarverslag.a $(LIBS)
-include $(shell find $(B) -name '*.d' 2>/dev/null)

packages: $(DEPS) ## install what is missing (apt-get)
$(DEPS): Makefile tests/install-packages
	@mkdir -p build
	@tests/install-packages $(PACKAGES)
	@touch $@

report: all ## the BOS annual report, out/bos-2020-2021/jaarverslag.pdf
	@mkdir -p out/bos-2020-2021
	@build/jaarverslag render -o out/bos-2020-2021/jaarverslag.pdf input/bos-2020-2021
	@echo "out/bos-2020-2021/jaarverslag.pdf"

test: $(DEPS) ## every test; one of them: make test T=name
	@tests/run $(T)

asan: ## the same under AddressSanitizer and UBSan, in build/asan
	$(MAKE) B=build/asan OPT='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined' build/asan/jaarverslag $(UNIT:%=build/asan/tests/%)
unit: $(UNIT:%=$(B)/tests/%)
format: ## lay out the C sources
	clang-format -i src/*.c src/*/*.[ch] tests/unit/*.c
check: $(DEPS) ## linters: includes, names of the input, grammars, man page
	@tests/check-includes
	@tests/check-names
	@xmllint --noout input/jaarverslag.xsd templates/document.rng templates/*.xsl templates/lib/*.xsl templates/style/*.xml
	@! LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z src/command/jaarverslag.1 2>&1 >/dev/null | grep .
golden: all ## shown output against tests/golden; new: make golden UPDATE=1
	@UPDATE=$(UPDATE) bash tests/golden/run
fuzz: ## hostile input under the sanitizers; longer: make fuzz N=100000
	$(MAKE) B=build/asan OPT='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined' build/asan/fuzz_input build/asan/fuzz_layout build/asan/fuzz_pdf build/asan/jaarverslag
	build/asan/fuzz_input $(or $(N),2000) tests/fuzz/seeds/*
	build/asan/fuzz_layout $(or $(N),300) tests/golden/layout/*.xml
	@mkdir -p build/fuzz
	@build/asan/jaarverslag render --profile archive-3 -o build/fuzz/seed.pdf input/voorbeeld
	build/asan/fuzz_pdf $(or $(N),2000) build/fuzz/seed.pdf
bench: all ## times of the commands on the BOS input
	@tests/bench/run
install: all ## PREFIX, DESTDIR
	@tests/install "$(DESTDIR)" "$(PREFIX)"
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12
clean: ## remove what was built
	rm -rf build
