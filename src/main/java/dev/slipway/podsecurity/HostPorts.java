package dev.slipway.podsecurity;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes no port of the node. */
final class HostPorts implements Control {
  @Override
  public String id() {
    return "hostPorts";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "hostPort";
  }

  @Override
  public String summary() {
    return "Containers take no port of their node.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      Seq ports = container.body().seq("ports");
      for (int i = 0; i < ports.size(); i++) {
        if (ports.get(i) instanceof Mapping port) {
          @Nullable Long hostPort = port.integer("hostPort");
          if (hostPort != null && hostPort != 0) {
            offenders.add(
                container,
                container.path().key("ports").index(i).key("hostPort"),
                String.valueOf(hostPort));
          }
        }
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence(
                    "takes",
                    "take",
                    (offenders.hasManyValues() ? "ports %s" : "port %s")
                            .formatted(offenders.values())
                        + " of the node"),
                offenders.fields(),
                "Leave hostPort out, and reach the pod through a Service."));
  }
}
