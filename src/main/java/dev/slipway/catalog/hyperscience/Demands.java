package dev.slipway.catalog.hyperscience;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/** What Hyperscience demands of its cluster, held against the one it is rendered for. */
record Demands(Hyperscience system) implements Renderable {
  @Override
  public void render(Target target, Sink out) {
    Cluster cluster = target.cluster();
    NodeRequirements.PLATFORM.judge(cluster, system.platformGroup()).forEach(out::notice);
    NodeRequirements.TRAINER.judge(cluster, system.trainerGroup()).forEach(out::notice);
    target
        .today()
        .flatMap(today -> SupportCalendar.judge(cluster.version(), today))
        .ifPresent(out::notice);
    if (cluster.distribution() == Distribution.GKE_AUTOPILOT) {
      out.notice(
          Notice.error(
              "hyperscience-autopilot",
              "Cluster '"
                  + cluster.name()
                  + "' is a GKE Autopilot cluster, which has no node groups"
                  + " of one's own.",
              "Use a Standard cluster: Hyperscience needs nodes for the platform and others for the"
                  + " trainer."));
    }
    Blocks blocks = system.blocks();
    if (blocks.needsRoom()) {
      out.declare(
          new Declaration.Headroom(
              system.platformGroup(),
              blocks.cpu(),
              blocks.memory(),
              blocks.pods(),
              "the blocks that the HyperOperator starts"));
    }
  }
}
