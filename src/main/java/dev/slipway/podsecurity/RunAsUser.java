package dev.slipway.podsecurity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Names no root user to run as. */
final class RunAsUser implements Control {
  private static final String REMEDY = "Set runAsUser to the user that the image is made for.";

  @Override
  public String id() {
    return "runAsUser";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return "runAsUser=0";
  }

  @Override
  public String summary() {
    return "No container is told to run as user 0; from 1.35 on it may with hostUsers: false.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(23, pod -> check(pod, REMEDY)),
        Revision.since(35, pod -> check(pod, REMEDY + " With hostUsers: false it may stay 0."))
            .exempting(PodTemplate::hasUserNamespace));
  }

  private Optional<Violation> check(PodTemplate pod, String remedy) {
    Offenders offenders = new Offenders();
    for (Part part : pod.parts()) {
      if (Objects.equals(part.securityContext().integer("runAsUser"), 0L)) {
        offenders.add(part, part.at("runAsUser"));
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("sets", "set", "runAsUser to 0"), offenders.fields(), remedy));
  }
}
