package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DistTest {
  @TempDir Path folder;

  @Test
  void distIsWhatTheEnvironmentsRender() {
    Map<String, byte[]> rendered = rendered("here");

    Map<String, byte[]> committed = Shipped.files(Shipped.PROJECT.resolve("dist"));
    // Where `cdk8s synth` writes, which nobody commits.
    committed.keySet().removeIf(file -> file.startsWith("cdk8s/"));
    assertThat(differences(committed, rendered))
        .as("dist/ is not what environments/ render; run ./slipway synth and commit dist/")
        .isEmpty();
    assertThat(rendered.keySet())
        .extracting(file -> file.substring(0, file.indexOf('/')))
        .contains(
            "hypercache",
            "hypercache-auth",
            "hypercache-load-balancer",
            "hypercache-three-nodes",
            "hyperscience-aws",
            "hyperscience-gcp",
            "hyperscience-azure",
            "hyperscience-openshift",
            "hyperscience-prerequisites",
            "hyperterse",
            "hyperterse-production")
        .doesNotContain("hyperscience-base");
  }

  @Test
  void everyErrorAndWarningOfDistIsWaivedWithAReason() {
    Command.Outcome outcome = Shipped.run(Shipped.PROJECT, Map.of(), "check", "--format", "json");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    List<Map<String, Object>> findings = findings(outcome.out());
    assertThat(findings).isNotEmpty();
    assertThat(findings)
        .as("waive these in environments/, or mend what they find")
        .filteredOn(finding -> finding.get("waiver") == null)
        .filteredOn(finding -> !"info".equals(finding.get("severity")))
        .isEmpty();
  }

  /** YAML is a superset of JSON. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> findings(String json) {
    Object report = new Load(LoadSettings.builder().build()).loadFromString(json);
    return (List<Map<String, Object>>) ((Map<String, Object>) report).get("findings");
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  @ResourceLock(Resources.TIME_ZONE)
  void theMachinesLocaleAndTimeZoneChangeNoByte() {
    Map<String, byte[]> usual = rendered("usual");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      // A Turkish i has no dot when it is large, and Persian digits are no ASCII.
      for (String tag : List.of("tr-TR", "fa-IR-u-nu-arabext")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(differences(usual, rendered(tag))).as(tag).isEmpty();
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private Map<String, byte[]> rendered(String name) {
    Path out = folder.resolve(name);
    Command.Outcome outcome = Shipped.run(Shipped.PROJECT, Map.of(), "synth", "-o", out.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return Shipped.files(out);
  }

  private static List<String> differences(Map<String, byte[]> old, Map<String, byte[]> now) {
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String file : all) {
      if (!old.containsKey(file)) {
        differences.add(file + " is missing");
      } else if (!now.containsKey(file)) {
        differences.add(file + " is rendered no more");
      } else if (!Arrays.equals(old.get(file), now.get(file))) {
        differences.add(file + " differs");
      }
    }
    return differences;
  }
}
