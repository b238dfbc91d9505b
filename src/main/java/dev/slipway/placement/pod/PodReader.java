package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a pod's template what decides where it can stand, as admission leaves it. */
final class PodReader {
  private final Amounts.Parser parser = new Amounts.Parser();
  private final Namespaces namespaces;
  private final Volumes volumes;
  private final ContainerDefaults defaults;
  private final Map<String, Integer> priorities = new HashMap<>();
  private final Map<String, Mapping> overheads = new HashMap<>();
  private String usualPriorityClass = "";

  PodReader(ManifestSet manifests, StorageClasses classes) {
    namespaces = new Namespaces(manifests);
    volumes = new Volumes(manifests, classes);
    defaults = new ContainerDefaults(manifests, parser);
    priorities.put("system-cluster-critical", 2_000_000_000);
    priorities.put("system-node-critical", 2_000_001_000);
    for (Manifest found : manifests.ofKind("PriorityClass")) {
      @Nullable Long value = found.body().integer("value");
      int priority = value == null ? 0 : value.intValue();
      priorities.put(found.ref().name(), priority);
      if (Boolean.TRUE.equals(found.body().bool("globalDefault"))) {
        usualPriorityClass = found.ref().name();
      }
    }
    for (Manifest found : manifests.ofKind("RuntimeClass")) {
      overheads.put(found.ref().name(), found.body().mapping("overhead").mapping("podFixed"));
    }
  }

  Amounts.Parser parser() {
    return parser;
  }

  /**
   * The shape of a pod with these labels and this spec.
   *
   * @param claims templates of those that its controller makes for each pod
   */
  PodShape read(String namespace, Map<String, String> labels, Mapping written, Seq claims) {
    Mapping spec = withOverhead(written);
    Mapping affinity = spec.mapping("affinity");
    PodResources resources = PodResources.of(spec, namespace, defaults, parser);
    String required = "requiredDuringSchedulingIgnoredDuringExecution";
    @Nullable Object nodes = affinity.mapping("nodeAffinity").get(required);
    return new PodShape(
        namespace,
        namespaces.labels(namespace),
        labels,
        resources.requests().toRequests(),
        Fields.string(spec, "nodeName"),
        Fields.stringMap(spec.mapping("nodeSelector")),
        nodes instanceof Mapping terms
            ? Optional.of(NodeTerm.list(terms.seq("nodeSelectorTerms")))
            : Optional.empty(),
        Toleration.list(spec.seq("tolerations")),
        hostPorts(spec),
        AffinityTerm.list(affinity.mapping("podAffinity").seq(required), namespace, labels),
        AffinityTerm.list(affinity.mapping("podAntiAffinity").seq(required), namespace, labels),
        SpreadConstraint.list(spec.seq("topologySpreadConstraints"), labels),
        volumes.of(spec, namespace, claims),
        priority(spec),
        QuotaReader.read(spec, resources, priorityClass(spec)));
  }

  private Mapping withOverhead(Mapping spec) {
    @Nullable Mapping overhead = overheads.get(Fields.string(spec, "runtimeClassName"));
    return overhead == null || overhead.isEmpty() || spec.has("overhead")
        ? spec
        : spec.with("overhead", overhead);
  }

  private int priority(Mapping spec) {
    @Nullable Long given = spec.integer("priority");
    return given != null ? given.intValue() : priorities.getOrDefault(priorityClass(spec), 0);
  }

  private String priorityClass(Mapping spec) {
    String named = Fields.string(spec, "priorityClassName");
    return named.isEmpty() ? usualPriorityClass : named;
  }

  private static List<HostPort> hostPorts(Mapping spec) {
    boolean hostNetwork = Boolean.TRUE.equals(spec.bool("hostNetwork"));
    List<Mapping> containers = new ArrayList<>();
    for (Mapping container : Fields.mappings(spec.seq("initContainers"))) {
      if (PodResources.isSidecar(container)) {
        containers.add(container);
      }
    }
    containers.addAll(Fields.mappings(spec.seq("containers")));
    List<HostPort> ports = new ArrayList<>();
    for (Mapping container : containers) {
      for (Mapping port : Fields.mappings(container.seq("ports"))) {
        int onHost = Fields.integer(port, "hostPort", 0);
        int number = onHost == 0 && hostNetwork ? Fields.integer(port, "containerPort", 0) : onHost;
        if (number > 0) {
          ports.add(
              HostPort.of(Fields.string(port, "hostIP"), Fields.string(port, "protocol"), number));
        }
      }
    }
    return ports;
  }

  /** Labels and some more. */
  static Map<String, String> with(Map<String, String> labels, String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(labels);
    more.put(key, value);
    return more;
  }
}
