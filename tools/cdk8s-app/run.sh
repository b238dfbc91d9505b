#!/bin/sh
# The app that cdk8s.yaml names: starts java directly on what is compiled, and compiles first what is missing or older
# than its sources. usage: run.sh [ENVIRONMENT-FILE]...   (default: all of environments/)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${here%/tools/cdk8s-app}
classpath=$home/target/cdk8s-app/classpath

java=java
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
fi
command -v "$java" >/dev/null 2>&1 || {
  echo "slipway: there is no Java ('$java'). Install Java 17 or later, or set JAVA_HOME to one." >&2
  exit 2
}

is_current() {
  [ -f "$classpath" ] &&
    [ -z "$(find "$home/src/main" "$home/pom.xml" "$home/tools/cdk8s-plus-28/package-lock.json" -newer "$classpath" 2>&1)" ]
}

if ! is_current; then
  echo "slipway: compiling the cdk8s app..." >&2
  command -v mvn >/dev/null 2>&1 || {
    echo "slipway: there is no 'mvn' to compile with. Install Maven 3.8 or later." >&2
    exit 2
  }
  mkdir -p "$home/target/cdk8s-app"
  started=$(mktemp "$home/target/cdk8s-app/.started.XXXXXX")
  trap 'rm -f "$started" "$classpath.$$"' EXIT
  # Maven's own words go where messages go: the output of an app is cdk8s' to show. Each module writes its class path over
  # that of the one before; the last is the pom of this door, which brings the classes and its libraries and no others.
  (cd "$home" && mvn -q -B -ntp -pl :slipway-cdk8s -am compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    "-Dmdep.outputFile=$classpath.$$" -DincludeScope=runtime) >&2 || {
    echo "slipway: the app does not compile; see above." >&2
    exit 2
  }
  touch -r "$started" "$classpath.$$"
  mv -f "$classpath.$$" "$classpath"
  rm -f "$started"
  trap - EXIT
fi

# A banner about an old Node.js is not what anybody asked for, and nothing may stand between two documents.
JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=${JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION:-20}
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION

read -r classes <"$classpath" || [ -n "$classes" ]
exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData \
  -cp "$classes" dev.slipway.cdk8s.EnvironmentsApp "$@"
