package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.List;

/**
 * The JSON Schema of a definition, for editors.
 *
 * <p>It is a draft-07 schema: the YAML language server, which most editors use, and JetBrains' IDEs
 * read that draft in full and later ones in part.
 *
 * <p>A schema describes shape: fields, types, ranges, forms and what is required. Whether names are
 * unique, references lead anywhere and values fit each other, only the reader knows.
 *
 * @see <a href="https://github.com/redhat-developer/yaml-language-server/issues/856">What the YAML
 *     language server reads</a>
 */
public final class JsonSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private JsonSchema() {}

  /** The schema of whole files. */
  public static Mapping full(Definition<?> root) {
    SchemaForm form = SchemaForm.full();
    Mapping reference = form.reference(root);
    return schema(root, form, Mapping.of("allOf", Seq.of(reference)));
  }

  /**
   * The schema of overlays on other files: nothing is required, null removes what the file below
   * has, and lists of named things may be maps by their names.
   */
  public static Mapping overlay(Definition<?> root) {
    SchemaForm form = SchemaForm.full().overlay();
    Mapping reference = form.reference(root);
    return schema(root, form, Mapping.of("allOf", Seq.of(reference)));
  }

  /**
   * The schema of files of which those that have one of some keys are overlays: {@code extends},
   * {@code abstract}.
   */
  public static Mapping fullOrOverlay(Definition<?> root, List<String> overlayKeys) {
    SchemaForm form = SchemaForm.full();
    Mapping full = form.reference(root);
    Mapping overlay = form.overlay().reference(root);
    Seq anyKey = Seq.from(overlayKeys, key -> Mapping.of("required", Seq.of(Text.of(key))));
    return schema(
        root,
        form,
        Mapping.builder()
            .put("if", Mapping.of("anyOf", anyKey))
            .put("then", overlay)
            .put("else", full)
            .build());
  }

  private static Mapping schema(Definition<?> root, SchemaForm form, Mapping body) {
    return Mapping.builder()
        .put("$schema", DRAFT)
        .put("title", Nouns.capitalized(root.noun()))
        .put("description", root.doc())
        .putAll(body)
        .put("definitions", form.definitions())
        .build();
  }
}
