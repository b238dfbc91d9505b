package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Text;
import dev.slipway.secret.ExistingSecret;
import dev.slipway.secret.ExternalSecret;
import dev.slipway.secret.LiteralSecret;
import dev.slipway.secret.SealedSecret;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretType;
import dev.slipway.secret.SecretsStoreProvider;
import dev.slipway.secret.SecretsStoreSecret;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the values of a Secret come from, in a file: the same keys, whichever the source. */
public final class SecretNotation {
  private static final Field<String> REVISION =
      Field.optional(
              "revision",
              Type.string(),
              "Any word; pods are rolled when it is another. Change it after the secret changed.")
          .example("\"2026-03\"");
  private static final Field<String> TYPE =
      Field.optional("type", Type.string(), "The Secret's type, as Kubernetes names it.")
          .byDefaultIs("Opaque")
          .example("kubernetes.io/basic-auth");

  // existing
  private static final Field<String> EXISTING =
      Field.required(
              "existing", secretName(), "A Secret that is in the namespace already, by name.")
          .example("shop-db");
  private static final Field<Map<String, String>> EXISTING_KEYS =
      Field.required(
              "keys",
              keyNames(),
              "The keys it has: a list of those that have the name by which they are asked for, or"
                  + " a map from that name to the key.")
          .example("{password: db-pass}");
  private static final Definition<ExistingSecret> FROM_EXISTING =
      Definition.of("existing secret", "A Secret that is there already.")
          .fields(EXISTING, EXISTING_KEYS, REVISION)
          .building(
              given -> {
                ExistingSecret.Builder secret = SecretSource.existing(given.get(EXISTING));
                given.get(EXISTING_KEYS).forEach(secret::key);
                if (given.has(REVISION)) {
                  secret.revision(given.get(REVISION));
                }
                return secret.build();
              });

  private static final Field<Map<String, RemoteNotation.Remote>> REMOTE_KEYS =
      Field.required(
              "keys",
              Type.mapOf(Format.DATA_KEY, RemoteNotation.type()),
              "Where each value is in the store, by the name by which it is asked for.")
          .example("{password: {remote: prod/shop/db, property: password}}");

  // external
  private static final Field<String> EXTERNAL =
      Field.required(
              "external",
              secretName(),
              "A Secret that the External Secrets Operator fills, by name.")
          .example("shop-db");
  private static final Field<String> STORE =
      Field.optional("store", Type.string(), "The SecretStore of the namespace to read from.")
          .example("vault");
  private static final Field<String> CLUSTER_STORE =
      Field.optional("clusterStore", Type.string(), "The ClusterSecretStore to read from.")
          .example("aws-secrets-manager");
  private static final Field<SecretsStoreProvider> AS_WORKLOAD =
      Field.optional(
              "asWorkload",
              Type.later(() -> SecretsStoreNotation.type()),
              "What store it is, where it is read with the service account of the workload"
                  + " (serviceAccountRef), which then needs the right to.")
          .byDefaultIs("it is read as the operator, or as the store says")
          .example("{aws: secretsmanager}");
  private static final Field<Duration> REFRESH =
      Field.optional(
              "refresh", Type.duration(), "How often the store is read again; 0s for only once.")
          .byDefaultIs("1h")
          .example("15m");
  private static final Field<ExternalSecret.ApiVersion> API_VERSION =
      Field.optional(
              "apiVersion",
              Type.oneOf(
                  Choice.of("v1", ExternalSecret.ApiVersion.V1, "operators from 0.16 on"),
                  Choice.of("v1beta1", ExternalSecret.ApiVersion.V1BETA1, "operators before 0.17")),
              "The version of the operator's API.")
          .byDefault(ExternalSecret.ApiVersion.V1)
          .example("v1beta1");
  private static final Definition<ExternalSecret> FROM_EXTERNAL =
      Definition.of("external secret", "A Secret that the External Secrets Operator fills.")
          .fields(EXTERNAL, STORE, CLUSTER_STORE, AS_WORKLOAD, REMOTE_KEYS, REFRESH, TYPE)
          .fields(API_VERSION, REVISION)
          .building(
              given -> {
                ExternalSecret.Builder secret = SecretSource.external(given.get(EXTERNAL));
                if (given.has(STORE)) {
                  secret.store(given.get(STORE));
                }
                if (given.has(CLUSTER_STORE)) {
                  secret.clusterStore(given.get(CLUSTER_STORE));
                }
                if (given.has(AS_WORKLOAD)) {
                  secret.asWorkload(given.get(AS_WORKLOAD));
                }
                given
                    .get(REMOTE_KEYS)
                    .forEach((key, r) -> secret.remote(key, r.keyOr(key), r.value()));
                if (given.has(REFRESH)) {
                  secret.refreshInterval(given.get(REFRESH));
                }
                if (given.has(TYPE)) {
                  secret.type(SecretType.of(given.get(TYPE)));
                }
                if (given.has(API_VERSION)) {
                  secret.apiVersion(given.get(API_VERSION));
                }
                if (given.has(REVISION)) {
                  secret.revision(given.get(REVISION));
                }
                return secret.build();
              });

  // Secrets Store CSI driver
  private static final Field<String> SECRETS_STORE =
      Field.required(
              "secretsStore",
              secretName(),
              "A Secret that the Secrets Store CSI driver fills while a pod mounts it, by name.")
          .example("shop-db");
  private static final Field<SecretsStoreProvider> PROVIDER =
      Field.required(
              "provider", Type.later(() -> SecretsStoreNotation.type()), "The store it reads from.")
          .example("{aws: secretsmanager}");
  private static final Field<String> MOUNT_PATH =
      Field.optional("mountPath", Type.string(), "Where the pods mount it.")
          .byDefaultIs("a path below /mnt/secrets-store")
          .example("/mnt/secrets-store/db");
  private static final Definition<SecretsStoreSecret> FROM_SECRETS_STORE =
      Definition.of("secrets-store secret", "A Secret that the Secrets Store CSI driver fills.")
          .fields(SECRETS_STORE, PROVIDER, REMOTE_KEYS, TYPE, MOUNT_PATH, REVISION)
          .building(
              given -> {
                SecretsStoreSecret.Builder secret =
                    SecretSource.secretsStore(given.get(SECRETS_STORE), given.get(PROVIDER));
                given
                    .get(REMOTE_KEYS)
                    .forEach((key, r) -> secret.remote(key, r.keyOr(key), r.value()));
                if (given.has(TYPE)) {
                  secret.type(SecretType.of(given.get(TYPE)));
                }
                if (given.has(MOUNT_PATH)) {
                  secret.mountPath(given.get(MOUNT_PATH));
                }
                if (given.has(REVISION)) {
                  secret.revision(given.get(REVISION));
                }
                return secret.build();
              });

  // sealed
  private static final Field<String> SEALED =
      Field.required(
              "sealed",
              secretName(),
              "A Secret whose values are encrypted for one cluster, by name.")
          .example("shop-db");
  private static final Field<Map<String, String>> SEALED_KEYS =
      Field.required(
              "keys",
              Type.mapOf(Format.DATA_KEY, Type.string()),
              "The encrypted values as kubeseal prints them, by the name by which they are asked"
                  + " for.")
          .example("{password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq…}");
  private static final Field<SealedSecret.Scope> SCOPE =
      Field.optional(
              "scope",
              Type.oneOf(
                  Choice.of(
                      "strict", SealedSecret.Scope.STRICT, "under this name in this namespace"),
                  Choice.of(
                      "namespace-wide",
                      SealedSecret.Scope.NAMESPACE_WIDE,
                      "under any name of this namespace"),
                  Choice.of(
                      "cluster-wide", SealedSecret.Scope.CLUSTER_WIDE, "under any name anywhere")),
              "Where the values may be unsealed, as they were sealed.")
          .byDefault(SealedSecret.Scope.STRICT)
          .example("namespace-wide");
  private static final Definition<SealedSecret> FROM_SEALED =
      Definition.of("sealed secret", "A Secret whose values are encrypted for one cluster.")
          .fields(SEALED, SEALED_KEYS, SCOPE, TYPE)
          .building(
              given -> {
                SealedSecret.Builder secret = SecretSource.sealed(given.get(SEALED));
                given.get(SEALED_KEYS).forEach(secret::encrypted);
                if (given.has(SCOPE)) {
                  secret.scope(given.get(SCOPE));
                }
                if (given.has(TYPE)) {
                  secret.type(SecretType.of(given.get(TYPE)));
                }
                return secret.build();
              });

  // literal
  private static final Field<String> LITERAL =
      Field.required("literal", secretName(), "A Secret whose values are given here, by name.")
          .example("shop-db");
  private static final Field<Map<String, Text>> VALUES =
      Field.required(
              "values",
              Type.mapOf(Format.DATA_KEY, Type.text()),
              "The values, from outside of the file: they stand in the manifests, and a warning"
                  + " says so.")
          .example("{password: \"${env:DB_PASSWORD}\"}");
  private static final Definition<LiteralSecret> FROM_LITERAL =
      Definition.of("literal secret", "A Secret whose values are given here.")
          .fields(LITERAL, VALUES, TYPE)
          .building(
              given -> {
                LiteralSecret.Builder secret = SecretSource.literal(given.get(LITERAL));
                given.get(VALUES).forEach(secret::value);
                if (given.has(TYPE)) {
                  secret.type(SecretType.of(given.get(TYPE)));
                }
                return secret.build();
              });

  private SecretNotation() {}

  /** One of the sources of a Secret. */
  public static Type<SecretSource> type() {
    return Type.variant(
        "secret source",
        Variant.of("existing", FROM_EXISTING),
        Variant.of("external", FROM_EXTERNAL),
        Variant.of("secretsStore", FROM_SECRETS_STORE),
        Variant.of("sealed", FROM_SEALED),
        Variant.of("literal", FROM_LITERAL));
  }

  private static Type<String> secretName() {
    return Type.string().of(Format.DNS_SUBDOMAIN);
  }

  /** A map from logical to actual keys, or a list of keys that are both. */
  private static Type<Map<String, String>> keyNames() {
    Type<String> key = Type.string().of(Format.DATA_KEY);
    return Type.mapOf(Format.DATA_KEY, key).or(Type.someOf(key).as(SecretNotation::both));
  }

  private static Map<String, String> both(List<String> keys) {
    Map<String, String> names = new java.util.LinkedHashMap<>();
    keys.forEach(key -> names.put(key, key));
    return names;
  }
}
