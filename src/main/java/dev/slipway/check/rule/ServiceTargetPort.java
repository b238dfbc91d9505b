package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The port names that a Service sends to are those of its pods. */
final class ServiceTargetPort implements Rule {
  private static final String PORTS = "ports:\n- {name: http, containerPort: 8080}\n";

  @Override
  public String id() {
    return "service-target-port";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Selector selector = Selector.ofLabels(object.spec().mapping("selector"));
    if (!object.is(Kinds.SERVICE) || selector.isEmpty()) {
      return;
    }
    List<Subject> pods = facts.selected(selector, object.namespace());
    Seq ports = object.spec().seq("ports");
    for (int i = 0; i < ports.size() && !pods.isEmpty(); i++) {
      Mapping port = ports.get(i) instanceof Mapping written ? written : Mapping.EMPTY;
      @Nullable String name = Ports.name(port.get("targetPort"));
      if (name != null && !Ports.anyIsNamed(pods, name, Ports.protocol(port))) {
        out.add(
            FieldPath.of("spec", "ports").index(i).key("targetPort"),
            "Service '%s' sends port %s to '%s', and no container of %s has a %s port of that name."
                .formatted(
                    object.name(),
                    port.get("port"),
                    name,
                    Wording.listed(pods),
                    Ports.protocol(port)));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The port names that a Service sends to are those of its pods.")
        .why("The Service has no endpoint at that port, and refuses every connection to it.")
        .remedy("Name the container's port so, or give the number that the process listens on.")
        .failing(
            Examples.deploymentOf(PORTS) + Examples.service("{port: 80, targetPort: web}"),
            "spec.ports[0].targetPort",
            "Service 'web' sends port 80 to 'web', and no container of Deployment 'web' has a TCP"
                + " port of that name.")
        .passing(Examples.deploymentOf(PORTS) + Examples.service("{port: 80, targetPort: http}"));
  }
}
