package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;

/** Lets no process gain more rights than its parent has. */
final class AllowPrivilegeEscalation implements Control {
  @Override
  public String id() {
    return "allowPrivilegeEscalation";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return "allowPrivilegeEscalation != false";
  }

  @Override
  public String summary() {
    return "Containers forbid privilege escalation, as by set-user-ID programs.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(8, this::check),
        Revision.since(25, this::check).exempting(PodTemplate::isForWindows));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      if (!Boolean.FALSE.equals(container.securityContext().bool("allowPrivilegeEscalation"))) {
        offenders.add(container, container.at("allowPrivilegeEscalation"));
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("does", "do", "not forbid privilege escalation"),
                offenders.fields(),
                "Set securityContext.allowPrivilegeEscalation to false in each container: it is"
                    + " true where it is left out."));
  }
}
