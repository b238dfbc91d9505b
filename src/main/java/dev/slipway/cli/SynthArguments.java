package dev.slipway.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of {@code synth}.
 *
 * @param files the environment files that are named; empty for those in the usual folder
 * @param out the folder to write to; empty for standard output
 * @param images references that replace declared images, by image name
 * @param today the day that support calendars are held against
 */
record SynthArguments(
    List<String> files,
    Optional<String> out,
    Map<String, String> images,
    Supplier<LocalDate> today) {
  private static final String STANDARD_OUTPUT = "-";

  static final CommandOption FILE =
      CommandOption.repeated(
          "f",
          "file",
          "FILE",
          "An environment file. Without it, every file in environments/ that is not abstract.");
  static final CommandOption OUT =
      CommandOption.once(
          "o",
          "out",
          "DIR|-",
          "The folder to write to, dist without it; or - to print one environment's manifests.");
  static final CommandOption IMAGE =
      CommandOption.repeated(
          "", "image", "NAME=REF", "An image to use in place of the one that the file gives.");
  static final CommandOption TODAY =
      CommandOption.once(
          "",
          "today",
          "YYYY-MM-DD",
          "The day to hold support calendars against, today without it. Give it where a run must"
              + " be repeatable.");

  /**
   * Makes sense of the arguments.
   *
   * @throws UsageException if there is none
   */
  static SynthArguments of(String verb, Arguments given, Supplier<LocalDate> today) {
    if (!given.rest().isEmpty()) {
      String stray = given.rest().get(0);
      throw new UsageException(
          "'" + verb + "' takes no '" + stray + "'.",
          "An environment file is named by -f: '-f " + stray + "'.");
    }
    String out = given.value(OUT).orElse("dist");
    if (out.isEmpty()) {
      throw new UsageException("'--out' is empty.", "Name a folder, or '-' for standard output.");
    }
    return new SynthArguments(
        given.values(FILE),
        out.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(out),
        images(given.values(IMAGE)),
        today(given, today));
  }

  /** Tells the day that is given, or what {@code today} tells. */
  static Supplier<LocalDate> today(Arguments given, Supplier<LocalDate> today) {
    @Nullable LocalDate day = given.value(TODAY).map(SynthArguments::day).orElse(null);
    return day == null ? today : () -> day;
  }

  private static Map<String, String> images(List<String> given) {
    Map<String, String> images = new LinkedHashMap<>();
    for (String image : given) {
      int equals = image.indexOf('=');
      if (equals <= 0 || equals == image.length() - 1) {
        throw new UsageException(
            "'--image " + image + "' is not NAME=REF.",
            "Write, for example, '--image forms=registry.example.com/forms:42'.");
      }
      String name = image.substring(0, equals);
      if (images.put(name, image.substring(equals + 1)) != null) {
        throw new UsageException("'--image' names '" + name + "' twice.", "Name it once.");
      }
    }
    return images;
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw new UsageException(
          "'--today " + written + "' is no day.", "Write year, month and day: '2026-03-31'.");
    }
  }
}
