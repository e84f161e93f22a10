# make demo | test | bench, and what a developer needs besides: see `make help`.
#
# On a bare Debian 12 the one step by hand is to install make itself (apt-get install make); every target then installs
# the packages that it needs and does not find (scripts/packages.txt), as root or through sudo.
# No sub-make and nothing in parallel here: ninja and ctest do that.
.PHONY: help build demo test bench format format-check tidy sanitize fuzz coverage clean packages-develop

RELEASE = build/release
FUZZ_SECONDS = 30

help:
	@echo 'make demo       build, check and read the documents of examples/; results in out/'
	@echo 'make test       build and run all tests'
	@echo 'make bench      measure functions and whole processes'
	@echo 'make build      build/release'
	@echo 'make format     lay out the sources; format-check only looks'
	@echo 'make tidy       clang-tidy over src/'
	@echo 'make sanitize   tests with address and undefined-behaviour sanitizers'
	@echo 'make fuzz       every fuzzer for a while (FUZZ_SECONDS, of all together)'
	@echo 'make coverage   tests, and what of src/ they reach: build/coverage/coverage.html'
	@echo 'make clean      remove build/ and out/'

build:
	@scripts/install-packages build
	cmake --preset release
	cmake --build $(RELEASE)

# Only the two programs: a demonstration need not wait for the tests to be compiled.
demo:
	@scripts/install-packages build
	cmake --preset release
	cmake --build $(RELEASE) --target mingzhang
	@scripts/demo $(RELEASE)/bin/mingzhang

test:
	@scripts/install-packages build test
	cmake --preset release
	cmake --build $(RELEASE)
	ctest --test-dir $(RELEASE) --parallel 2 --output-on-failure --no-tests=error --no-label-summary

bench:
	@scripts/install-packages build bench
	cmake --preset bench
	cmake --build build/bench --target mingzhang bench_mingzhang
	build/bench/bin/bench_mingzhang
	@scripts/bench-process build/bench/bin/mingzhang
	@scripts/bench-books build/bench/bin/mingzhang --payments 100000

packages-develop:
	@scripts/install-packages build test develop

format: packages-develop
	git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format -i

format-check: packages-develop
	git ls-files -z '*.cpp' '*.h' | xargs -0 clang-format --dry-run --Werror

tidy: packages-develop
	scripts/tidy

sanitize: packages-develop
	cmake --preset sanitizers
	cmake --build build/sanitizers
	ctest --test-dir build/sanitizers --parallel 2 --output-on-failure --no-tests=error --no-label-summary

fuzz: packages-develop
	cmake --preset fuzz
	cmake --build build/fuzz --target fuzzers
	scripts/fuzz build/fuzz $(FUZZ_SECONDS)

coverage: packages-develop
	cmake --preset coverage
	cmake --build build/coverage
	ctest --test-dir build/coverage --parallel 2 --output-on-failure --no-tests=error --no-label-summary
	gcovr --root . --filter src/ --exclude-throw-branches --print-summary \
	  --html build/coverage/coverage.html --txt build/coverage/coverage.txt build/coverage

clean:
	rm -rf build out
