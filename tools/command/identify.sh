#!/bin/sh
# Writes what tells a jar from all others. usage: identify.sh JAR FILE
set -eu
cksum <"$1" | tr ' ' - >"$2"
