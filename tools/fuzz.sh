#!/bin/sh
# Fuzzes what takes input from outside, each for the time that its test says. usage: tools/fuzz.sh [CLASS]...
#
# A crash is written beside the corpus in src/test/resources/dev/slipway/fuzz: mend it, keep the file under a name that
# says what it is, and `mvn verify` runs it from then on.
set -eu
cd "$(dirname "$0")/.."
tests=src/test/java/dev/slipway/fuzz
# shellcheck disable=SC2046 # names without white space
[ $# -gt 0 ] || set -- $(cd $tests && echo *FuzzIT.java)
failed=0
for class in "$@"; do
  class=${class%.java}
  # Jazzer fuzzes one method of a JVM.
  for method in $(sed -n 's/^  void \([a-zA-Z]*\)(byte\[\] input).*/\1/p' "$tests/$class.java"); do
    echo "fuzz: $class.$method" >&2
    JAZZER_FUZZ=1 mvn -q -B -ntp -pl :slipway -am test-compile surefire:test@fuzz-corpus \
      "-Dtest=$class#$method" -Dsurefire.failIfNoSpecifiedTests=false || failed=1
  done
done
exit $failed
