package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.Placement;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;

/** What makes a spec one that cannot work, though the resource's definition lets it pass. */
final class SpecChecks {
  private SpecChecks() {}

  static void check(Mapping spec, Placement placement, Problems problems) {
    if (Storage.BACKEND.text(spec).equals("s3") && !Storage.S3_BUCKET.isGiven(spec)) {
      problems.add(
          "Its storage backend is s3, and it has no bucket.",
          "Give storage.s3.bucket, or the backend local.");
    }
    autoscaling(spec, problems);
    together(spec, Server.TLS, problems);
    together(spec, Peers.TLS, problems);
    sameSecret(spec, problems);
    if (Spec.AFFINITY.isGiven(spec) && !placement.equals(Placement.ANYWHERE)) {
      problems.add(
          "It has both an affinity and node groups or affinities of its application.",
          "Keep one: node groups are rendered as an affinity, for the spec has no node selector.");
    }
  }

  private static void autoscaling(Mapping spec, Problems problems) {
    boolean any =
        Autoscaling.ENABLED.isGiven(spec)
            || Autoscaling.MIN_REPLICAS.isGiven(spec)
            || Autoscaling.MAX_REPLICAS.isGiven(spec);
    if (any && !(Autoscaling.ENABLED.isGiven(spec) && Autoscaling.MAX_REPLICAS.isGiven(spec))) {
      problems.add(
          "Its autoscaling lacks 'enabled' or 'maxReplicas'.",
          "Set both, or leave autoscaling out: the API server refuses it otherwise.");
    }
    long min = Autoscaling.MIN_REPLICAS.number(spec);
    long max = Autoscaling.MAX_REPLICAS.number(spec);
    if (Autoscaling.MAX_REPLICAS.isGiven(spec) && min > max) {
      problems.add(
          "Its autoscaling has a minReplicas (%s) above its maxReplicas (%s).".formatted(min, max),
          "Give a minimum that is not above the maximum.");
    }
  }

  private static void together(Mapping spec, TlsPart tls, Problems problems) {
    if (tls.issuerName.isGiven(spec) != tls.issuerKind.isGiven(spec)) {
      problems.add(
          "'%s' and '%s' need each other.".formatted(tls.issuerName, tls.issuerKind),
          "Set both: the API server refuses one alone.");
    }
    if ((tls.secretName.isGiven(spec) || tls.issuerName.isGiven(spec))
        && !tls.enabled.isGiven(spec)) {
      problems.add("'%s' is not set.".formatted(tls.enabled), "Set it to true.");
    }
  }

  /** Without a name of its own, both certificates are in the Secret of the cluster's name. */
  private static void sameSecret(Mapping spec, Problems problems) {
    boolean both = Server.TLS.byCertManager(spec) && Peers.TLS.byCertManager(spec);
    if (both
        && Server.TLS.secret(spec, "").equals(Peers.TLS.secret(spec, ""))
        && !Certificates.issuer(Server.TLS, spec).equals(Certificates.issuer(Peers.TLS, spec))) {
      problems.add(
          "The certificates of the API and between members have different issuers and one Secret.",
          "Give cluster.tls.secretName, so that each has a Secret of its own.");
    }
  }
}
