package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A secret store as the Secrets Store CSI driver reads it, by way of the store's own provider. */
public interface SecretsStoreProvider {

  /** AWS Secrets Manager, read as the pods' IAM role for service accounts. */
  static AwsSecrets awsSecretsManager() {
    return AwsSecrets.of(AwsSecrets.Service.SECRETS_MANAGER);
  }

  /** The Parameter Store of AWS Systems Manager, read as the pods' IAM role. */
  static AwsSecrets awsParameterStore() {
    return AwsSecrets.of(AwsSecrets.Service.PARAMETER_STORE);
  }

  /**
   * An Azure Key Vault, read with a workload identity.
   *
   * @param vault the vault's name, without a domain
   * @param tenantId the Entra tenant of the vault
   * @param clientId the client id of the identity that the pods run as
   */
  static AzureKeyVault azureKeyVault(String vault, Text tenantId, Text clientId) {
    return new AzureKeyVault(vault, tenantId, clientId);
  }

  /** The Google Secret Manager, read as the pods' Google service account. */
  static GoogleSecretManager googleSecretManager() {
    return new GoogleSecretManager();
  }

  /**
   * A HashiCorp Vault.
   *
   * @param address its URL, as the driver's pods reach it
   * @param role the role of its Kubernetes authentication that the pods' service account may take
   */
  static HashicorpVault vault(Text address, String role) {
    return new HashicorpVault(address, role);
  }

  /** What {@code spec.provider} says: {@code aws}. */
  String name();

  /**
   * Collects what this store cannot give.
   *
   * @param files the file of the volume that each value is to be in, in order
   */
  void check(Map<RemoteValue, String> files, Problems problems);

  /**
   * What {@code spec.parameters} says.
   *
   * @param files the file of the volume that each value is to be in, in order
   */
  Mapping parameters(Map<RemoteValue, String> files);

  /**
   * The rights in a cloud that the pods' identity must have; none for a store that is in no cloud.
   *
   * @param values what is read
   */
  List<Grant> grants(Collection<RemoteValue> values);

  /** What the pods' identity must be allowed, to end the sentence "The pods need …". */
  String right();
}
