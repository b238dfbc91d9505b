package dev.slipway.notation;

import dev.slipway.app.RbacRule;
import dev.slipway.app.ServiceAccount;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.identity.Identity;
import java.util.List;
import java.util.Map;

/** Service accounts and what they may do in the cluster, in a file. */
public final class AccountNotation {
  private static final Field<List<String>> API_GROUPS =
      Field.optional(
              "apiGroups",
              Type.someOf(Type.string().orEmpty()),
              "API groups; \"\" for the core one.")
          .byDefaultIs("the core group")
          .example("[apps]");
  private static final Field<List<String>> RESOURCES =
      Field.required("resources", Type.someOf(Type.string()), "Plural names of kinds.")
          .example("[deployments]");
  private static final Field<List<String>> RESOURCE_NAMES =
      Field.optional("resourceNames", Type.someOf(Type.string()), "Names of single objects.")
          .byDefaultIs("all")
          .example("[shop]");
  private static final Field<List<String>> VERBS =
      Field.required("verbs", Type.someOf(Type.string()), "What may be done with them.")
          .example("[get, list, watch]");
  private static final Definition<RbacRule> RULE =
      Definition.of("rule", "What an account may do with some objects of its namespace.")
          .fields(API_GROUPS, RESOURCES, RESOURCE_NAMES, VERBS)
          .building(
              given ->
                  new RbacRule(
                      given.get(API_GROUPS, List.of("")),
                      given.get(RESOURCES),
                      given.get(RESOURCE_NAMES, List.of()),
                      given.get(VERBS)));

  private static final Field<String> NAME =
      Field.optional("name", Type.string().of(Format.DNS_SUBDOMAIN), "The account's exact name.")
          .byDefaultIs("that of the workload")
          .example("shop");
  private static final Field<Boolean> EXISTING =
      Field.optional("existing", Type.bool(), "Whether it is in the namespace already.")
          .byDefault(false)
          .example("true");
  private static final Field<Identity> IDENTITY =
      Field.optional(
              "identity",
              Type.later(() -> IdentityNotation.type()),
              "Whom its pods are to a cloud.")
          .example("{eksIrsa: \"arn:aws:iam::123456789012:role/shop\"}");
  private static final Field<List<RbacRule>> RULES =
      Field.optional("rules", rules(), "What it may do in its namespace.")
          .byDefaultIs("nothing")
          .example("[{resources: [pods], verbs: [list]}]");
  private static final Field<Boolean> TOKEN =
      Field.optional("token", Type.bool(), "Whether its pods get a token for the cluster's API.")
          .byDefaultIs("true where it has rules")
          .example("true");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations", Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()), "Annotations.")
          .example("{example.com/owner: shop}");
  private static final Definition<Given> DEFINITION =
      Definition.of("service account", "Whom a workload's pods are.")
          .fields(NAME, EXISTING, IDENTITY, RULES, TOKEN, ANNOTATIONS)
          .building(given -> given);

  private AccountNotation() {}

  /** A service account; it is that of a workload unless it has a name of its own. */
  public static Type<Given> type() {
    return Type.object(DEFINITION);
  }

  public static Type<List<RbacRule>> rules() {
    return Type.someOf(Type.object(RULE));
  }

  /**
   * The account that was given.
   *
   * @param unnamed the account that it is where it has no name of its own
   */
  public static ServiceAccount account(Given given, ServiceAccount unnamed) {
    boolean existing = given.get(EXISTING);
    ServiceAccount account =
        given
            .find(NAME)
            .map(name -> existing ? ServiceAccount.existing(name) : ServiceAccount.named(name))
            .orElse(unnamed);
    if (given.has(IDENTITY)) {
      account = account.identity(given.get(IDENTITY));
    }
    account = account.may(given.get(RULES, List.of()).toArray(new RbacRule[0]));
    account = account.mountsToken(given.get(TOKEN, given.has(RULES)));
    for (Map.Entry<String, String> annotation : given.get(ANNOTATIONS, Map.of()).entrySet()) {
      account = account.annotation(annotation.getKey(), annotation.getValue());
    }
    return account;
  }
}
