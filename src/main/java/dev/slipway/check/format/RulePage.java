package dev.slipway.check.format;

import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import java.util.List;

/** What rules say of themselves, for a terminal and as a page. */
public final class RulePage {
  private static final int WIDTH = 80;

  private RulePage() {}

  /** Every rule with its severity and summary, in columns. */
  public static String list(List<Rule> rules) {
    int width = 0;
    for (Rule rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    StringBuilder text = new StringBuilder();
    for (Rule rule : rules) {
      text.append(padded(rule.id(), width)).append("  ");
      text.append(padded(rule.severity().label(), "warning".length())).append("  ");
      text.append(rule.text().summary()).append('\n');
    }
    return text.toString();
  }

  /** All about one rule, for a terminal. */
  public static String text(Rule rule) {
    RuleText about = rule.text();
    StringBuilder text = new StringBuilder();
    text.append(rule.id()).append(" (").append(rule.severity().label()).append(")\n\n");
    wrap(text, about.summary());
    text.append('\n');
    wrap(text, about.why());
    text.append("\nRemedy:\n\n");
    wrap(text, about.remedy());
    if (!about.cluster().isEmpty()) {
      text.append("\nOn this cluster:\n\n").append(indented(about.cluster()));
    }
    text.append("\nThis breaks it:\n\n").append(indented(about.failing()));
    text.append('\n');
    wrap(text, (about.path().isEmpty() ? "" : about.path() + ": ") + about.message());
    text.append("\nThis does not:\n\n").append(indented(about.passing()));
    return text.toString();
  }

  /** All about every rule, in Markdown. */
  public static String markdown(List<Rule> rules) {
    StringBuilder page = new StringBuilder();
    page.append("# The rules\n\n");
    page.append("What manifests are held against, by `slipway check` and before `slipway synth`");
    page.append(" writes. Generated from the rules themselves; both examples of each run as");
    page.append(" tests. How to waive a finding, and how to declare what no manifest can hold,");
    page.append(" is told in [checks.md](checks.md).\n\n");
    page.append("| rule | severity | |\n|---|---|---|\n");
    for (Rule rule : rules) {
      page.append("| [`").append(rule.id()).append("`](#").append(rule.id()).append(") | ");
      page.append(rule.severity().label()).append(" | ");
      page.append(rule.text().summary()).append(" |\n");
    }
    for (Rule rule : rules) {
      section(page, rule);
    }
    return page.toString();
  }

  private static void section(StringBuilder page, Rule rule) {
    RuleText about = rule.text();
    page.append("\n## ").append(rule.id()).append("\n\n");
    page.append(about.summary()).append(' ').append(about.why()).append("\n\n");
    page.append("Remedy: ").append(about.remedy()).append("\n\n");
    if (!about.cluster().isEmpty()) {
      page.append("On this cluster\n\n").append(block(about.cluster())).append('\n');
    }
    page.append("this breaks it\n\n").append(block(about.failing()));
    page.append("\nwith the ").append(rule.severity().label());
    page.append(about.path().isEmpty() ? "" : " at `" + about.path() + "`");
    page.append("\n\n> ").append(about.message()).append("\n\n");
    page.append("and this does not:\n\n").append(block(about.passing()));
  }

  private static String block(String yaml) {
    return "```yaml\n" + yaml + "```\n";
  }

  private static String indented(String yaml) {
    return "    " + yaml.strip().replace("\n", "\n    ") + "\n";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static void wrap(StringBuilder text, String paragraph) {
    int column = 0;
    for (String word : paragraph.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      }
      text.append(column > 0 ? " " : "").append(word);
      column += (column > 0 ? 1 : 0) + word.length();
    }
    text.append('\n');
  }
}
