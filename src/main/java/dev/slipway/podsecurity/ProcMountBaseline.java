package dev.slipway.podsecurity;

import java.util.List;
import java.util.Optional;

/** Keeps what container runtimes hide of /proc hidden, unless the pod's root is nobody outside. */
final class ProcMountBaseline implements Control {
  static final String ID = "procMount";
  static final String REASON = "procMount";
  private static final String REMEDY = "Leave securityContext.procMount out, or set it to Default.";

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
    return REASON;
  }

  @Override
  public String summary() {
    return "Containers see of /proc what the runtime shows; from 1.35 on all of it with hostUsers:"
        + " false.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(0, pod -> check(this, pod, REMEDY)),
        Revision.since(35, pod -> check(this, pod, REMEDY + " With hostUsers: false it may stay."))
            .exempting(PodTemplate::hasUserNamespace));
  }

  /** Who changes /proc, told as a violation of the given control. */
  static Optional<Violation> check(Control control, PodTemplate pod, String remedy) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      if (container.setting("procMount") != null) {
        String type = Fields.string(container.securityContext(), "procMount");
        if (!type.equals("Default")) {
          offenders.add(container, container.at("procMount"), type);
        }
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            control.violation(
                offenders.sentence("sets", "set", "procMount to " + offenders.values()),
                offenders.fields(),
                remedy));
  }
}
