package dev.slipway.podsecurity;

import dev.slipway.manifest.Seq;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds no capability but those that container runtimes give by default. */
final class CapabilitiesBaseline implements Control {
  static final String ID = "capabilities_baseline";

  /** The runtimes' defaults, less NET_RAW. */
  private static final Set<String> ALLOWED =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "non-default capabilities";
  }

  @Override
  public String summary() {
    return "Containers add no capability beyond the container runtime's defaults, nor NET_RAW.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = adding(pod, ALLOWED);
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("adds", "add", offenders.values()),
                offenders.fields(),
                "Take %s out of securityContext.capabilities.add.".formatted(offenders.values())));
  }

  /** The containers that add a capability beyond the allowed ones. */
  static Offenders adding(PodTemplate pod, Set<String> allowed) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      Seq added = container.securityContext().mapping("capabilities").seq("add");
      for (int i = 0; i < added.size(); i++) {
        String capability = added.get(i).toString();
        if (!allowed.contains(capability)) {
          offenders.add(container, container.at("capabilities", "add").index(i), capability);
        }
      }
    }
    return offenders;
  }
}
