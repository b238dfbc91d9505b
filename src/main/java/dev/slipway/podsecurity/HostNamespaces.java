package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shares neither network, processes nor IPC with the node. */
final class HostNamespaces implements Control {
  private static final List<String> FIELDS = List.of("hostNetwork", "hostPID", "hostIPC");

  @Override
  public String id() {
    return "hostNamespaces";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "host namespaces";
  }

  @Override
  public String summary() {
    return "Pods share neither the network, the processes nor the IPC of their node.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    List<String> shared = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>();
    for (String field : FIELDS) {
      if (Boolean.TRUE.equals(pod.spec().bool(field))) {
        shared.add(field);
        fields.add(pod.at(field));
      }
    }
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                "the pod sets %s to true".formatted(Offenders.listed(shared)),
                fields,
                "Leave out %s.".formatted(Offenders.listed(shared))));
  }
}
