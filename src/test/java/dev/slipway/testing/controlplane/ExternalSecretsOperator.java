package dev.slipway.testing.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plays the External Secrets Operator, on what a secret store holds. */
public final class ExternalSecretsOperator {
  private final Kubectl kubectl;
  private final Map<String, String> store;

  /**
   * An operator in a namespace.
   *
   * @param store what the secret store holds, by {@code key} or {@code key#property}
   */
  public ExternalSecretsOperator(Kubectl kubectl, Map<String, String> store) {
    this.kubectl = kubectl;
    this.store = Map.copyOf(store);
  }

  /** Makes the Secret of every ExternalSecret, with the keys for which the store has a value. */
  public void reconcile() {
    for (LiveObject resource : kubectl.list("externalsecrets")) {
      kubectl.send(Json.write(secret(resource)), "apply", "--filename=-").orFail();
    }
  }

  private Map<String, Object> secret(LiveObject resource) {
    Map<String, String> data = new LinkedHashMap<>();
    for (LiveObject entry : resource.list("spec", "data")) {
      String remote =
          entry.text("remoteRef", "key").orElseThrow()
              + entry.text("remoteRef", "property").map(property -> "#" + property).orElse("");
      @Nullable String value = store.get(remote);
      if (value != null) {
        data.put(entry.text("secretKey").orElseThrow(), base64(value));
      }
    }
    Map<String, Object> owner =
        Map.of(
            "apiVersion", resource.text("apiVersion").orElseThrow(),
            "kind", resource.kind(),
            "name", resource.name(),
            "uid", resource.text("metadata", "uid").orElseThrow());
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Secret",
        "metadata",
        Map.of(
            "name", resource.text("spec", "target", "name").orElseThrow(),
            "ownerReferences", List.of(owner)),
        "type",
        resource.text("spec", "target", "template", "type").orElse("Opaque"),
        "data",
        data);
  }

  private static String base64(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
  }
}
