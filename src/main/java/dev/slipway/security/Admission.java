package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/** A way in which clusters decide which pods they let in, and what they must be told for it. */
public interface Admission {

  /** Whether a cluster decides in this way. */
  boolean on(Cluster cluster);

  /** Whether it is only rendered for who asks for it. */
  default boolean onRequest() {
    return false;
  }

  /** Gives the objects that let exactly these pods into the target's namespace. */
  void render(Subject who, Target target, Sink out);
}
