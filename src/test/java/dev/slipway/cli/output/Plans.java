package dev.slipway.cli.output;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Plans made of objects that have next to nothing in them. */
public final class Plans {
  private Plans() {}

  public static Manifest object(String apiVersion, String kind, String namespace, String name) {
    return object(apiVersion, kind, namespace, name, Mapping.EMPTY);
  }

  public static Manifest object(
      String apiVersion, String kind, String namespace, String name, Mapping fields) {
    Mapping.Builder metadata = Mapping.builder().put("name", name);
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return Manifest.of(
        Mapping.builder()
            .put("apiVersion", apiVersion)
            .put("kind", kind)
            .put("metadata", metadata.build())
            .putAll(fields)
            .build(),
        Origin.of("test"));
  }

  public static Manifest configMap(String namespace, String name, String content) {
    return object(
        "v1",
        "ConfigMap",
        namespace,
        name,
        Mapping.of("data", Mapping.of("text", Text.of(content))));
  }

  public static Plan of(Manifest... manifests) {
    return new Plan(
        ManifestSet.EMPTY,
        Map.of(),
        ManifestSet.of(Arrays.asList(manifests)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  public static Plan with(Plan plan, Document... documents) {
    return new Plan(
        plan.shared(),
        plan.byApplication(),
        plan.all(),
        plan.judged(),
        List.of(documents),
        plan.declared(),
        plan.notices());
  }

  public static Plan with(Plan plan, Notice... notices) {
    List<Notice> all = new ArrayList<>(plan.notices());
    all.addAll(List.of(notices));
    return new Plan(
        plan.shared(),
        plan.byApplication(),
        plan.all(),
        plan.judged(),
        plan.documents(),
        plan.declared(),
        all);
  }
}
