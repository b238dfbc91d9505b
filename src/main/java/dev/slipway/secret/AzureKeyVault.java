package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The secrets of an Azure Key Vault as the Secrets Store CSI driver reads them. They hold one value
 * each; there is no taking a field of one.
 *
 * @param vault the vault's name, without a domain
 * @see <a href="https://azure.github.io/secrets-store-csi-driver-provider-azure/">The provider</a>
 */
public record AzureKeyVault(String vault, Text tenantId, Text clientId)
    implements SecretsStoreProvider {

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public void check(Map<RemoteValue, String> files, Problems problems) {
    if (vault.isBlank() || vault.contains(".")) {
      problems.add(
          "'" + vault + "' is no name of a key vault.",
          "Give the name alone, without https:// and .vault.azure.net.");
    }
    files.keySet().stream()
        .filter(value -> value.property().isPresent())
        .forEach(
            value ->
                problems.add(
                    "A field of "
                        + value.describe()
                        + " is asked for; Key Vault gives whole secrets.",
                    "Keep each value in a secret of its own."));
  }

  @Override
  public Mapping parameters(Map<RemoteValue, String> files) {
    ObjectList objects = new ObjectList().line("array:");
    files.forEach(
        (value, file) -> {
          objects
              .line("  - |")
              .line("    objectName: ", value.key())
              .line("    objectType: secret")
              .line("    objectAlias: ", file);
          if (value.version().isPresent()) {
            objects.line("    objectVersion: ", value.version().get());
          }
        });
    return Mapping.builder()
        .put("usePodIdentity", "false")
        .put("clientID", clientId)
        .put("keyvaultName", vault)
        .put("tenantID", tenantId)
        .put("objects", objects.text())
        .build();
  }

  @Override
  public List<Grant> grants(Collection<RemoteValue> values) {
    return List.of(new Grant.KeyVaultSecrets(Text.of(vault), clientId));
  }

  @Override
  public String right() {
    return "the role Key Vault Secrets User";
  }
}
