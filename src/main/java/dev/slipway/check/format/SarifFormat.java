package dev.slipway.check.format;

import dev.slipway.check.Baseline;
import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.rule.Rules;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports for those who show findings beside the lines that they are about.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
public final class SarifFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final boolean compared;
  private final Map<String, Integer> ruleIndexes = new LinkedHashMap<>();
  private final List<Node> rules = new ArrayList<>();
  private final List<Node> results = new ArrayList<>();
  private final Map<Baseline.Entry, Integer> times = new HashMap<>();

  private SarifFormat(boolean compared) {
    this.compared = compared;
    Rules.all().forEach(this::add);
  }

  /**
   * A report, and where it is from.
   *
   * @param environment the environment's name; empty where there is none
   * @param at what stands for the place of findings that have none
   */
  public record Part(String environment, Report report, Optional<Position> at) {}

  /**
   * The findings as one run of a SARIF log: rules with their texts and levels, places, waivers as
   * suppressions, and fingerprints that stay when lines move.
   *
   * @param version of Slipway
   * @param compared whether a baseline is known, so that each finding is a new one or not
   */
  public static String of(List<Part> parts, String version, boolean compared) {
    SarifFormat format = new SarifFormat(compared);
    for (Part part : parts) {
      part.report().findings().forEach(finding -> format.add(finding, part, "new"));
      part.report().known().forEach(finding -> format.add(finding, part, "unchanged"));
    }
    Mapping driver =
        Mapping.builder()
            .put("name", "Slipway")
            .put("version", version)
            .put("rules", Seq.of(format.rules))
            .build();
    Mapping run =
        Mapping.builder()
            .put("tool", Mapping.of("driver", driver))
            .put("columnKind", "unicodeCodePoints")
            .put("results", Seq.of(format.results))
            .build();
    return JsonWriter.write(
        Mapping.builder()
            .put("$schema", SCHEMA)
            .put("version", "2.1.0")
            .put("runs", Seq.of(run))
            .build());
  }

  private void add(Rule rule) {
    RuleText text = rule.text();
    ruleIndexes.put(rule.id(), rules.size());
    rules.add(
        Mapping.builder()
            .put("id", rule.id())
            .put("shortDescription", Mapping.of("text", text.summary()))
            .put("fullDescription", Mapping.of("text", text.summary() + " " + text.why()))
            .put("help", Mapping.of("text", text.remedy()))
            .put("defaultConfiguration", Mapping.of("level", level(rule.severity())))
            .build());
  }

  /** What the model has to say comes under ids that no rule has. */
  private int indexOf(Finding finding) {
    @Nullable Integer known = ruleIndexes.get(finding.rule());
    if (known != null) {
      return known;
    }
    ruleIndexes.put(finding.rule(), rules.size());
    rules.add(
        Mapping.builder()
            .put("id", finding.rule())
            .put("defaultConfiguration", Mapping.of("level", level(finding.severity())))
            .build());
    return rules.size() - 1;
  }

  private void add(Finding finding, Part part, String state) {
    Mapping.Builder result =
        Mapping.builder()
            .put("ruleId", finding.rule())
            .put("ruleIndex", indexOf(finding))
            .put("level", level(finding.severity()))
            .put("message", Mapping.of("text", message(finding)))
            .put("locations", Seq.of(location(finding, part)))
            .put("partialFingerprints", Mapping.of("slipway/v1", fingerprint(finding, part)));
    finding
        .waived()
        .ifPresent(
            why ->
                result.put(
                    "suppressions",
                    Seq.of(
                        Mapping.builder()
                            .put("kind", "external")
                            .put("status", "accepted")
                            .put("justification", why)
                            .build())));
    if (compared) {
      result.put("baselineState", state);
    }
    results.add(result.build());
  }

  private static String message(Finding finding) {
    return finding.remedy().isEmpty()
        ? finding.message()
        : finding.message() + "\n" + finding.remedy();
  }

  private static Mapping location(Finding finding, Part part) {
    Mapping.Builder location = Mapping.builder();
    finding.at().or(part::at).ifPresent(at -> location.put("physicalLocation", physical(at)));
    finding
        .object()
        .ifPresent(
            object -> {
              String path = finding.path().toString();
              location.put(
                  "logicalLocations",
                  Seq.of(
                      Mapping.builder()
                          .put("fullyQualifiedName", (object + " " + path).strip())
                          .put("kind", path.isEmpty() ? "object" : "member")
                          .build()));
            });
    return location.build();
  }

  private static Mapping physical(Position at) {
    Mapping region =
        Mapping.builder().put("startLine", at.line()).put("startColumn", at.column()).build();
    return Mapping.of("artifactLocation", Mapping.of("uri", uri(at.file())), "region", region);
  }

  /**
   * A reference to the file, relative to where the command ran unless the user gave a whole path.
   */
  private static String uri(String file) {
    if (file.equals("-")) {
      return "stdin";
    }
    String path = file.replace('\\', '/');
    StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
      uri.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return uri.toString();
  }

  /** Made of what the finding is about, and of how many alike came before it. */
  private String fingerprint(Finding finding, Part part) {
    Baseline.Entry entry = Baseline.Entry.of(part.environment(), finding);
    int time = times.merge(entry, 1, Integer::sum);
    String identity =
        String.join(
            "\n", entry.environment(), entry.object(), entry.rule(), entry.field(), "" + time);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
