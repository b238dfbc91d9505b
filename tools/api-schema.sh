#!/usr/bin/env bash
# Makes what Slipway knows of Kubernetes' API again, from the releases in tools/api-schema/versions.txt.
# usage: tools/api-schema.sh [FILE]   (default: src/main/resources/dev/slipway/check/schema/kubernetes.txt)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
file=${1:-$here/../src/main/resources/dev/slipway/check/schema/kubernetes.txt}

# The module of Kubernetes cannot be required at several versions at once, so each is fetched by itself.
fetch() { # release checksum
  local told folder
  told=$(cd "$here/api-schema" && go mod download -json "k8s.io/kubernetes@$1") || {
    echo "tools/api-schema.sh: $told" >&2
    exit 1
  }
  grep -qF "\"Sum\": \"$2\"" <<<"$told" || {
    echo "tools/api-schema.sh: k8s.io/kubernetes@$1 has another checksum than versions.txt." >&2
    exit 1
  }
  folder=$(sed -n 's/.*"Dir": "\(.*\)",*/\1/p' <<<"$told")
  printf '%s' "$folder"
}

# Of all that decides what is written; a test compares it with the first line of the file.
hash=$(cd "$here/api-schema" && LC_ALL=C cat *.go go.mod versions.txt | if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-16)

arguments=("$hash")
while read -r release checksum what; do
  arguments+=("$release=$(fetch "$release" "$checksum")${what:+,$what}")
done < <(grep -v '^#' "$here/api-schema/versions.txt")

made=$(mktemp)
trap 'rm -f "$made"' EXIT
(cd "$here/api-schema" && GOWORK=off GOFLAGS="${GOFLAGS:-} -mod=readonly -buildvcs=false" CGO_ENABLED=0 go run . "${arguments[@]}") >"$made"
mkdir -p "$(dirname "$file")"
cat "$made" >"$file"
