package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;

/** Runs no container as if it were the node itself. */
final class Privileged implements Control {
  @Override
  public String id() {
    return "privileged";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "privileged";
  }

  @Override
  public String summary() {
    return "Containers are not privileged.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      if (Boolean.TRUE.equals(container.securityContext().bool("privileged"))) {
        offenders.add(container, container.at("privileged"));
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("is", "are", "privileged"),
                offenders.fields(),
                "Leave securityContext.privileged out, and add the capabilities that are needed."));
  }
}
