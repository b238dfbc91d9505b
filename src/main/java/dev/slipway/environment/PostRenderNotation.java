package dev.slipway.environment;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.postrender.Match;
import dev.slipway.postrender.PostRenderRule;
import java.util.List;
import java.util.Map;

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
      Field.optional("match", Type.object(() -> MATCH), "Which objects it is for.")
          .byDefaultIs("every workload")
          .example("{kind: Deployment, labels: {app.kubernetes.io/component: trainer}}");
  private static final Field<Boolean> OPTIONAL =
      Field.optional(
              "optional",
              Type.bool(),
              "Whether it may be that it matches nothing; else that is an error.")
          .byDefault(false)
          .example("true");
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
          .hint("patches: [{merge: {spec: {minReadySeconds: 10}}}]", "patch", "merge", "json")
          .fields(NAME, WHICH, OPTIONAL)
          .fields(PlacementNotation.fieldsForOthers())
          .fields(PATCHES)
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
        PlacementNotation.theirPlacement(given),
        given.get(PATCHES, List.of()),
        EnvironmentNotation.origin(given));
  }
}
