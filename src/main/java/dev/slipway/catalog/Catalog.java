package dev.slipway.catalog;

import dev.slipway.catalog.hyperbytedb.HyperbytedbNotation;
import dev.slipway.catalog.hypercache.HyperCacheNotation;
import dev.slipway.catalog.hyperscience.HyperscienceNotation;
import dev.slipway.catalog.hyperterse.HyperterseNotation;
import dev.slipway.catalog.mllp.MllpNotation;
import dev.slipway.notation.SystemNotation;
import java.util.List;

/**
 * The registry of the systems that Slipway knows: an explicit list, one line each. A system's
 * notation is initialized when a file names the system; its word and summary are constants.
 */
public final class Catalog {
  private static final List<SystemNotation> SYSTEMS =
      List.of(
          new SystemNotation(
              HyperscienceNotation.ID,
              HyperscienceNotation.SUMMARY,
              () -> HyperscienceNotation.definition()),
          new SystemNotation(
              HyperCacheNotation.ID,
              HyperCacheNotation.SUMMARY,
              () -> HyperCacheNotation.definition()),
          new SystemNotation(
              HyperterseNotation.ID,
              HyperterseNotation.SUMMARY,
              () -> HyperterseNotation.definition()),
          new SystemNotation(
              MllpNotation.ID, MllpNotation.SUMMARY, () -> MllpNotation.definition()),
          new SystemNotation(
              HyperbytedbNotation.ID,
              HyperbytedbNotation.SUMMARY,
              () -> HyperbytedbNotation.definition()));

  private Catalog() {}

  public static List<SystemNotation> systems() {
    return SYSTEMS;
  }
}
