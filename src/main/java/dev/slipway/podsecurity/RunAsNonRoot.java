package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the kubelet refuse to start a container as root. */
final class RunAsNonRoot implements Control {
  private static final String FIELD = "runAsNonRoot";
  private static final String REMEDY =
      "Set securityContext.runAsNonRoot to true in the pod, and to false in no container.";

  @Override
  public String id() {
    return "runAsNonRoot";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return "runAsNonRoot != true";
  }

  @Override
  public String summary() {
    return "Containers must not run as root; from 1.35 on they may with hostUsers: false.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(0, pod -> check(pod, REMEDY)),
        Revision.since(
                35, pod -> check(pod, REMEDY + " With hostUsers: false it may stay as it is."))
            .exempting(PodTemplate::hasUserNamespace));
  }

  private Optional<Violation> check(PodTemplate pod, String remedy) {
    Offenders refusing = new Offenders();
    Offenders silent = new Offenders();
    boolean podSays = Boolean.TRUE.equals(pod.whole().securityContext().bool(FIELD));
    for (Part part : pod.parts()) {
      @Nullable Boolean says = part.securityContext().bool(FIELD);
      if (Boolean.FALSE.equals(says)) {
        refusing.add(part, part.at(FIELD));
      } else if (says == null && part.container().isPresent() && !podSays) {
        silent.add(part, part.at(FIELD));
      }
    }
    if (!refusing.isEmpty()) {
      return Optional.of(
          violation(
              refusing.sentence("sets", "set", "runAsNonRoot to false"),
              refusing.fields(),
              remedy));
    }
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                silent.sentence("does", "do", "not set runAsNonRoot, nor does the pod"),
                silent.fields(),
                remedy));
  }
}
