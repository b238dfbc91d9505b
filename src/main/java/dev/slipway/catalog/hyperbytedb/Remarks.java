package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.Placement;
import dev.slipway.cluster.Api;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.pod.Image;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/**
 * What the resource's definition lets pass and is not meant, and what its spec has no place for.
 */
record Remarks(HyperbytedbCluster cluster) implements Renderable {
  private static final Api OPERATOR = Api.of(HyperbytedbCluster.TYPE.apiVersion());

  @Override
  public void render(Target target, Sink out) {
    ObjectRef ref = new ObjectRef(HyperbytedbCluster.TYPE, target.namespace(), cluster.name());
    new Remarking(cluster, target, notice -> out.notice(notice.about(ref))).all();
  }

  private record Remarking(HyperbytedbCluster cluster, Target target, Remark out) {
    void all() {
      installed();
      image();
      peers();
      autoscaling();
      monitoring();
      auth();
      placement();
      identity();
      security();
    }

    private Mapping spec() {
      return cluster.spec();
    }

    private void warn(String rule, String message, String remedy) {
      out.make(Notice.warning(rule, message, remedy));
    }

    private void installed() {
      if (!target.cluster().has(OPERATOR)) {
        out.make(
            Notice.error(
                "api-not-installed",
                "'%s' needs the operator of HyperbyteDB, which cluster '%s' does not have."
                    .formatted(cluster.name(), target.cluster().name()),
                "Install it and declare it (installed: [%s])."
                    .formatted(HyperbytedbCluster.TYPE.apiVersion())));
      }
    }

    private void image() {
      String written = Spec.IMAGE.text(spec());
      Image image;
      try {
        image = Image.parse(written);
      } catch (InvalidInputException e) {
        return;
      }
      String version = Spec.VERSION.text(spec());
      if (image.isLatest()) {
        warn(
            "hyperbytedb-latest-image",
            "The image is '%s': which software that is changes without anybody's doing."
                .formatted(written),
            "Name a version; the operator takes the image as it is, whatever 'version' says.");
      } else if (!version.isEmpty()
          && image.tag().filter(tag -> !tag.equals(version)).isPresent()) {
        warn(
            "hyperbytedb-version",
            "The version is '%s', and the image '%s' has another.".formatted(version, written),
            "Change both together: 'version' starts the upgrade, the image is what is run.");
      }
    }

    private void peers() {
      if (!ClusterResource.mayHaveSeveral(spec()) && spec().has("cluster")) {
        warn(
            "hyperbytedb-one-member",
            "There are settings under 'cluster', and there is one member.",
            "Have several members, or leave them out: they count only for several.");
      }
    }

    private void autoscaling() {
      if (!Autoscaling.ENABLED.isTrue(spec())) {
        return;
      }
      warn(
          "hyperbytedb-replicas",
          "The operator sets %s replicas%s, and its autoscaler between %s and %s: each undoes what the"
                  .formatted(
                      Spec.REPLICAS.number(spec()),
                      Spec.REPLICAS.isGiven(spec()) ? "" : " (its default)",
                      Math.max(1, Autoscaling.MIN_REPLICAS.number(spec())),
                      Autoscaling.MAX_REPLICAS.number(spec()))
              + " other has done.",
          "Switch autoscaling off, or have as many replicas as you can do with at the least."
              + " 'kubectl scale' is no way to change them either: the resource has no scale"
              + " subresource.");
    }

    private void monitoring() {
      if (Monitoring.GRAFANA_DASHBOARD.isGiven(spec())) {
        warn(
            "hyperbytedb-grafana-dashboard",
            "'monitoring.grafanaDashboard' is in no released definition of the resource: the API"
                + " server drops it, and refuses the resource under strict validation.",
            "Leave it out, and bring the dashboard by other means.");
      }
      String scraped = spec().mapping("podAnnotations").string("prometheus.io/scrape");
      if ("true".equals(scraped)
          && Monitoring.ENABLED.isTrue(spec())
          && Monitoring.SERVICE_MONITOR.isTrue(spec())) {
        warn(
            "hyperbytedb-scraped-twice",
            "The pods are annotated to be scraped, and the operator makes a ServiceMonitor: a"
                + " Prometheus that heeds both counts everything twice.",
            "Leave out the annotation prometheus.io/scrape, or set monitoring.serviceMonitor:"
                + " false.");
      }
    }

    private void auth() {
      if (Auth.ENABLED.isTrue(spec()) && !Auth.CREDENTIALS_SECRET_NAME.isGiven(spec())) {
        warn(
            "hyperbytedb-auth",
            "Authentication is on, and no Secret has the credentials.",
            "Give auth.credentialsSecretName, or the secret 'auth'.");
      }
    }

    private void placement() {
      Placement placement = cluster.placement();
      if (!placement.groups().isEmpty() || !placement.nodeSelector().isEmpty()) {
        out.make(
            Notice.info(
                "hyperbytedb-node-selection",
                "The spec has no node selector: the pods are held on their nodes by a required node"
                    + " affinity and tolerations, and the operator's own wish for different hosts"
                    + " is gone with that.",
                target.strict() || Spec.TOPOLOGY_SPREAD_CONSTRAINTS.isGiven(spec())
                    ? "Nothing is to do where its topologySpreadConstraints keep members apart, as"
                        + " those of strict defaults do."
                    : "Give topologySpreadConstraints, so that members stand on different hosts."));
      }
    }

    private void identity() {
      if (cluster.identity().isPresent()) {
        warn(
            "hyperbytedb-identity",
            "The spec has no service account: the operator's pods are the account"
                + " 'default' of namespace '"
                + target.namespace()
                + "', and the identity reaches none of them.",
            "Bind the cloud's role to that account and keep the namespace for this"
                + " cluster alone, or use storage.s3.credentialsSecretName.");
      }
    }

    private void security() {
      if (cluster.security().isPresent()) {
        warn(
            "hyperbytedb-pod-security",
            "The spec has no security context: the pods are as the operator makes them,"
                + " and the profile reaches none of them.",
            "What the namespace may hold is bounded by its Pod Security level, which is"
                + " that of the operator's pods; to set more, have a mutating policy of"
                + " the cluster write the contexts into pods labelled"
                + " app.kubernetes.io/instance="
                + cluster.name()
                + ".");
      }
    }
  }

  private interface Remark {
    void make(Notice notice);
  }
}
