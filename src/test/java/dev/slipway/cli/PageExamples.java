package dev.slipway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The examples that a page shows. */
final class PageExamples {
  private PageExamples() {}

  /** Its blocks of a language, in their order. */
  static List<String> of(String page, String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of(page)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
