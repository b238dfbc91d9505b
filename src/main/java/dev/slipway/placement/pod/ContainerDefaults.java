package dev.slipway.placement.pod;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import java.util.HashMap;
import java.util.Map;

/**
 * What a namespace's limit ranges give containers that ask for nothing.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/limit-range/">Limit ranges</a>
 */
final class ContainerDefaults {
  private final Map<String, Amounts> requests = new HashMap<>();
  private final Map<String, Amounts> limits = new HashMap<>();

  ContainerDefaults(ManifestSet manifests, Amounts.Parser parser) {
    for (Manifest range : manifests.ofKind("LimitRange")) {
      for (Mapping item : Fields.mappings(range.spec().seq("limits"))) {
        if (Fields.string(item, "type").equals("Container")) {
          add(Namespaces.of(range), item, parser);
        }
      }
    }
  }

  /** As the API server completes an item: a maximum is a default limit, a minimum a request. */
  private void add(String namespace, Mapping item, Amounts.Parser parser) {
    Amounts limit = Amounts.of(item.mapping("default"), parser);
    limit.putMissing(Amounts.of(item.mapping("max"), parser));
    Amounts request = Amounts.of(item.mapping("defaultRequest"), parser);
    request.putMissing(limit);
    request.putMissing(Amounts.of(item.mapping("min"), parser));
    limits.computeIfAbsent(namespace, name -> Amounts.none()).putMissing(limit);
    requests.computeIfAbsent(namespace, name -> Amounts.none()).putMissing(request);
  }

  void complete(String namespace, Amounts request, Amounts limit) {
    limit.putMissing(limits.getOrDefault(namespace, Amounts.none()));
    request.putMissing(requests.getOrDefault(namespace, Amounts.none()));
  }
}
