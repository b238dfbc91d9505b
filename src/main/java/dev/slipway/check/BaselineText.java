package dev.slipway.check;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A baseline in a file: what is found and fails nothing, so that only what comes to it does. */
public final class BaselineText {
  private static final String HEADER =
      """
      # What 'slipway check' found when this was written with --write-baseline. With --baseline it
      # fails nothing any more, and only what comes to it does. Entries may be removed by hand.
      """;

  private static final Field<String> ENVIRONMENT =
      Field.optional("environment", Type.string(), "The environment that it is found in.")
          .byDefaultIs("manifests that are checked for none")
          .example("shop-prod");
  private static final Field<String> OBJECT =
      Field.optional("object", Type.string(), "The kind, namespace and name of the object.")
          .byDefaultIs("what is about no single object")
          .example("Deployment shop/web");
  private static final Field<String> RULE =
      Field.required("rule", Type.string(), "The rule's id.").example("image-tag");
  private static final Field<String> FIELD =
      Field.optional("field", Type.string(), "The field, with names in place of places in lists.")
          .byDefaultIs("the object as a whole")
          .example("spec.template.spec.containers[web].image");
  private static final Field<Integer> TIMES =
      Field.optional("times", Type.integerFrom(1), "How often it is found.")
          .byDefault(1)
          .example("2");
  private static final Definition<Written> ENTRY =
      Definition.of("finding", "A finding that fails nothing.")
          .fields(ENVIRONMENT, OBJECT, RULE, FIELD, TIMES)
          .building(
              given ->
                  new Written(
                      new Baseline.Entry(
                          given.get(ENVIRONMENT, ""),
                          given.get(OBJECT, ""),
                          given.get(RULE),
                          given.get(FIELD, "")),
                      given.get(TIMES),
                      given.position()));
  private static final Field<List<Written>> FINDINGS =
      Field.required("findings", Type.listOf(Type.object(ENTRY)), "What was found.")
          .example("[{object: Deployment shop/web, rule: image-tag}]");
  private static final Definition<List<Written>> BASELINE =
      Definition.of("baseline", "Findings that fail nothing.")
          .fields(FINDINGS)
          .building(given -> given.get(FINDINGS));

  private final List<Written> entries;

  private BaselineText(List<Written> entries) {
    this.entries = entries;
  }

  private record Written(Baseline.Entry entry, int times, Position at) {}

  /**
   * Reads one.
   *
   * @param file its name, for messages
   * @throws InvalidInputException if it is no baseline, with every reason
   */
  public static BaselineText read(String file, byte[] content) {
    YamlNode root = YamlReader.core().read(file, content);
    return new BaselineText(BASELINE.read(root));
  }

  /** What it has. */
  public Baseline baseline() {
    Map<Baseline.Entry, Integer> all = new TreeMap<>();
    entries.forEach(written -> all.merge(written.entry(), written.times(), Integer::sum));
    return new Baseline(all);
  }

  /**
   * What stands in the file and is found no more, for people.
   *
   * @param left how often more each is in the baseline than it was found
   */
  public List<Problem> stale(Map<Baseline.Entry, Integer> left) {
    List<Problem> stale = new ArrayList<>();
    for (Written written : entries) {
      @Nullable Integer times = left.get(written.entry());
      if (times != null) {
        stale.add(
            Problem.at(
                written.at(),
                "The baseline has '%s'%s%s, which is found %s."
                    .formatted(
                        written.entry().rule(),
                        shown(" of ", written.entry().object()),
                        shown(" at ", written.entry().field()),
                        times == written.times() ? "no more" : times + " times less"),
                "Remove the entry, or write the baseline anew with --write-baseline."));
      }
    }
    return stale;
  }

  private static String shown(String before, String part) {
    return part.isEmpty() ? "" : before + part;
  }

  /** A baseline as a file: the same for the same findings. */
  public static String text(Baseline baseline) {
    Seq findings =
        Seq.from(baseline.entries().entrySet(), entry -> node(entry.getKey(), entry.getValue()));
    return HEADER + YamlWriter.write(Mapping.of("findings", findings));
  }

  private static Mapping node(Baseline.Entry entry, int times) {
    Mapping.Builder node = Mapping.builder();
    put(node, "environment", entry.environment());
    put(node, "object", entry.object());
    node.put("rule", entry.rule());
    put(node, "field", entry.field());
    if (times > 1) {
      node.put("times", times);
    }
    return node.build();
  }

  private static void put(Mapping.Builder node, String field, String value) {
    if (!value.isEmpty()) {
      node.put(field, value);
    }
  }
}
