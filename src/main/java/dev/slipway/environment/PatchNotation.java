package dev.slipway.environment;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.patch.JsonPatch;
import dev.slipway.manifest.patch.MergePatch;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.StrategicPatch;
import dev.slipway.manifest.patch.TargetedPatch;
import java.util.List;

/** Changes of single objects, in a file. */
final class PatchNotation {
  private static final Field<String> KIND =
      Field.required("kind", Type.string(), "The kind of the object.").example("Deployment");
  private static final Field<String> NAME =
      Field.required("name", Type.string(), "The object's name; * for every object of the kind.")
          .example("shop-web");
  private static final Field<String> GROUP =
      Field.optional("group", Type.string().orEmpty(), "The kind's API group.")
          .byDefaultIs("any")
          .example("apps");
  private static final Field<String> NAMESPACE =
      Field.optional("namespace", Type.string().of(Format.DNS_LABEL), "The object's namespace.")
          .byDefaultIs("any")
          .example("shop");

  private static final Field<Mapping> STRATEGIC =
      Field.required(
              "merge",
              Type.mapping(),
              "Fields to set, laid over the object as kubectl patch does: maps are merged, lists of"
                  + " named things by their names, null removes.")
          .example("{spec: {minReadySeconds: 10}}");
  private static final Field<Mapping> JSON_MERGE =
      Field.required(
              "jsonMerge",
              Type.mapping(),
              "Fields to set, by RFC 7386: maps are merged, lists are replaced, null removes.")
          .example("{spec: {template: {spec: {tolerations: []}}}}");
  private static final Field<List<Mapping>> JSON =
      Field.required("json", Type.someOf(Type.mapping()), "Operations, by RFC 6902.")
          .example("[{op: remove, path: /spec/minReadySeconds}]");

  private static final Definition<TargetedPatch> BY_STRATEGIC =
      Definition.of("strategic merge patch", "Fields that are laid over an object.")
          .fields(KIND, NAME, GROUP, NAMESPACE, STRATEGIC)
          .building(given -> patch(given, new StrategicPatch(given.get(STRATEGIC))));
  private static final Definition<TargetedPatch> BY_MERGE =
      Definition.of("JSON merge patch", "Fields that are laid over an object, by RFC 7386.")
          .fields(KIND, NAME, GROUP, NAMESPACE, JSON_MERGE)
          .building(given -> patch(given, new MergePatch(given.get(JSON_MERGE))));
  private static final Definition<TargetedPatch> BY_JSON =
      Definition.of("JSON patch", "Operations on an object, by RFC 6902.")
          .fields(KIND, NAME, GROUP, NAMESPACE, JSON)
          .building(given -> patch(given, JsonPatch.parse(Seq.of(given.get(JSON)))));

  private static final Definition<Patch> STRATEGIC_CHANGE =
      Definition.of("strategic merge change", "Fields that are laid over each object.")
          .fields(STRATEGIC)
          .building(given -> new StrategicPatch(given.get(STRATEGIC)));
  private static final Definition<Patch> MERGE_CHANGE =
      Definition.of("JSON merge change", "Fields that are laid over each object, by RFC 7386.")
          .fields(JSON_MERGE)
          .building(given -> new MergePatch(given.get(JSON_MERGE)));
  private static final Definition<Patch> JSON_CHANGE =
      Definition.of("JSON change", "Operations on each object, by RFC 6902.")
          .fields(JSON)
          .building(given -> JsonPatch.parse(Seq.of(given.get(JSON))));

  private PatchNotation() {}

  static Type<TargetedPatch> type() {
    return Type.variant(
        "patch",
        Variant.of("merge", BY_STRATEGIC),
        Variant.of("jsonMerge", BY_MERGE),
        Variant.of("json", BY_JSON));
  }

  /** A patch of objects that are told elsewhere. */
  static Type<Patch> change() {
    return Type.variant(
        "change",
        Variant.of("merge", STRATEGIC_CHANGE),
        Variant.of("jsonMerge", MERGE_CHANGE),
        Variant.of("json", JSON_CHANGE));
  }

  private static TargetedPatch patch(Given given, Patch patch) {
    PatchTarget target =
        given.get(NAME).equals("*")
            ? PatchTarget.all(given.get(KIND))
            : PatchTarget.of(given.get(KIND), given.get(NAME));
    if (given.has(GROUP)) {
      target = target.inGroup(given.get(GROUP));
    }
    if (given.has(NAMESPACE)) {
      target = target.inNamespace(given.get(NAMESPACE));
    }
    return new TargetedPatch(target, patch, EnvironmentNotation.origin(given));
  }
}
