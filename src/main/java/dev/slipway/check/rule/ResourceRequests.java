package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every container requests CPU and memory. */
final class ResourceRequests implements Rule {
  private static final List<String> RESOURCES = List.of("cpu", "memory");

  @Override
  public String id() {
    return "resource-requests";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    if (pod == null) {
      return;
    }
    Mapping whole = pod.spec().mapping("resources");
    for (Container container : pod.containers()) {
      if (!container.runsAlong()) {
        continue;
      }
      List<String> missing = new ArrayList<>();
      for (String resource : RESOURCES) {
        if (!asks(container.body().mapping("resources"), resource)
            && !asks(whole, resource)
            && !hasDefault(object, resource, facts)) {
          missing.add(resource);
        }
      }
      if (!missing.isEmpty()) {
        out.add(
            container.path().key("resources").key("requests"),
            "Container '%s' requests no %s."
                .formatted(container.name(), String.join(" and no ", missing)));
      }
    }
  }

  /** A limit alone is the request, too. */
  private static boolean asks(Mapping resources, String resource) {
    return resources.mapping("requests").has(resource) || resources.mapping("limits").has(resource);
  }

  private static boolean hasDefault(Subject object, String resource, Facts facts) {
    for (Subject range : facts.ofKind(Kinds.LIMIT_RANGE)) {
      if (!range.namespace().equals(object.namespace())) {
        continue;
      }
      for (Node item : range.spec().seq("limits")) {
        if (item instanceof Mapping limit
            && "Container".equals(limit.string("type"))
            && (limit.mapping("defaultRequest").has(resource)
                || limit.mapping("default").has(resource))) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every container requests CPU and memory.")
        .why(
            "The scheduler counts requests and nothing else: pods without any are packed onto a"
                + " node until it is out of memory, and then they are the first to be killed. An"
                + " autoscaler that goes by CPU does nothing without a request.")
        .remedy("Set resources.requests to what it uses on a busy day.")
        .failing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              containers:
              - name: web
                image: registry.example.com/shop:1.4.2
                resources:
                  requests: {cpu: 100m}
            """,
            "spec.containers[0].resources.requests",
            "Container 'web' requests no memory.")
        .passing(Examples.pod("imagePullPolicy: IfNotPresent"));
  }
}
