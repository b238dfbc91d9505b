#!/bin/sh
# Makes the typed classes of crds/ again with the pinned cdk8s CLI. usage: tools/imports.sh [FOLDER]   (default: imports)
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
folder=${1:-$home/imports}

[ -x "$home/node_modules/.bin/cdk8s" ] || (cd "$home" && npm ci --no-audit --no-fund) >&2

# For Java the CLI writes below the folder it runs in, whatever it is told.
rm -rf "$folder/src"
mkdir -p "$folder"
cd "$folder"
for definition in "$home"/crds/*.yaml; do
  "$home/node_modules/.bin/cdk8s" import --no-check-upgrade --no-save --language java "$definition" >&2
done
[ -d src/main/java/imports ] || {
  echo "tools/imports.sh: the CLI has written nothing to $folder; see above." >&2
  exit 1
}

# When they were made is the only thing in which two makings differ.
find src/main/java/imports -name '*.java' | while read -r class; do
  sed 's/, date = "[^"]*")/)/' "$class" >"$class.made"
  mv "$class.made" "$class"
done
