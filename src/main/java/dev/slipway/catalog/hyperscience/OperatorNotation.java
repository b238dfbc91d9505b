package dev.slipway.catalog.hyperscience;

import dev.slipway.app.RbacRule;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Quantity;
import dev.slipway.notation.AccountNotation;
import dev.slipway.notation.ResourcesNotation;
import dev.slipway.pod.Resources;
import java.util.List;

/** The HyperOperator and the blocks that it starts, in a file. */
final class OperatorNotation {
  private static final Field<List<RbacRule>> RULES =
      Field.optional("rules", AccountNotation.rules(), "What it may do in the namespace.")
          .byDefaultIs("what it takes to run Deployments, StatefulSets and Jobs")
          .example("[{apiGroups: [apps], resources: [deployments], verbs: [get, create]}]");
  private static final Field<Resources> OPERATOR_RESOURCES =
      Field.optional("resources", ResourcesNotation.type(), "What the pod requests.")
          .byDefaultIs("250m and 512Mi")
          .example("{requests: {cpu: 500m, memory: 1Gi}}");
  private static final Field<String> OPERATOR_IMAGE =
      Field.optional(
              "image", Type.string(), "The repository among the registry's four, and the tag.")
          .byDefaultIs("the vendor's chart brings it: only where there is no platform here")
          .example("operator:40.1.2");
  private static final Definition<HyperOperator> OPERATOR_PART =
      Definition.of("operator", "The HyperOperator, which runs the blocks of workflows.")
          .fields(OPERATOR_IMAGE, RULES, OPERATOR_RESOURCES)
          .building(OperatorNotation::operator);

  private static final Field<List<String>> BLOCK_IMAGES =
      Field.optional(
              "images", Type.listOf(Type.string()), "Images that blocks pull, repository and tag.")
          .example("[blocks:40.1.2]");
  private static final Field<Quantity> CPU =
      Field.optional(
              "cpu", Type.cpu(), "Cores to keep free for them on all platform nodes together.")
          .byDefault(Quantity.ZERO)
          .example("6");
  private static final Field<Quantity> MEMORY =
      Field.optional(
              "memory",
              Type.quantity(),
              "Memory to keep free for them on all platform nodes together.")
          .byDefault(Quantity.ZERO)
          .example("16Gi");
  private static final Field<Integer> PODS =
      Field.optional("pods", Type.integerFrom(0), "How many run at a time, at most.")
          .byDefault(0)
          .example("20");
  private static final Definition<Blocks> BLOCKS_PART =
      Definition.of("blocks", "What the HyperOperator will start.")
          .fields(BLOCK_IMAGES, CPU, MEMORY, PODS)
          .building(
              given ->
                  new Blocks(
                      given.get(BLOCK_IMAGES, List.of()),
                      given.get(CPU),
                      given.get(MEMORY),
                      given.get(PODS)));

  private OperatorNotation() {}

  static Type<HyperOperator> operator() {
    return Type.object(OPERATOR_PART);
  }

  static Type<Blocks> blocks() {
    return Type.object(BLOCKS_PART);
  }

  private static HyperOperator operator(Given given) {
    return new HyperOperator(
        given.find(OPERATOR_IMAGE),
        given.get(RULES, HyperOperator.DEFAULT_RULES),
        given.get(OPERATOR_RESOURCES, HyperOperator.DEFAULT_RESOURCES));
  }
}
