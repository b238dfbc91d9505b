package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.CustomResource;
import dev.slipway.cluster.Api;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The certificates that the spec leaves to cert-manager: the operator mounts their Secrets, and
 * asks nobody to make them.
 *
 * @see <a href="https://cert-manager.io/docs/usage/certificate/">Certificate resources</a>
 */
record Certificates(HyperbytedbCluster cluster) implements Renderable {
  private static final GroupVersionKind CERTIFICATE =
      new GroupVersionKind("cert-manager.io", "v1", "Certificate");

  @Override
  public void render(Target target, Sink out) {
    Set<String> made = new LinkedHashSet<>();
    for (TlsPart tls : List.of(Server.TLS, Peers.TLS)) {
      if (tls.byCertManager(cluster.spec())
          && made.add(tls.secret(cluster.spec(), cluster.name()))) {
        render(tls, target, out);
      }
    }
    if (!made.isEmpty() && !target.cluster().has(Api.CERT_MANAGER)) {
      out.notice(
          Notice.error(
              "api-not-installed",
              "cert-manager is to sign certificates for '%s', and cluster '%s' does not have it."
                  .formatted(cluster.name(), target.cluster().name()),
              "Install it and declare it (installed: [%s]), or give the certificate in a Secret."
                  .formatted(Api.CERT_MANAGER)));
    }
  }

  private void render(TlsPart tls, Target target, Sink out) {
    String secret = tls.secret(cluster.spec(), cluster.name());
    List<String> names = names(target, tls);
    Mapping spec =
        Mapping.builder()
            .put("secretName", secret)
            .put("dnsNames", Seq.ofStrings(names))
            .put("usages", Seq.ofStrings(List.of("server auth", "client auth")))
            .put("issuerRef", issuer(tls, cluster.spec()))
            .build();
    CustomResource.of(CERTIFICATE, secret, spec).render(target, out);
    acme(tls, names, out);
  }

  /** The issuer as cert-manager refers to it. */
  static Mapping issuer(TlsPart tls, Mapping spec) {
    Mapping.Builder issuer =
        Mapping.builder()
            .put("name", tls.issuerName.text(spec))
            .put("kind", tls.issuerKind.text(spec));
    if (tls.issuerGroup.isGiven(spec)) {
      issuer.put("group", tls.issuerGroup.text(spec));
    }
    return issuer.build();
  }

  /** Clients call the Services, and members one another by the headless one. */
  private List<String> names(Target target, TlsPart tls) {
    if (tls == Server.TLS && !cluster.certificateNames().isEmpty()) {
      return cluster.certificateNames();
    }
    String headless = cluster.name() + "-headless";
    String domain = "." + target.cluster().dnsDomain();
    List<String> names = new ArrayList<>();
    for (String service : List.of(cluster.name(), headless, "*." + headless)) {
      String name = service + "." + target.namespace() + ".svc";
      names.add(name);
      names.add(name + domain);
    }
    return names;
  }

  private void acme(TlsPart tls, List<String> names, Sink out) {
    String issuer = tls.issuerName.text(cluster.spec());
    boolean publicOnly = issuer.contains("letsencrypt") || issuer.contains("acme");
    List<String> inside = names.stream().filter(name -> name.contains(".svc")).toList();
    if (publicOnly && !inside.isEmpty()) {
      out.notice(
          Notice.warning(
              "hyperbytedb-certificate-names",
              "The issuer '%s' looks like one of ACME, which signs no names inside a cluster, such as"
                      .formatted(issuer)
                  + " '"
                  + inside.get(0)
                  + "'.",
              "Give public names (certificateNames), or an issuer with a certificate authority of"
                  + " your own."));
    }
  }
}
