package dev.slipway.definition;

import dev.slipway.manifest.YamlWriter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The reference page of a definition and of those it leads to, in Markdown. */
public final class ReferencePage {
  private static final String INDENT = "  ";

  private final StringBuilder page = new StringBuilder();

  private ReferencePage() {}

  /**
   * The page, with a section for each definition in the order in which the fields lead to them.
   *
   * @param title the page's heading
   * @param introduction what stands below it, in Markdown
   */
  public static String write(String title, String introduction, Definition<?> root) {
    ReferencePage writer = new ReferencePage();
    writer.page.append("# ").append(title).append("\n\n").append(introduction).append("\n");
    for (Definition<?> definition : reachable(root)) {
      writer.section(definition);
    }
    return writer.page.toString();
  }

  /** The anchor of a definition's section, as Markdown's readers make it of the heading. */
  static String anchor(Definition<?> definition) {
    return definition.noun().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** The definition and those that it leads to, each once, breadth first. */
  static Set<Definition<?>> reachable(Definition<?> root) {
    Set<Definition<?>> found = new LinkedHashSet<>();
    Set<Definition<?>> next = new LinkedHashSet<>(Set.of(root));
    while (!next.isEmpty()) {
      found.addAll(next);
      Set<Definition<?>> beyond = new LinkedHashSet<>();
      next.forEach(definition -> definition.fields().forEach(f -> f.type().visit(beyond::add)));
      beyond.removeAll(found);
      next = beyond;
    }
    return found;
  }

  private void section(Definition<?> definition) {
    page.append("\n## ").append(Nouns.capitalized(definition.noun())).append("\n\n");
    page.append(definition.doc()).append("\n\n```yaml\n");
    definition.fields().forEach(this::sample);
    page.append("```\n\n| Field | Value | Left out | Meaning |\n|---|---|---|---|\n");
    definition.fields().forEach(this::row);
  }

  private void sample(Field<?> field) {
    String example = field.example();
    if (example.isEmpty() || !field.deprecated().isEmpty()) {
      return;
    }
    page.append(field.name()).append(':');
    if (example.indexOf('\n') < 0) {
      page.append(' ').append(example).append('\n');
    } else {
      page.append('\n').append(example.strip().indent(INDENT.length()));
    }
  }

  private void row(Field<?> field) {
    page.append("| `").append(field.name()).append("` | ");
    cell(field.type().words(Wording.MARKDOWN));
    cell(leftOut(field));
    page.append(escaped(meaning(field))).append(" |\n");
  }

  private void cell(String markdown) {
    page.append(escaped(markdown)).append(markdown.isEmpty() ? "| " : " | ");
  }

  private static String leftOut(Field<?> field) {
    if (field.isRequired()) {
      return "required";
    }
    return field
        .defaultNode()
        .map(node -> "`" + YamlWriter.write(node).strip() + "`")
        .orElse(field.defaultInWords());
  }

  private static String meaning(Field<?> field) {
    StringBuilder meaning = new StringBuilder(field.doc());
    field
        .type()
        .choices()
        .forEach(choice -> meaning.append(" `%s`: %s.".formatted(choice.word(), choice.doc())));
    if (!field.since().isEmpty()) {
      meaning.append(" Since ").append(field.since()).append('.');
    }
    if (!field.deprecated().isEmpty()) {
      meaning.append(" **Deprecated.** ").append(field.deprecated());
    }
    return meaning.toString();
  }

  private static String escaped(String markdown) {
    return markdown.replace("|", "\\|").replace("\n", " ");
  }
}
