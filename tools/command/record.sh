#!/bin/sh
# Records the cache of prepared classes that the launcher starts Java with. usage: record.sh JDK RELEASE JARS CACHE [USES]
# USES is what alone is to be in it: a system's name, or plain for none.
#
# It runs in the background, at low priority, with nobody to tell. Several may run at once, or be killed: each works in
# a folder of its own and puts its result in place by renaming.
set -u
jdk=$1 release=$2 jars=$3 cache=$4 uses=${5:-}

mkdir -p "${cache%/*}" || exit
# One at a time, for it is work. Whose maker is gone, a lock is void; so is a mark of failure, after a day.
lock=$cache.lock
if ! mkdir "$lock"; then
  owner=$(cat "$lock/pid") || owner=
  if [ -n "$owner" ] && kill -0 "$owner"; then
    exit
  fi
  [ -n "$owner" ] || [ -n "$(find "$lock" -prune -mmin +1)" ] || exit
  rm -rf "$lock"
  mkdir "$lock" || exit
fi
echo $$ >"$lock/pid"
trap 'rm -rf "$lock"' EXIT
trap 'exit 1' HUP INT TERM

[ ! -f "$cache" ] || exit 0
[ ! -f "$cache.failed" ] || [ -n "$(find "$cache.failed" -mmin +1440)" ] || exit

renice -n 19 -p $$
work=$lock/work
mkdir "$work" || exit
flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
run() {
  # shellcheck disable=SC2086 # flags are several words
  env -u JAVA_TOOL_OPTIONS -u JDK_JAVA_OPTIONS "$jdk/bin/java" $flags "-Xbootclasspath/a:$jars" "$@"
}

# An archive of the classes that a rehearsal needs, whole, so that a JVM that cannot use it shares nothing and
# dev.slipway.cli.StartCache can tell. Since 25 they are linked in it, code for lambda expressions too. That is an AOT
# cache but for the profiles of what ran, by which the JVM would compile ahead of need: a tenth of a short run.
linked=
[ "$release" -lt 25 ] || linked=-XX:+AOTClassLinking
run "-XX:DumpLoadedClassList=$work/classes" dev.slipway.cli.Rehearsal "$work" ${uses:+"$uses"} &&
  run -Xshare:dump $linked "-XX:SharedClassListFile=$work/classes" "-XX:SharedArchiveFile=$work/cache"
if [ -s "$work/cache" ]; then
  # By which the launcher knows that it is whole.
  echo "$(($(wc -c <"$work/cache")))" >"$work/size"
  mv -f "$work/size" "$cache.size"
  mv -f "$work/cache" "$cache"
  rm -f "$cache.failed"
else
  : >"$cache.failed"
fi
# Those of earlier jars and Javas, when nobody has used them for a month.
find "${cache%/*}" "${cache%/*}/../runs" -maxdepth 1 -type f -mtime +30 -atime +30 -exec rm -f {} +
