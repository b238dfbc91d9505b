package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.ContainerDefaults;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Requirements;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every container requests and limits the resources that the cluster demands. */
final class RequiredResources implements Rule {

  @Override
  public String id() {
    return "required-resources";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Requirements demanded = facts.requirements();
    @Nullable Pod pod = object.pod();
    if (pod == null || (demanded.requests().isEmpty() && demanded.limits().isEmpty())) {
      return;
    }
    ContainerDefaults defaults = facts.containerDefaults(object.namespace());
    Mapping whole = pod.spec().mapping("resources");
    for (Container container : pod.containers()) {
      if (container.list().equals("ephemeralContainers")) {
        continue; // which can have none
      }
      Mapping own = container.body().mapping("resources");
      hold(
          container,
          "request",
          demanded.requests(),
          it ->
              Resources.requests(own, it) || Resources.requests(whole, it) || defaults.request(it),
          out);
      hold(
          container,
          "limit",
          demanded.limits(),
          it -> Resources.limits(own, it) || Resources.limits(whole, it) || defaults.limit(it),
          out);
    }
  }

  private static void hold(
      Container container,
      String what,
      List<String> demanded,
      Predicate<String> has,
      Findings out) {
    List<String> missing = demanded.stream().filter(has.negate()).toList();
    if (!missing.isEmpty()) {
      out.add(
          container.path().key("resources").key(what + "s"),
          "Container '%s' %ss no %s, which the cluster demands of everybody."
              .formatted(container.name(), what, String.join(" and no ", missing)));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "Every container requests and limits what the environment's cluster demands.")
        .why(
            "A policy or a quota of the cluster refuses a pod with a container that does not, init"
                + " containers among them: the workload is created and has no pods.")
        .remedy(
            "Set it in the container's resources, or give the namespace defaults: a LimitRange"
                + " counts.")
        .on(
            """
            cluster: {name: prod, kubernetes: "1.34"}
            require: {requests: [cpu, memory], limits: [memory]}
            """)
        .failing(
            Examples.pod("imagePullPolicy: IfNotPresent"),
            "spec.containers[0].resources.limits",
            "Container 'web' limits no memory, which the cluster demands of everybody.")
        .passing(
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
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 256Mi}
            """);
  }
}
