package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** No probe or hook carries a secret in a header. */
final class SecretInProbe implements Rule {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HOOKS = List.of("postStart", "preStop");
  private static final List<String> HEADERS =
      List.of("authorization", "proxy-authorization", "cookie");

  @Override
  public String id() {
    return "secret-in-probe";
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
      for (String probe : PROBES) {
        Seq headers = headers(container.body().mapping(probe));
        if (!headers.isEmpty()) {
          judge(headers, container.path().key(probe), probe, container, out);
        }
      }
      for (String hook : HOOKS) {
        Seq headers = headers(container.body().mapping("lifecycle").mapping(hook));
        if (!headers.isEmpty()) {
          judge(headers, container.path().key("lifecycle").key(hook), hook, container, out);
        }
      }
    }
  }

  private static Seq headers(Mapping asking) {
    return asking.mapping("httpGet").seq("httpHeaders");
  }

  private static void judge(
      Seq headers, FieldPath path, String what, Container container, Findings out) {
    for (int i = 0; i < headers.size(); i++) {
      @Nullable String name =
          headers.get(i) instanceof Mapping header ? header.string("name") : null;
      if (name == null || !(((Mapping) headers.get(i)).get("value") instanceof Text value)) {
        continue;
      }
      FieldPath at = path.key("httpGet").key("httpHeaders").index(i).key("value");
      String which =
          "Header '%s' of the %s of container '%s'".formatted(name, what, container.name());
      @Nullable String known = value.value();
      if (value.isSecret() || (known != null && isSecret(name, known))) {
        out.add(at, which + " carries a secret.");
      } else if (known != null && known.contains("$(")) {
        out.add(at, which + " names a variable, and a kubelet expands none there.");
      }
    }
  }

  private static boolean isSecret(String name, String value) {
    if (value.contains("$(")) {
      return false;
    }
    return HEADERS.contains(name.toLowerCase(Locale.ROOT))
        || Credentials.kind(value) != null
        || Credentials.isNamedSecret(name, value);
  }

  @Override
  public RuleText text() {
    return RuleText.of("No probe or hook carries a secret in a header.")
        .why(
            "A header's value stands in the manifest for everybody to read. A variable in its place"
                + " does not help: a kubelet sends $(TOKEN) as it is written, so that the probe"
                + " fails and the pod is never Ready.")
        .remedy("Probe what needs no secret, such as tcpSocket on the same port.")
        .failing(
            Examples.pod(
                """
                readinessProbe:
                  httpGet:
                    path: /health
                    port: 7946
                    httpHeaders:
                    - name: Authorization
                      value: Bearer $(AUTH_TOKEN)
                """),
            "spec.containers[0].readinessProbe.httpGet.httpHeaders[0].value",
            "Header 'Authorization' of the readinessProbe of container 'web' names a variable, and"
                + " a kubelet expands none there.")
        .passing(
            Examples.pod(
                """
                readinessProbe:
                  tcpSocket:
                    port: 7946
                """));
  }
}
