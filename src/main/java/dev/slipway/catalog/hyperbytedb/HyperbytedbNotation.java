package dev.slipway.catalog.hyperbytedb;

import dev.slipway.app.Application;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.notation.IdentityNotation;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.SecretNotation;
import dev.slipway.notation.SecurityNotation;
import dev.slipway.notation.SystemNotation;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A HyperbytedbCluster in an environment file. */
public final class HyperbytedbNotation {
  /** The word by which a file names it. */
  public static final String ID = "hyperbytedb";

  /** What it is. */
  public static final String SUMMARY = "a HyperbyteDB database by its operator";

  private static final Field<String> KIND = SystemNotation.field(ID, SUMMARY);

  private static final Field<Mapping> SPEC =
      Field.required(
              "spec",
              Type.object(Spec.SHAPE::definition),
              "What the operator is to make, with the names of the resource's own spec.")
          .example("{replicas: 3, image: \"hyperbytedb:1.0.0\", version: \"1.0.0\"}");

  private static final Map<Credentials.Role, Field<SecretSource>> ROLES = roles();
  private static final Definition<Map<Credentials.Role, SecretSource>> SECRETS_PART =
      Definition.of(
              "HyperbytedbCluster secrets", "Where the Secrets come from that the spec names.")
          .fields(ROLES.values().toArray(new Field<?>[0]))
          .building(HyperbytedbNotation::secrets);
  private static final Field<Map<Credentials.Role, SecretSource>> SECRETS =
      Field.optional(
              "secrets",
              Type.object(SECRETS_PART),
              "Where the Secrets come from; the spec then need not name them.")
          .byDefaultIs("those that the spec names are there already")
          .example("{s3: {existing: hyperbytedb-s3, keys: [access_key_id, secret_access_key]}}");
  private static final Field<List<String>> CERTIFICATE_NAMES =
      Field.optional(
              "certificateNames",
              Type.someOf(Type.string()),
              "The DNS names of the API's certificate, where cert-manager signs it.")
          .byDefaultIs("those of its Services")
          .example("[metrics.example.com]");
  private static final Field<Identity> IDENTITY =
      Field.optional(
              "identity",
              IdentityNotation.type(),
              "Whom the members are to a cloud: the spec has no place for it, which is said.")
          .example("{eksPodIdentity: \"arn:aws:iam::123456789012:role/metrics\"}");
  private static final Field<SecurityProfile> SECURITY =
      Field.optional(
              "security",
              SecurityNotation.type(),
              "What the members may do: the spec has no place for it, which is said.")
          .example("{runAsUser: 1000}");

  private static final Definition<Application> DEFINITION =
      Definition.of(
              "HyperbytedbCluster application",
              "A HyperbyteDB database, by the custom resource of its operator.")
          .fields(SystemNotation.NAME, KIND, SystemNotation.NAMESPACE, SystemNotation.DEFAULTS)
          .fields(SPEC, SECRETS, CERTIFICATE_NAMES, IDENTITY, SECURITY)
          .fields(PlacementNotation.fields())
          .building(given -> cluster(given).application());

  private HyperbytedbNotation() {}

  /** What such an application looks like in a file. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static Map<Credentials.Role, Field<SecretSource>> roles() {
    Map<Credentials.Role, Field<SecretSource>> fields = new EnumMap<>(Credentials.Role.class);
    fields.put(
        Credentials.Role.S3,
        role(
            Credentials.Role.S3,
            "The credentials of the bucket.",
            "{existing: hyperbytedb-s3, keys: [access_key_id, secret_access_key]}"));
    fields.put(
        Credentials.Role.AUTH,
        role(
            Credentials.Role.AUTH,
            "The credentials of the HTTP API.",
            "{existing: hyperbytedb-auth, keys: [username, password]}"));
    fields.put(
        Credentials.Role.SERVER_TLS,
        role(
            Credentials.Role.SERVER_TLS,
            "The certificate of the HTTP API, of the type kubernetes.io/tls.",
            "{existing: hyperbytedb-tls-cert, keys: [tls.crt, tls.key]}"));
    fields.put(
        Credentials.Role.PEER_TLS,
        role(
            Credentials.Role.PEER_TLS,
            "The certificate between members, of the type kubernetes.io/tls.",
            "{existing: hyperbytedb-peer-cert, keys: [tls.crt, tls.key]}"));
    return fields;
  }

  private static Field<SecretSource> role(Credentials.Role role, String doc, String example) {
    return Field.optional(role.word(), Type.later(() -> SecretNotation.type()), doc)
        .example(example);
  }

  private static Map<Credentials.Role, SecretSource> secrets(Given given) {
    Map<Credentials.Role, SecretSource> secrets = new EnumMap<>(Credentials.Role.class);
    for (Map.Entry<Credentials.Role, Field<SecretSource>> role : ROLES.entrySet()) {
      if (given.has(role.getValue())) {
        secrets.put(role.getKey(), given.get(role.getValue()));
      }
    }
    return secrets;
  }

  private static HyperbytedbCluster cluster(Given given) {
    HyperbytedbCluster.Builder cluster =
        HyperbytedbCluster.builder(given.get(SystemNotation.NAME))
            .defaults(given.get(SystemNotation.DEFAULTS))
            .spec(given.get(SPEC))
            .placement(PlacementNotation.placement(given));
    if (given.has(SystemNotation.NAMESPACE)) {
      cluster.namespace(given.get(SystemNotation.NAMESPACE));
    }
    for (Map.Entry<Credentials.Role, SecretSource> secret :
        given.get(SECRETS, Map.of()).entrySet()) {
      cluster.secret(secret.getKey(), secret.getValue());
    }
    if (given.has(CERTIFICATE_NAMES)) {
      cluster.certificateNames(given.get(CERTIFICATE_NAMES));
    }
    if (given.has(IDENTITY)) {
      cluster.identity(given.get(IDENTITY));
    }
    if (given.has(SECURITY)) {
      cluster.security(given.get(SECURITY));
    }
    return cluster.build();
  }
}
