#!/usr/bin/env bash
# Installs what the real kubelet of the cluster tests needs and Go modules do not bring: containerd, runc, CNI plugins.
# The tests run a containerd of their own; a distribution's service beside it is neither needed nor touched.
set -euo pipefail

missing_packages() {
  { [ -x "$(command -v containerd)" ] && [ -x "$(command -v ctr)" ]; } || echo containerd
  [ -x "$(command -v runc)" ] || echo runc
  { [ -x /usr/lib/cni/bridge ] && [ -x /usr/lib/cni/host-local ] && [ -x /usr/lib/cni/loopback ]; } ||
    echo containernetworking-plugins
  [ -x "$(command -v ip)" ] || echo iproute2
  [ -x "$(command -v unshare)" ] || echo util-linux
}

packages=$(missing_packages | tr '\n' ' ')
[ -n "$packages" ] || exit 0

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "tools/kubelet-packages.sh: missing: ${packages% }. As root on Debian or Ubuntu this script installs them;" \
    "elsewhere install their programs (containerd, ctr, runc, ip, unshare; the CNI plugins in /usr/lib/cni)." >&2
  exit 2
fi

echo "tools: installing $packages" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >&2
# shellcheck disable=SC2086 # one word a package
apt-get install -q -y --no-install-recommends $packages >&2

packages=$(missing_packages | tr '\n' ' ')
[ -z "$packages" ] || {
  echo "tools/kubelet-packages.sh: still missing after the installation: $packages" >&2
  exit 2
}
