package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The secrets of Google's Secret Manager as the Secrets Store CSI driver reads them. A secret is
 * named {@code projects/PROJECT/secrets/NAME}; its latest version is read unless one is given.
 *
 * @see <a href="https://github.com/GoogleCloudPlatform/secrets-store-csi-driver-provider-gcp">The
 *     provider</a>
 */
public record GoogleSecretManager() implements SecretsStoreProvider {
  private static final Pattern NAME = Pattern.compile("projects/[^/]+/secrets/[^/]+");

  @Override
  public String name() {
    return "gcp";
  }

  @Override
  public void check(Map<RemoteValue, String> files, Problems problems) {
    for (RemoteValue value : files.keySet()) {
      if (value.property().isPresent()) {
        problems.add(
            "A field of " + value.describe() + " is asked for; Secret Manager gives whole secrets.",
            "Keep each value in a secret of its own.");
      }
      String known = value.key().value();
      if (known != null && !NAME.matcher(known).matches()) {
        problems.add(
            "'" + known + "' is no name of a secret of Google's Secret Manager.",
            "Write it as projects/PROJECT/secrets/NAME, and give the version apart from it.");
      }
    }
  }

  @Override
  public Mapping parameters(Map<RemoteValue, String> files) {
    ObjectList secrets = new ObjectList();
    files.forEach(
        (value, file) ->
            secrets
                .line(
                    "- resourceName: ",
                    Text.join(
                        value.key(), Text.of("/versions/" + value.version().orElse("latest"))))
                .line("  path: ", file));
    return Mapping.of("secrets", secrets.text());
  }

  @Override
  public List<Grant> grants(Collection<RemoteValue> values) {
    return values.stream()
        .map(RemoteValue::key)
        .distinct()
        .<Grant>map(Grant.GoogleSecret::new)
        .toList();
  }

  @Override
  public String right() {
    return "roles/secretmanager.secretAccessor";
  }
}
