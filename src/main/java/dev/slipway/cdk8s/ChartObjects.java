package dev.slipway.cdk8s;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.Chart;
import org.jspecify.annotations.Nullable;
import software.constructs.IConstruct;

/** The objects of a chart as cdk8s will write them, and which constructs they are of. */
final class ChartObjects {
  private final Chart chart;
  private final String path;
  private @Nullable Map<String, List<String>> paths;

  ChartObjects(Chart chart) {
    this.chart = chart;
    path = chart.getNode().getPath();
  }

  /** The chart's own path. */
  String path() {
    return path;
  }

  List<Mapping> bodies() {
    List<Mapping> bodies = new ArrayList<>();
    for (Object json : chart.toJson()) {
      bodies.add((Mapping) PlainValues.toNode(json));
    }
    return bodies;
  }

  /**
   * The paths of the constructs that make an object. They are asked for only where there is
   * something to say, for each costs several calls.
   */
  List<String> pathsOf(ObjectRef object) {
    Map<String, List<String>> known = paths;
    if (known == null) {
      known = new HashMap<>();
      for (IConstruct construct : chart.getNode().findAll()) {
        if (construct instanceof ApiObject made) {
          known.computeIfAbsent(key(made), key -> new ArrayList<>()).add(made.getNode().getPath());
        }
      }
      paths = known;
    }
    List<String> found =
        known.getOrDefault(
            key(object.kind(), object.namespace(), object.name()),
            known.getOrDefault(key(object.kind(), "", object.name()), List.of()));
    return found.isEmpty() ? List.of(path) : found;
  }

  private static String key(ApiObject object) {
    @Nullable String namespace = object.getMetadata().getNamespace();
    return key(object.getKind(), namespace == null ? "" : namespace, object.getName());
  }

  private static String key(String kind, String namespace, String name) {
    return kind + " " + namespace + "/" + name;
  }
}
