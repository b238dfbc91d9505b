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

/** What sends to pods, or lets them be reached, means ports that they declare. */
final class UndeclaredPort implements Rule {
  private static final String PORTS = "ports:\n- {name: http, containerPort: 8080}\n";

  @Override
  public String id() {
    return "undeclared-port";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.is(Kinds.SERVICE)) {
      service(object, facts, out);
    } else if (object.is(Kinds.NETWORK_POLICY)) {
      for (PolicyPorts ports : PolicyPorts.of(object, facts)) {
        policy(object, ports, out);
      }
    }
  }

  private static void service(Subject object, Facts facts, Findings out) {
    Selector selector = Selector.ofLabels(object.spec().mapping("selector"));
    List<Subject> pods =
        selector.isEmpty() ? List.of() : facts.selected(selector, object.namespace());
    Seq ports = object.spec().seq("ports");
    for (int i = 0; i < ports.size() && !pods.isEmpty(); i++) {
      Mapping port = ports.get(i) instanceof Mapping written ? written : Mapping.EMPTY;
      String field = port.has("targetPort") ? "targetPort" : "port";
      @Nullable Long number = Ports.number(port.get(field));
      if (number != null && Ports.noneTakes(pods, number, number, Ports.protocol(port))) {
        out.add(
            FieldPath.of("spec", "ports").index(i).key(field),
            "Service '%s' sends port %s to %s, and the containers of %s declare %s."
                .formatted(
                    object.name(),
                    port.get("port"),
                    number,
                    Wording.listed(pods),
                    Ports.declared(pods)));
      }
    }
  }

  private static void policy(Subject object, PolicyPorts ports, Findings out) {
    @Nullable Long first = Ports.number(ports.port().get("port"));
    @Nullable Long last = ports.port().integer("endPort");
    if (first != null
        && Ports.noneTakes(
            ports.pods(), first, last == null ? first : last, Ports.protocol(ports.port()))) {
      out.add(
          ports.path().key("port"),
          "NetworkPolicy '%s' opens port %s of %s, whose containers declare %s."
              .formatted(
                  object.name(), first, Wording.listed(ports.pods()), Ports.declared(ports.pods())),
          "Give the port that the containers listen on; a policy sees connections after the Service"
              + " has turned its own port into theirs.");
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of(
            "What sends to pods, or lets them be reached, means ports that they declare.")
        .why(
            "Where nothing listens, connections are refused; where something does, a policy that"
                + " opens another port keeps everybody out. The rule is silent where containers"
                + " declare no ports, or have the number among their arguments or variables.")
        .remedy("Give the port that the containers listen on, or declare it among theirs.")
        .failing(
            Examples.deploymentOf(PORTS) + Examples.service("{port: 80, targetPort: 8000}"),
            "spec.ports[0].targetPort",
            "Service 'web' sends port 80 to 8000, and the containers of Deployment 'web' declare"
                + " 8080.")
        .passing(Examples.deploymentOf(PORTS) + Examples.service("{port: 80, targetPort: 8080}"));
  }
}
