package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The secrets of a HashiCorp Vault as the Secrets Store CSI driver reads them. A secret is named by
 * its path, for the second version of the key-value engine with {@code data} in it: {@code
 * secret/data/hyperscience/db}.
 *
 * @param address the Vault's URL, as the driver's pods reach it
 * @see <a href="https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations">The
 *     provider</a>
 */
public record HashicorpVault(Text address, String role) implements SecretsStoreProvider {

  @Override
  public String name() {
    return "vault";
  }

  @Override
  public void check(Map<RemoteValue, String> files, Problems problems) {
    if (role.isBlank()) {
      problems.add(
          "The Vault role is empty.",
          "Name the role of Vault's Kubernetes authentication that the service account may take.");
    }
    for (RemoteValue value : files.keySet()) {
      if (value.property().isEmpty()) {
        problems.add(
            "All of " + value.describe() + " is asked for; a Vault secret is a set of fields.",
            "Say which field, with property(...).");
      }
      if (value.version().isPresent()) {
        problems.add(
            "A version of "
                + value.describe()
                + " is asked for; the Vault provider reads the"
                + " current one.",
            "Leave the version out.");
      }
    }
  }

  @Override
  public Mapping parameters(Map<RemoteValue, String> files) {
    ObjectList objects = new ObjectList();
    files.forEach(
        (value, file) ->
            objects
                .line("- objectName: ", file)
                .line("  secretPath: ", value.key())
                .line("  secretKey: ", value.property().orElse("")));
    return Mapping.builder()
        .put("vaultAddress", address)
        .put("roleName", role)
        .put("objects", objects.text())
        .build();
  }

  @Override
  public List<Grant> grants(Collection<RemoteValue> values) {
    return List.of();
  }

  @Override
  public String right() {
    return "a policy of the Vault role '" + role + "' that lets them read";
  }
}
