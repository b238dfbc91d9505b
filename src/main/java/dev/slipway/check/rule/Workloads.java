package dev.slipway.check.rule;

import dev.slipway.check.Kinds;
import dev.slipway.check.Subject;

/** The workloads that tell their pods by a selector. */
final class Workloads {
  private Workloads() {}

  /** Whether it is one; a Job's selector is the controller's to set. */
  static boolean haveSelector(Subject object) {
    return object.is(Kinds.DEPLOYMENT)
        || object.is(Kinds.STATEFUL_SET)
        || object.is(Kinds.DAEMON_SET)
        || object.is(Kinds.REPLICA_SET);
  }
}
