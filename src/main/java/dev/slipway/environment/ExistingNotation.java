package dev.slipway.environment;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Declaration;
import java.util.List;
import java.util.Set;

/** Objects that somebody else keeps in the cluster, in a file. */
final class ExistingNotation {
  private static final Field<GroupKind> KIND =
      Field.required(
              "kind",
              Type.oneOf(
                  kind("", "Secret", "a Secret"),
                  kind("", "ConfigMap", "a ConfigMap"),
                  kind("", "ServiceAccount", "a service account"),
                  kind("", "PersistentVolumeClaim", "a claim"),
                  kind("cert-manager.io", "Issuer", "an issuer of cert-manager"),
                  kind(
                      "cert-manager.io",
                      "ClusterIssuer",
                      "an issuer of cert-manager, for every namespace")),
              "The object's kind.")
          .example("Secret");
  private static final Field<String> NAME =
      Field.required("name", Type.string().of(Format.DNS_SUBDOMAIN), "The object's name.")
          .example("shop-db");
  private static final Field<String> NAMESPACE =
      Field.optional("namespace", Type.string().of(Format.DNS_LABEL), "The object's namespace.")
          .byDefaultIs("whichever names it")
          .example("shop");
  private static final Field<List<String>> KEYS =
      Field.optional(
              "keys",
              Type.someOf(Type.string().of(Format.DATA_KEY)),
              "The keys of a Secret or ConfigMap; another one that is asked for is an error.")
          .byDefaultIs("any")
          .example("[username, password]");
  private static final Definition<Declaration.Existing> DEFINITION =
      Definition.of(
              "existing object",
              "An object that somebody else keeps in the cluster, so that it may be referred to.")
          .fields(KIND, NAME, NAMESPACE, KEYS)
          .building(ExistingNotation::existing);

  private ExistingNotation() {}

  static Definition<Declaration.Existing> definition() {
    return DEFINITION;
  }

  private static Choice<GroupKind> kind(String group, String name, String what) {
    return Choice.of(name, GroupKind.of(group, name), what);
  }

  private static Declaration.Existing existing(Given given) {
    return new Declaration.Existing(
        new ObjectRef.Key(given.get(KIND), given.get(NAMESPACE, ""), given.get(NAME)),
        Set.copyOf(given.get(KEYS, List.of())));
  }
}
