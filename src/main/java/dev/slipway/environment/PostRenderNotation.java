package dev.slipway.environment;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.notation.ContainerNotation;
import dev.slipway.notation.IdentityNotation;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.SecurityNotation;
import dev.slipway.notation.VolumeNotation;
import dev.slipway.pod.EnvFrom;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.postrender.Injection;
import dev.slipway.postrender.Match;
import dev.slipway.postrender.PodChange;
import dev.slipway.postrender.PostRenderRule;
import dev.slipway.security.SecurityProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code slipway post-render} does to others' manifests, in a file. */
final class PostRenderNotation {
  // which objects
  private static final Field<List<String>> KIND =
      Field.optional("kind", Type.oneOrMany(Type.string()), "The kind of the objects, or several.")
          .byDefaultIs("every workload: whatever has pods")
          .example("Deployment");
  private static final Field<String> GROUP =
      Field.optional("group", Type.string().orEmpty(), "The kind's API group.")
          .byDefaultIs("any")
          .example("apps");
  private static final Field<List<String>> OBJECT_NAME =
      Field.optional(
              "name",
              Type.oneOrMany(Type.string()),
              "The name of the objects, or several; * stands for any letters.")
          .byDefaultIs("every name")
          .example("shop-*");
  private static final Field<List<String>> NAMESPACE =
      Field.optional(
              "namespace",
              Type.oneOrMany(Type.string().of(Format.DNS_LABEL)),
              "Their namespace, or several. Objects that name none match, too: Helm puts them into"
                  + " that of the release.")
          .byDefaultIs("every namespace")
          .example("shop");
  private static final Field<Map<String, String>> LABELS =
      Field.optional(
              "labels",
              Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty()),
              "Labels that the objects themselves carry.")
          .example("{app.kubernetes.io/component: trainer}");
  private static final Definition<Match> MATCH =
      Definition.of("match", "Which objects a rule is for: those of which all of it is true.")
          .hint("labels: {app.kubernetes.io/component: trainer}", "selector", "labelSelector")
          .hint("kind: Deployment", "kinds")
          .hint("name: shop-*", "names")
          .fields(KIND, GROUP, OBJECT_NAME, NAMESPACE, LABELS)
          .building(
              given ->
                  new Match(
                      given.get(KIND, List.of()),
                      given.find(GROUP),
                      given.get(OBJECT_NAME, List.of()),
                      given.get(NAMESPACE, List.of()),
                      given.get(LABELS, Map.of())));

  // what is done to them
  private static final Field<String> NAME =
      Field.required(
              "name",
              Type.name("post-render rule", Format.DNS_LABEL),
              "What the rule is called, in messages and by files that extend this one.")
          .example("trainer");
  private static final Field<Match> WHICH =
      Field.optional("match", Type.object(MATCH), "Which objects it is for.")
          .byDefaultIs("every workload")
          .example("{kind: Deployment, labels: {app.kubernetes.io/component: trainer}}");
  private static final Field<Boolean> OPTIONAL =
      Field.optional(
              "optional",
              Type.bool(),
              "Whether it may be that it matches nothing; else that is an error.")
          .byDefault(false)
          .example("true");
  private static final Field<SecurityProfile> SECURITY =
      Field.optional(
              "security",
              SecurityNotation.type(),
              "What every container of the pods may do, init containers too. Of what it does not"
                  + " say the strictest counts, but users and groups stay as they came.")
          .byDefaultIs("as it came")
          .example("{readOnlyRootFilesystem: false}");
  private static final Field<String> SERVICE_ACCOUNT =
      Field.optional(
              "serviceAccount",
              Type.string().of(Format.DNS_SUBDOMAIN),
              "The service account that the pods run as: one that came in, one that an application"
                  + " of this file has, or one that is there.")
          .byDefaultIs("as it came")
          .example("shop-web");
  private static final Field<Identity> IDENTITY =
      Field.optional(
              "identity",
              IdentityNotation.type(),
              "Whom the pods are to a cloud. Their service account gets the annotation, and they"
                  + " the label, where that kind of identity has one.")
          .example("{eksIrsa: \"arn:aws:iam::123456789012:role/shop\"}");
  private static final Field<List<String>> PULL_SECRETS =
      Field.optional(
              "imagePullSecrets",
              Type.someOf(Type.string().of(Format.DNS_SUBDOMAIN)),
              "Secrets of the namespace that images are pulled with, beside those the pods name.")
          .example("[registry-login]");
  private static final Field<List<String>> CONTAINERS =
      Field.optional(
              "containers",
              Type.someOf(Type.string().of(Format.DNS_LABEL)),
              "The containers that get env, envFrom and mounts, by name.")
          .byDefaultIs("every container but init containers")
          .example("[web]");
  private static final Field<Map<String, Function<String, EnvVar>>> ENV =
      Field.optional(
              "env",
              ContainerNotation.environment(),
              "Environment variables, by name, each in place of one of that name.")
          .example("{DB_PASSWORD: {secret: shop-db, key: password}}");
  private static final Field<List<EnvFrom>> ENV_FROM =
      Field.optional(
              "envFrom",
              Type.someOf(ContainerNotation.envFrom()),
              "Every key of a ConfigMap or Secret as a variable.")
          .example("[{secret: shop-secrets}]");
  private static final Field<List<Mount>> MOUNTS =
      Field.optional(
              "mounts",
              Type.someOf(VolumeNotation.type()),
              "What is mounted, each in place of what is mounted at its path.")
          .example("[{secret: shop-tls, path: /etc/tls}]");
  private static final Field<List<Patch>> PATCHES =
      Field.optional(
              "patches",
              Type.someOf(PatchNotation.change()),
              "Changes for which there is no field here, made last.")
          .example("[{merge: {spec: {minReadySeconds: 10}}}]");
  private static final Definition<PostRenderRule> DEFINITION =
      Definition.of(
              "post-render rule",
              "What is done to objects that somebody else rendered. What it leaves out stays as it"
                  + " came.")
          .hint("nodeGroups: trainer", "nodeGroup", "nodePool", "nodePools", "placement")
          .hint("match: {name: shop-*}", "target", "selector", "kind")
          .hint("match: {labels: {app.kubernetes.io/name: shop}}", "labels")
          .hint("security: {readOnlyRootFilesystem: false}", "securityContext", "podSecurity")
          .hint("serviceAccount: shop-web", "serviceAccountName")
          .hint("env: {DB_PASSWORD: {secret: shop-db, key: password}}", "secrets", "secret")
          .hint("mounts: [{secret: shop-tls, path: /etc/tls}]", "volumes", "volumeMounts")
          .hint("patches: [{merge: {spec: {minReadySeconds: 10}}}]", "patch", "merge", "json")
          .fields(NAME, WHICH, OPTIONAL)
          .fields(PlacementNotation.fieldsForOthers())
          .fields(SECURITY, SERVICE_ACCOUNT, IDENTITY, PULL_SECRETS)
          .fields(CONTAINERS, ENV, ENV_FROM, MOUNTS, PATCHES)
          .building(PostRenderNotation::rule);

  private PostRenderNotation() {}

  static Definition<PostRenderRule> definition() {
    return DEFINITION;
  }

  private static PostRenderRule rule(Given given) {
    return new PostRenderRule(
        given.get(NAME),
        given.get(WHICH, Match.EVERY_WORKLOAD),
        given.get(OPTIONAL),
        pods(given),
        given.get(PATCHES, List.of()),
        EnvironmentNotation.origin(given));
  }

  private static PodChange pods(Given given) {
    PodChange pods = PodChange.NONE.placed(PlacementNotation.theirPlacement(given));
    if (given.has(SECURITY)) {
      pods = pods.secured(given.get(SECURITY));
    }
    if (given.has(SERVICE_ACCOUNT)) {
      pods = pods.runningAs(given.get(SERVICE_ACCOUNT));
    }
    if (given.has(IDENTITY)) {
      pods = pods.identified(given.get(IDENTITY));
    }
    List<EnvVar> variables = new ArrayList<>();
    given.get(ENV, Map.of()).forEach((name, value) -> variables.add(value.apply(name)));
    return pods.pullingWith(given.get(PULL_SECRETS, List.of()))
        .injected(
            new Injection(
                given.get(CONTAINERS, List.of()),
                variables,
                given.get(ENV_FROM, List.of()),
                given.get(MOUNTS, List.of())));
  }
}
