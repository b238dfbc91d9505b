package dev.slipway.podsecurity;

import java.util.List;

/** Keeps what container runtimes hide of /proc hidden, whoever the pod's root is outside. */
final class ProcMountRestricted implements Control {
  @Override
  public String id() {
    return "procMount_restricted";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return ProcMountBaseline.REASON;
  }

  @Override
  public String summary() {
    return "Containers see of /proc what the runtime shows.";
  }

  @Override
  public List<Revision> revisions() {
    // Until 1.34 the baseline control made no exception, so there was nothing left to ask for here.
    return List.of(
        Revision.since(
                35,
                pod ->
                    ProcMountBaseline.check(
                        this, pod, "Leave securityContext.procMount out, or set it to Default."))
            .overriding(ProcMountBaseline.ID));
  }
}
