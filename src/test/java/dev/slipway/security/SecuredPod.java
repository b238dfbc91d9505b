package dev.slipway.security;

import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.podsecurity.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod whose containers have the contexts that profiles render to on a cluster. */
record SecuredPod(
    String name, Cluster cluster, SecurityProfile profile, Mapping more, List<Mapping> init) {

  static SecuredPod of(String name, Cluster cluster, SecurityProfile profile) {
    return new SecuredPod(name, cluster, profile, Mapping.EMPTY, List.of());
  }

  /** The same with further fields in its spec. */
  SecuredPod with(String field, Node value) {
    return new SecuredPod(name, cluster, profile, more.with(field, value), init);
  }

  /** The same with an init container of another profile. */
  SecuredPod startedBy(SecurityProfile other) {
    List<Mapping> longer = new ArrayList<>(init);
    longer.add(container("init-" + init.size(), other));
    return new SecuredPod(name, cluster, profile, more, longer);
  }

  PodTemplate template() {
    return PodTemplate.of(Mapping.EMPTY, spec());
  }

  /** The pods' templates. */
  static List<PodTemplate> templates(SecuredPod... pods) {
    return Stream.of(pods).map(SecuredPod::template).toList();
  }

  String yaml() {
    return YamlWriter.write(
        Mapping.builder()
            .put("apiVersion", "v1")
            .put("kind", "Pod")
            .put("metadata", Mapping.of("name", name))
            .put("spec", spec())
            .build());
  }

  private Mapping spec() {
    return Mapping.builder()
        .put("automountServiceAccountToken", Scalar.FALSE)
        .put("securityContext", profile.podContext(cluster))
        .putUnlessEmpty("initContainers", Seq.of(init))
        .put("containers", Seq.of(container("main", profile)))
        .putAll(more)
        .build();
  }

  private Mapping container(String container, SecurityProfile own) {
    return Mapping.of(
            "name", Text.of(container), "image", (Node) Text.of("example.com/" + container + ":1"))
        .with("securityContext", own.containerContext(cluster, profile));
  }
}
