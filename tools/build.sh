#!/usr/bin/env bash
# Builds the tools that the tests and benchmarks run, most of them Go programs, from the versions pinned in the folders beside this file.
# tools/README.md says what each is for.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${SLIPWAY_TOOLS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/slipway/tools}

# Kubernetes needs 1.24, Helm 3.20 needs 1.25.
oldest_go=1.25
oldest_python=3.9

# binary                  module (folder)         package                                          when
tools() {
  cat <<'TABLE'
etcd                      etcd                    go.etcd.io/etcd/server/v3                        cluster
kube-apiserver            kubernetes              k8s.io/kubernetes/cmd/kube-apiserver             cluster
kube-scheduler            kubernetes              k8s.io/kubernetes/cmd/kube-scheduler             cluster
kube-controller-manager   kubernetes              k8s.io/kubernetes/cmd/kube-controller-manager    cluster
kubectl                   kubernetes              k8s.io/kubernetes/cmd/kubectl                    cluster
kubelet                   kubernetes              k8s.io/kubernetes/cmd/kubelet                    cluster
kwok                      kwok                    sigs.k8s.io/kwok/cmd/kwok                        cluster
kwokctl                   kwok                    sigs.k8s.io/kwok/cmd/kwokctl                     cluster
kube-apiserver-1.24       kubernetes-1.24         k8s.io/kubernetes/cmd/kube-apiserver             cluster
stand-in                  stand-in                dev.slipway/tools/stand-in                       cluster
stand-in-image            stand-in                dev.slipway/tools/stand-in/image                 cluster
pod-security-fixtures     pod-security-fixtures   -                                                cluster
public-manifests          public-manifests        -                                                cluster
pulumi                    pulumi                  github.com/pulumi/pulumi/pkg/v3/cmd/pulumi      cluster
kube-score                kube-score              github.com/zegl/kube-score/cmd/kube-score        cluster
checkov                   checkov                 pip                                              cluster
helm                      helm                    helm.sh/helm/v3/cmd/helm                         asked
kustomize                 kustomize               sigs.k8s.io/kustomize/kustomize/v5               asked
scheduler                 scheduler               dev.slipway/tools/scheduler                      cluster
pairs                     pairs                   dev.slipway/tools/pairs                          asked
TABLE
}

# What the linker writes into the binaries of a module: without it they take themselves for unversioned.
version_flags() {
  case $1 in
    kubernetes) kubernetes_flags 1 34 2 ;;
    kubernetes-1.24) kubernetes_flags 1 24 17 ;;
    helm)
      echo "-X helm.sh/helm/v3/internal/version.version=v3.20.2" \
        "-X helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1 -X helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=35" ;;
    kustomize)
      echo "-X sigs.k8s.io/kustomize/api/provenance.version=v5.8.1" ;;
    pulumi)
      echo "-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v3.259.0" ;;
  esac
}

# Build tags of a module: Pulumi's own, by which it is linked statically.
tags() {
  case $1 in
    pulumi) echo "osusergo,grpcnotrace" ;;
  esac
}

kubernetes_flags() { # major minor patch
  local package
  # --version is answered from the one, requests for /version from the other.
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    printf -- '-X %s.gitVersion=v%s.%s.%s ' "$package" "$1" "$2" "$3"
    printf -- '-X %s.gitMajor=%s -X %s.gitMinor=%s -X %s.gitTreeState=clean ' "$package" "$1" "$package" "$2" "$package"
  done
}

usage() {
  cat <<'USAGE'
Usage: tools/build.sh [TOOL...]              build what is missing: the tools named, or all that `mvn verify -Pcluster` needs
       tools/build.sh --print-bin TOOL...    the same, then print one path a line
       tools/build.sh --list                 the tools, their modules, and whether they are built

TOOL is a binary (kubectl) or a module (kubernetes: all its binaries).
Binaries go to $SLIPWAY_TOOLS_CACHE, by default ${XDG_CACHE_HOME:-~/.cache}/slipway/tools.
USAGE
}

fail() {
  echo "tools/build.sh: $*" >&2
  exit 2
}

say() {
  echo "tools: $*" >&2
}

# Sets $python_version.
require_python() {
  command -v python3 >/dev/null 2>&1 ||
    fail "Python $oldest_python or newer is missing: there is no 'python3' on PATH. Install it with its venv module."
  python_version=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  [ "$(printf '%s\n%s\n' "$oldest_python" "$python_version" | sort -V | head -n 1)" = "$oldest_python" ] ||
    fail "Python $oldest_python or newer is missing: $(command -v python3) is $python_version."
}

require_go() {
  command -v go >/dev/null 2>&1 ||
    fail "Go $oldest_go or newer is missing: there is no 'go' on PATH. Install it (https://go.dev/dl), or add its bin folder to PATH."
  go_version=$(go env GOVERSION)
  local found=${go_version#go}
  found=${found%%[!0-9.]*}
  [ "$(printf '%s\n%s\n' "$oldest_go" "$found" | sort -V | head -n 1)" = "$oldest_go" ] ||
    fail "Go $oldest_go or newer is missing: $(command -v go) is $go_version."
}

sha256() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi
}

# Everything that decides a module's binaries: its pins or sources, the flags, the compiler and the platform.
key_of() {
  if [ -e "$here/$1/requirements.txt" ]; then
    require_python
    { echo "python $python_version $(uname -sm)"; cat "$here/$1/requirements.txt"; } | sha256 | cut -c 1-16
    return
  fi
  {
    echo "$go_version $(go env GOOS GOARCH | tr '\n' ' ')"
    version_flags "$1"
    tags "$1"
    (cd "$here/$1" && find . -type f \( -name '*.go' -o -name go.mod -o -name go.sum \) ! -name '*_test.go' |
      LC_ALL=C sort | while read -r file; do echo "$file"; cat "$file"; done)
  } | sha256 | cut -c 1-16
}

# Sets $folder; remembers the last answer, since the binaries of a module stand together in the table.
folder_of=
find_folder() {
  [ "$folder_of" = "$1" ] && return
  folder=$cache/$1-$(key_of "$1")
  folder_of=$1
}

# One builder a module at a time; the kernel lets go of the lock however the holder ends.
lock() {
  mkdir -p "$1"
  exec 9>"$1/.lock"
  if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
    say "waiting for another build in $1"
    flock 9
  fi
}

unlock() {
  exec 9>&-
}

in_module() {
  local module=$1
  shift
  (cd "$here/$module" && GOWORK=off GOFLAGS="${GOFLAGS:-} -mod=readonly -buildvcs=false" CGO_ENABLED=0 "$@")
}

build_binary() { # binary module package folder
  local started=$SECONDS partial=$4/.partial-$1
  say "building $1 ($2) …"
  # -s -w: the symbol tables are a third of the size and nobody debugs these.
  in_module "$2" go build -trimpath -tags "$(tags "$2")" -ldflags "-s -w $(version_flags "$2")" -o "$partial" "$3" ||
    fail "building $1 failed; its messages stand above."
  mv -f "$partial" "$4/$1"
  say "built $1 in $((SECONDS - started)) s"
}

# Data: a copy, because Go's own module cache may be cleaned under us.
copy_data() { # binary module folder
  local started=$SECONDS partial=$3/.partial-$1
  say "fetching $1 …"
  in_module "$2" go mod download || fail "fetching $1 failed; its messages stand above."
  rm -rf "$partial"
  case $1 in
    pod-security-fixtures) cp -R "$(source_of "$2" k8s.io/pod-security-admission)/test/testdata" "$partial" ;;
    public-manifests) copy_manifests "$2" "$partial" ;;
  esac
  chmod -R u+w "$partial"
  mv "$partial" "$3/$1"
  say "fetched $1 in $((SECONDS - started)) s"
}

source_of() { # module dependency
  in_module "$1" go list -m -f '{{.Dir}}' "$2"
}

# Each module's YAML, and the tests in Go whose strings hold more of it.
copy_manifests() { # module target
  local dependency
  for dependency in helm.sh/helm/v3 sigs.k8s.io/kustomize/api sigs.k8s.io/kustomize/kyaml github.com/zegl/kube-score; do
    mkdir -p "$2/$dependency"
    (cd "$(source_of "$1" "$dependency")" &&
      find . -type f \( -name '*.yaml' -o -name '*.yml' -o -name '*_test.go' \) -print0 | tar -cf - --null -T -) |
      tar -xf - -C "$2/$dependency"
  done
}

# A virtual environment cannot be moved, so the link to its program, made last, says that it is whole.
install_python() { # binary module folder
  local started=$SECONDS environment=$3/environment
  say "installing $1 …"
  rm -rf "$environment"
  python3 -m venv "$environment" || fail "$(command -v python3) lacks the module venv or ensurepip; install it."
  "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-compile \
    --no-deps --requirement "$here/$2/requirements.txt" ||
    fail "installing $1 failed; its messages stand above."
  ln -s "environment/bin/$1" "$3/.partial-$1"
  mv -f "$3/.partial-$1" "$3/$1"
  say "installed $1 in $((SECONDS - started)) s"
}

ensure() { # binary module package
  find_folder "$2"
  [ -e "$folder/$1" ] && return
  lock "$folder"
  if [ ! -e "$folder/$1" ]; then
    case $3 in
      -) copy_data "$1" "$2" "$folder" ;;
      pip) install_python "$1" "$2" "$folder" ;;
      *) build_binary "$1" "$2" "$3" "$folder" ;;
    esac
  fi
  unlock
}

# The lines of the table that the arguments name; without arguments, those the cluster tests need.
wanted() {
  if [ $# = 0 ]; then
    tools | awk '$4 == "cluster"'
    return
  fi
  local name
  for name; do
    # Where a path is to be printed a name means one binary: the module kwok has two, one of them called kwok.
    tools | awk -v name="$name" -v binary_only="$print_bin" \
      '$1 == name || (binary_only == "false" && $2 == name) { found = 1; print } END { exit !found }' ||
      fail "no tool is named '$name'. There are: $(tools | awk '{ printf "%s ", $1 }')"
  done
}

list() {
  local binary module package state
  while read -r binary module package _; do
    find_folder "$module"
    state=missing
    [ -e "$folder/$binary" ] && state=built
    printf '%-25s %-23s %-8s %s\n' "$binary" "$module" "$state" "$folder/$binary"
  done < <(tools)
}

print_bin=false
case ${1:-} in
  -h | --help) usage; exit 0 ;;
  --list) require_go; list; exit 0 ;;
  --print-bin) print_bin=true; shift; [ $# -gt 0 ] || fail "--print-bin needs the name of a tool." ;;
  -*) usage >&2; fail "there is no option '$1'." ;;
esac

require_go
lines=$(wanted "$@")
while read -r binary module package _; do
  ensure "$binary" "$module" "$package"
  if $print_bin; then echo "$folder/$binary"; fi
done <<<"$lines"
