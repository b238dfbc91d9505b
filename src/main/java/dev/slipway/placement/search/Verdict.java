package dev.slipway.placement.search;

/** What placement can say about a set of pods; the four are never mixed. */
public enum Verdict {
  /**
   * The scheduler places every pod. Taken in its order, each pod passes every filter on its node of
   * the witness at its turn; and no choice of nodes leaves a pod without a place, which is proved
   * where there is room enough. Elsewhere none that was tried for the scheduler did, which scores
   * nodes and draws lots among equals. For large sets fewer choices are tried, but always those
   * that fill nodes most evenly and most densely.
   */
  SCHEDULES("schedules"),
  /** A placement exists that the filters allow in some order, but the scheduler may miss it. */
  FITS_IF_REPACKED("fits-if-repacked"),
  /** No order and no choice of nodes places every pod: this is proved. */
  IMPOSSIBLE("impossible"),
  /** The work that is allowed found neither a placement nor a proof that there is none. */
  UNDECIDED("undecided");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** As it is printed: {@code fits-if-repacked}. */
  public String id() {
    return id;
  }

  /** Whether every pod finds a place without anybody's help. */
  public boolean holds() {
    return this == SCHEDULES;
  }
}
