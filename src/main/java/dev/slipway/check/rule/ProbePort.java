package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The port names that probes and hooks ask are those of their container. */
final class ProbePort implements Rule {

  @Override
  public String id() {
    return "probe-port";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    for (Container container : object.pod().containers()) {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        Mapping body = container.body().mapping(probe);
        if (!body.isEmpty()) {
          judge(container, body, container.path().key(probe), out);
        }
      }
      for (String hook : List.of("postStart", "preStop")) {
        Mapping body = container.body().mapping("lifecycle").mapping(hook);
        if (!body.isEmpty()) {
          judge(container, body, container.path().key("lifecycle").key(hook), out);
        }
      }
    }
  }

  private static void judge(Container container, Mapping body, FieldPath path, Findings out) {
    for (String way : List.of("httpGet", "tcpSocket")) {
      @Nullable String name = Ports.name(body.mapping(way).get("port"));
      if (name != null && !Ports.isNamed(container, name, Ports.TCP)) {
        out.add(
            path.key(way).key("port"),
            "Container '%s' is asked at port '%s', and has no TCP port of that name."
                .formatted(container.name(), name));
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The port names that probes and hooks ask are those of their container.")
        .why(
            "The probe fails whatever the process does: the pod is never ready, or is restarted for"
                + " ever.")
        .remedy("Name the container's port so, or give the number that the process listens on.")
        .failing(
            Examples.pod(probed("web")),
            "spec.containers[0].readinessProbe.httpGet.port",
            "Container 'web' is asked at port 'web', and has no TCP port of that name.")
        .passing(Examples.pod(probed("http")));
  }

  private static String probed(String port) {
    return """
    ports:
    - {name: http, containerPort: 8080}
    readinessProbe:
      httpGet: {path: /ready, port: %s}
    """
        .formatted(port);
  }
}
