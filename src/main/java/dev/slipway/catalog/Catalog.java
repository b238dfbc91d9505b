package dev.slipway.catalog;

import dev.slipway.catalog.hyperbytedb.HyperbytedbNotation;
import dev.slipway.catalog.hypercache.HyperCacheNotation;
import dev.slipway.catalog.hyperscience.HyperscienceNotation;
import dev.slipway.catalog.hyperterse.HyperterseNotation;
import dev.slipway.catalog.mllp.MllpNotation;
import dev.slipway.notation.SystemNotation;
import java.util.List;

/** The registry of the systems that Slipway knows: an explicit list, one line each. */
public final class Catalog {
  private static final List<SystemNotation> SYSTEMS =
      List.of(
          HyperscienceNotation.SYSTEM,
          HyperCacheNotation.SYSTEM,
          HyperterseNotation.SYSTEM,
          MllpNotation.SYSTEM,
          HyperbytedbNotation.SYSTEM);

  private Catalog() {}

  public static List<SystemNotation> systems() {
    return SYSTEMS;
  }
}
