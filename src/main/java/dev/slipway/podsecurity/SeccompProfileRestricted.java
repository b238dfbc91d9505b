package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;

/** Turns seccomp on everywhere. */
final class SeccompProfileRestricted implements Control {
  private static final String REMEDY =
      "Set securityContext.seccompProfile.type to RuntimeDefault in the pod, and to RuntimeDefault"
          + " or Localhost where a container sets its own.";

  @Override
  public String id() {
    return "seccompProfile_restricted";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return SeccompProfileBaseline.REASON;
  }

  @Override
  public String summary() {
    return "Every container has a seccomp profile: the container runtime's own or one of the"
        + " node's.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(19, this::check).overriding(SeccompProfileBaseline.ID),
        Revision.since(25, this::check)
            .exempting(PodTemplate::isForWindows)
            .overriding(SeccompProfileBaseline.ID));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders forbidden = SeccompProfileBaseline.forbidden(pod);
    if (!forbidden.isEmpty()) {
      return Optional.of(
          violation(SeccompProfileBaseline.settings(forbidden), forbidden.fields(), REMEDY));
    }
    Offenders silent = new Offenders();
    if (!SeccompProfileBaseline.allowed(pod.whole())) {
      for (Part container : pod.containers()) {
        if (container.setting("seccompProfile") == null) {
          silent.add(container, container.at("seccompProfile", "type"));
        }
      }
    }
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                silent.sentence("does", "do", "not set a seccomp profile, nor does the pod"),
                silent.fields(),
                REMEDY));
  }
}
