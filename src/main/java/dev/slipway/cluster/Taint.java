package dev.slipway.cluster;

/** What keeps pods off a node unless they tolerate it. */
public record Taint(String key, String value, Effect effect) {

  /** What a taint does to pods that do not tolerate it. */
  public enum Effect {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String kubernetes;

    Effect(String kubernetes) {
      this.kubernetes = kubernetes;
    }

    /** As Kubernetes writes it: {@code NoSchedule}. */
    public String kubernetes() {
      return kubernetes;
    }
  }
}
