#!/usr/bin/env bash
# The first process of a real node's own PID and mount namespaces: runs containerd and the kubelet until it is killed.
# When it is, the kernel ends every process of the node, shims and containers included, and forgets every mount.
#
# real-node.sh FOLDER KUBELET ARGUMENTS...
set -euo pipefail

folder=$1
shift

# Mounts must reach from the kubelet to containerd's containers, and none of them the machine.
mount --make-rshared /

# Places that containerd, the CNI plugins and the kubelet write to without being asked.
for place in /run /var/log /var/lib /opt; do
  [ -d "$place" ] && mount -t tmpfs -o mode=755 tmpfs "$place"
done

containerd --config "$folder/containerd.toml" >"$folder/logs/containerd.log" 2>&1 &
until ctr --address "$folder/containerd.sock" version >/dev/null 2>&1; do
  sleep 0.1
done

"$@" >"$folder/logs/kubelet.log" 2>&1 &
wait
