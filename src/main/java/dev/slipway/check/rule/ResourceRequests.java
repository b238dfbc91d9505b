package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.ContainerDefaults;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
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
    ContainerDefaults defaults = facts.containerDefaults(object.namespace());
    List<String> demanded = facts.requirements().requests();
    Mapping whole = pod.spec().mapping("resources");
    for (Container container : pod.containers()) {
      if (!container.runsAlong()) {
        continue;
      }
      List<String> missing = new ArrayList<>();
      for (String resource : RESOURCES) {
        if (!demanded.contains(resource) // which is another rule's
            && !Resources.requests(container.body().mapping("resources"), resource)
            && !Resources.requests(whole, resource)
            && !defaults.request(resource)) {
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
