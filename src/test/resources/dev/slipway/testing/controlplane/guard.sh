#!/usr/bin/env bash
# Ends and removes whatever one test control plane, or one real node, brought into the world, as soon as standard input
# ends: when the test closes it, and just as well when the test's JVM crashes or is killed.
#
# guard.sh TEMPLATE makes a folder (see mktemp) and prints its path. Each line on standard input names something else to
# remove: "interface NAME", "cgroup NAME". The processes are those whose environment carries the folder as a mark.
# Exits with 1 when something was left.
# shellcheck disable=SC2317 # most functions are called by name, through eventually
set -u

folder=$(mktemp -d "$1") || exit 1
echo "$folder"
mark=SLIPWAY_TEST_FOLDER=$folder
interfaces=()
cgroups=()

# Ctrl-C is meant for the JVM; what it leaves is cleaned when the pipe ends.
trap '' HUP INT TERM

while read -r kind name; do
  case $kind in
    interface) interfaces+=("$name") ;;
    cgroup) cgroups+=("$name") ;;
  esac
done

marked() {
  grep -lzxF -- "$mark" /proc/[0-9]*/environ 2>/dev/null | cut -d / -f 3
}

cgroup_folders() {
  local name
  for name in "${cgroups[@]}"; do
    for folder_of_cgroup in "/sys/fs/cgroup/$name" /sys/fs/cgroup/*/"$name"; do
      [ -d "$folder_of_cgroup" ] && echo "$folder_of_cgroup"
    done
  done
}

# What was asked to end a moment ago may still be ending: try for ten seconds.
eventually() {
  local attempt
  for attempt in {1..100}; do
    "$@" && return
    sleep 0.1
  done
  echo "guard: not done after $attempt attempts: $*"
  return 1
}

no_process_left() {
  local pids
  pids=$(marked)
  [ -n "$pids" ] || return 0
  # shellcheck disable=SC2086 # one word a process
  kill -KILL $pids 2>/dev/null
  return 1
}

no_cgroup_left() {
  local group
  for group in $(cgroup_folders); do
    # Never 0, which stands for processes of a foreign PID namespace and would mean ourselves.
    find "$group" -name cgroup.procs -exec cat {} + 2>/dev/null | grep -vx 0 | xargs -r kill -KILL 2>/dev/null
    find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
  done
  [ -z "$(cgroup_folders)" ]
}

no_interface_left() {
  local name left=0
  for name in "${interfaces[@]}"; do
    [ -e "/sys/class/net/$name" ] || continue
    ip link delete "$name" 2>/dev/null
    left=1
  done
  return "$left"
}

no_folder_left() {
  rm -rf -- "$folder" 2>/dev/null
  [ ! -e "$folder" ]
}

left=0
eventually no_process_left || left=1
eventually no_cgroup_left || left=1
eventually no_interface_left || left=1
eventually no_folder_left || left=1
exit $left
