package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;

/** Runs no container as a process of a Windows node. */
final class WindowsHostProcess implements Control {
  @Override
  public String id() {
    return "windowsHostProcess";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "hostProcess";
  }

  @Override
  public String summary() {
    return "Containers are no host processes of a Windows node.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part part : pod.parts()) {
      if (Boolean.TRUE.equals(
          part.securityContext().mapping("windowsOptions").bool("hostProcess"))) {
        offenders.add(part, part.at("windowsOptions", "hostProcess"));
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("sets", "set", "windowsOptions.hostProcess to true"),
                offenders.fields(),
                "Leave securityContext.windowsOptions.hostProcess out."));
  }
}
