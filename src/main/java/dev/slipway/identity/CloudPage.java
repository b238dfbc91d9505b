package dev.slipway.identity;

import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;

/** The page that says what to do with an identity's documents; a step is a heading and commands. */
final class CloudPage {
  private final String fileName;
  private final List<Text> parts = new ArrayList<>();

  CloudPage(Target target, String serviceAccount) {
    fileName = serviceAccount + "-cloud-identity.md";
    add(
        "# Cloud identity of service account %s in namespace %s\n"
            .formatted(serviceAccount, target.namespace()));
    says("Run the commands in the folder cloud/, where the JSON files are.");
  }

  /** A paragraph. */
  CloudPage says(String sentences) {
    add("\n" + sentences + "\n");
    return this;
  }

  /** Commands under a heading; the shell takes them as they stand. */
  CloudPage runs(String heading, String... commands) {
    return runs(heading, "sh", List.of(commands).stream().map(Text::of).toList());
  }

  /** Lines of a language under a heading. */
  CloudPage runs(String heading, String language, List<Text> lines) {
    add("\n## " + heading + "\n\n```" + language + "\n");
    for (Text line : lines) {
      parts.add(line);
      add("\n");
    }
    add("```\n");
    return this;
  }

  Document document() {
    return new Document.Page(fileName, Text.join(parts));
  }

  private void add(String text) {
    parts.add(Text.of(text));
  }
}
