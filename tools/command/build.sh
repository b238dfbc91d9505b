#!/bin/sh
# Builds the command for ../../slipway: has Maven fetch the libraries that it needs, compiles what it reaches from its
# main class, and makes lib/slipway.jar of it. usage: build.sh HOME LIB JDK
#
# Several may run at once: each works in a folder of its own and puts its result in place by renaming.
set -eu
home=$1 lib=$2 jdk=$3
here=$home/tools/command
main=dev/slipway/cli/Main.java
rehearsal=dev/slipway/cli/Rehearsal.java

say() {
  echo "slipway: $1" >&2
}

fail() {
  say "$1"
  exit "${2:-2}"
}

mkdir -p "$lib" 2>/dev/null ||
  fail "'$lib' cannot be created, and the command must be built there. Make its parent writable, or set XDG_CACHE_HOME."
[ -x "$jdk/bin/javac" ] ||
  fail "'$jdk' has no compiler, and the command must be built from its sources first. Set JAVA_HOME to a JDK 17 or later."

work=$lib/.build.$$
lock=$lib/.lock
locked=
trap 'rm -rf "$work"; [ -z "$locked" ] || rm -rf "$lock"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# The lock only saves work. It is a folder, for making one is atomic everywhere; whose maker is gone, it is void.
waited=0
until mkdir "$lock" 2>/dev/null; do
  [ -d "$lock" ] || [ -w "$lib" ] || fail "'$lib' is not writable, and the command must be built there."
  owner=$(cat "$lock/pid" 2>/dev/null) || owner=
  if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null || [ -z "$owner" ] && [ $waited -gt 5 ]; then
    rm -rf "$lock"
    continue
  fi
  [ $waited -ne 1 ] || say "another run is building the command; waiting for it..."
  [ $waited -lt 600 ] || fail "the other run does not end. If there is none, remove '$lock'." 3
  waited=$((waited + 1))
  sleep 1
done
locked=yes
echo $$ >"$lock/pid"
if [ $waited -gt 0 ] && [ -f "$lib/slipway.jar" ] &&
  [ -z "$(find "$home/src/main" "$here" -newer "$lib/slipway.jar")" ]; then
  exit 0
fi

if [ -f "$lib/slipway.jar" ]; then
  say "its sources have changed; building it again..."
else
  say "first use: building it from its sources..."
fi
started=$(date +%s)
for left in "$lib"/.build.*; do
  kill -0 "${left##*.}" 2>/dev/null || rm -rf "$left"
done
mkdir -p "$work/classes"
# What changes while this builds is newer than this, and so than the result.
: >"$work/started"

# Runs a step, quietly unless it fails.
step() {
  what=$1
  shift
  if ! "$@" >"$work/log" 2>&1; then
    cat "$work/log" >&2
    fail "$what failed; see above." 3
  fi
}

if [ ! -f "$lib/libraries" ] || [ -n "$(find "$here/pom.xml" -newer "$lib/libraries")" ]; then
  command -v mvn >/dev/null ||
    fail "there is no 'mvn', and Maven must fetch three libraries first. Install Maven 3.8 or later."
  cd "$here"
  JAVA_HOME=$jdk step "Fetching its libraries with Maven" \
    mvn -q -B -ntp exec:exec "-Dexec.outputFile=$work/libraries"
  read -r version classpath <"$work/libraries"
  echo "$version" >"$work/names"
  IFS=:
  for jar in $classpath; do
    case $jar in
    *.jar)
      cp "$jar" "$work/"
      mv -f "$work/${jar##*/}" "$lib/"
      echo "${jar##*/}" >>"$work/names"
      ;;
    esac
  done
  unset IFS
  # The launcher takes every jar that is here.
  for jar in "$lib"/*.jar; do
    grep -qxF "${jar##*/}" "$work/names" || [ "$jar" = "$lib/slipway.jar" ] || rm -f "$jar"
  done
  touch -r "$work/started" "$work/names"
  mv -f "$work/names" "$lib/libraries"
fi

compile=
runtime=
version=
while read -r name; do
  case $name in
  *.jar)
    compile=$compile${compile:+:}$lib/$name
    case $name in
    jspecify-*) ;;
    *) runtime="$runtime $name" ;;
    esac
    ;;
  *) version=$name ;;
  esac
done <"$lib/libraries"

cd "$home/src/main/java"
# Strings that are joined by plain code, not by code that is made when it is first run, save a tenth of a short run.
step "Compiling" "$jdk/bin/javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC --release 17 -encoding UTF-8 \
  -nowarn -proc:none -implicit:class -XDstringConcat=inline -classpath "$compile" -sourcepath . -d "$work/classes" $main $rehearsal
if [ -d ../resources ]; then
  cp -R ../resources/. "$work/classes"
fi
cat >"$work/manifest" <<END
Main-Class: dev.slipway.cli.Main
Implementation-Title: Slipway
Implementation-Version: $version
Class-Path:$runtime
END
step "Packing" "$jdk/bin/jar" --create --file "$work/slipway.jar" --manifest "$work/manifest" -C "$work/classes" .
# Facts that Java reads sooner from a file than from a jar.
mkdir -p "$lib/files" "$work/files"
facts=$home/src/main/resources/dev/slipway
cp "$facts"/check/schema/* "$facts"/cluster/* "$work/files/"
mv -f "$work"/files/* "$lib/files/"
touch -r "$work/started" "$work/slipway.jar"
mv -f "$work/slipway.jar" "$lib/slipway.jar"
sh "$here/identify.sh" "$lib/slipway.jar" "$work/slipway.id"
mv -f "$work/slipway.id" "$lib/slipway.id"
say "built in $(($(date +%s) - started)) s."
