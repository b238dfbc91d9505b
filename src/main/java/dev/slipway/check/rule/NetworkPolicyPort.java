package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** The port names that a NetworkPolicy opens are those of its pods. */
final class NetworkPolicyPort implements Rule {
  private static final String PORTS = "ports:\n- {name: http, containerPort: 8080}\n";

  @Override
  public String id() {
    return "network-policy-port";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (!object.is(Kinds.NETWORK_POLICY)) {
      return;
    }
    for (PolicyPorts ports : PolicyPorts.of(object, facts)) {
      @Nullable String name = Ports.name(ports.port().get("port"));
      String protocol = Ports.protocol(ports.port());
      if (name != null && !Ports.anyIsNamed(ports.pods(), name, protocol)) {
        out.add(
            ports.path().key("port"),
            "NetworkPolicy '%s' opens port '%s' of %s, and no container there has a %s port of that"
                    .formatted(object.name(), name, Wording.listed(ports.pods()), protocol)
                + " name.");
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The port names that a NetworkPolicy opens are those of its pods.")
        .why(
            "A name that no pod has opens nothing: the connections that it was meant for time out.")
        .remedy("Name the container's port so, or give its number.")
        .failing(
            Examples.deploymentOf(PORTS) + policy("web"),
            "spec.ingress[0].ports[0].port",
            "NetworkPolicy 'web' opens port 'web' of Deployment 'web', and no container there has a"
                + " TCP port of that name.")
        .passing(Examples.deploymentOf(PORTS) + policy("http"));
  }

  private static String policy(String port) {
    return """
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata:
      name: web
    spec:
      podSelector:
        matchLabels: {app: web}
      ingress:
      - ports:
        - port: %s
    """
        .formatted(port);
  }
}
