package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A container is given each variable once. */
final class DuplicateVariable implements Rule {

  @Override
  public String id() {
    return "duplicate-variable";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (object.pod() == null) {
      return;
    }
    for (Container container : object.pod().containers()) {
      Set<String> seen = new HashSet<>();
      Seq env = container.body().seq("env");
      for (int i = 0; i < env.size(); i++) {
        @Nullable String name =
            env.get(i) instanceof Mapping variable ? variable.string("name") : null;
        if (name != null && !seen.add(name)) {
          out.add(
              container.path().key("env").index(i).key("name"),
              "Container '%s' is given variable '%s' a second time."
                  .formatted(container.name(), name));
        }
      }
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("A container is given each variable once.")
        .why(
            "The last one counts until somebody applies a change: then Kubernetes, which tells"
                + " variables by their names, may leave either of them, or none.")
        .remedy("Remove one of the two.")
        .failing(
            Examples.pod(env("LOG_LEVEL")),
            "spec.containers[0].env[1].name",
            "Container 'web' is given variable 'LOG_LEVEL' a second time.")
        .passing(Examples.pod(env("LOG_FORMAT")));
  }

  private static String env(String second) {
    return """
    env:
    - {name: LOG_LEVEL, value: info}
    - {name: %s, value: json}
    """
        .formatted(second);
  }
}
