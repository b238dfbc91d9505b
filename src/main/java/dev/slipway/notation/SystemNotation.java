package dev.slipway.notation;

import dev.slipway.app.Application;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.target.Defaults;
import java.util.function.Supplier;

/**
 * A system that applications in a file can be: {@code system: hyperscience}.
 *
 * @param id the word by which a file names it
 * @param summary what it is, as a phrase: "the Hyperscience Platform"
 * @param definition what such an application looks like in a file; asked for when it is needed
 */
public record SystemNotation(
    String id, String summary, Supplier<Definition<Application>> definition) {
  /** The kind of name that applications have. */
  public static final String APPLICATION = "application";

  /** The application's name, in every system. */
  public static final Field<String> NAME =
      Field.required(
              "name",
              Type.name(APPLICATION, Format.DNS_LABEL),
              "The application's name, from which the names of its objects are made.")
          .example("shop");

  /** The application's namespace, in every system. */
  public static final Field<String> NAMESPACE =
      Field.optional("namespace", Type.string().of(Format.DNS_LABEL), "The namespace it is in.")
          .byDefaultIs("one with the application's name")
          .example("shop");

  /** The software's version, in every system. */
  public static final Field<String> VERSION =
      Field.optional("version", Type.string(), "The software's version, for labels.")
          .example("\"1.4.2\"");

  /** What stands in manifests where the file says nothing, in every system. */
  public static final Field<Defaults> DEFAULTS =
      Field.optional(
              "defaults",
              Type.oneOf(
                  Choice.of("strict", Defaults.STRICT, "the strict choices"),
                  Choice.of("as-given", Defaults.AS_GIVEN, "nothing")),
              "What stands in the manifests where the file says nothing.")
          .byDefault(Defaults.STRICT)
          .example("as-given");

  /** The field that names a system of that word. */
  public static Field<String> field(String id, String summary) {
    return Field.required(
            "system", Type.oneOf(Choice.of(id, id, summary)), "Which system the application is.")
        .example(id);
  }
}
