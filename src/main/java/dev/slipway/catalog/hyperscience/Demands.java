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
        .get()
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
    noticeRules(out);
    noticeController(out);
    if (system.prerequisitesOnly()) {
      noticeUnknownPods(system.chart().orElse(VendorChart.UNKNOWN), out);
    }
    for (String image : system.images()) {
      out.declare(
          new Declaration.Pulled(
              Images.of(system.registry(), image).reference(), "an image of Hyperscience"));
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

  private void noticeRules(Sink out) {
    if (system.operatorRules().equals(HyperOperator.DEFAULT_RULES)) {
      out.notice(
          Notice.warning(
              "hyperscience-operator-rules",
              "What the HyperOperator may do is a guess: the rules that its vendor gives it are not"
                  + " public.",
              "Give the vendor's rules, which its chart shows, as operator: {rules: […]}."));
    }
  }

  private void noticeController(Sink out) {
    if (system.ingress().filter(way -> way.controllerNamespace().isEmpty()).isPresent()) {
      out.notice(
          Notice.warning(
              "hyperscience-ingress-reach",
              "Every pod of the cluster may reach the platform: where the ingress controller is"
                  + " nobody has said.",
              "Give the labels of the controller's namespace as ingress: {controllerNamespace:"
                  + " …}."));
    }
  }

  /** Policies know pods by their labels, and those of the vendor's pods are not public. */
  private void noticeUnknownPods(VendorChart chart, Sink out) {
    if (chart.trainerPods().isEmpty()) {
      out.notice(
          Notice.warning(
              "hyperscience-trainer-reach",
              "A trainer needs the platform's API alone, and the network policy lets it reach the"
                  + " database and the file store: it cannot tell the trainer's pods from others.",
              "Give the label by which the chart marks the trainer's pods as chart: {trainerPods:"
                  + " …}."));
    }
    if (chart.ingressFrom().isPresent() && chart.platformPods().isEmpty()) {
      out.notice(
          Notice.info(
              "hyperscience-ingress-reach",
              "The ingress controller may reach every pod of the namespace: the network policy"
                  + " cannot tell the platform's pods from others.",
              "Give the labels by which the chart marks the platform's pods as chart:"
                  + " {platformPods: …}."));
    }
  }
}
