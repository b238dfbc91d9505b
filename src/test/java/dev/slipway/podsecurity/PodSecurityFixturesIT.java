package dev.slipway.podsecurity;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.testing.YamlText;
import dev.slipway.testing.controlplane.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pod files that k8s.io/pod-security-admission is tested with, each with the verdict that its
 * place tells: {@code <level>/v<version>/<pass|fail>/<control><number>.yaml}.
 */
class PodSecurityFixturesIT {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<level>baseline|restricted)/v(?<version>1\\.\\d+)/(?<verdict>pass|fail)/"
              + "(?<file>(?<control>[a-z_]+?)\\d*)\\.yaml");

  /** Of v0.34.2, for the versions 1.0 to 1.34. */
  private static final int FILES = 4093;

  /** Of those, for the versions that Slipway knows clusters of: 1.24 to 1.34. */
  private static final int FILES_SINCE_1_24 = 1414;

  private static final Map<String, Control> CONTROLS =
      Controls.all().stream()
          .collect(toMap(control -> control.id().toLowerCase(Locale.ROOT), identity()));

  /**
   * What a pod file breaks besides the control that it is named by, because it cannot do without.
   */
  private static final Map<String, String> ALSO =
      Map.of(
          // Windows' host processes must be on the host's network.
          "windowshostprocess0", "hostNamespaces",
          "windowshostprocess1", "hostNamespaces",
          // A privileged container may not forbid privilege escalation.
          "privileged0", "allowPrivilegeEscalation",
          "privileged1", "allowPrivilegeEscalation",
          // A container without any security context does not drop its capabilities either.
          "allowprivilegeescalation3", "capabilities_restricted");

  private static List<Fixture> fixtures = List.of();

  @BeforeAll
  static void readFixtures() throws IOException {
    Path folder = Tools.binary("pod-security-fixtures").toRealPath();
    try (Stream<Path> files = Files.walk(folder)) {
      fixtures =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .map(file -> Fixture.of(folder.relativize(file).toString(), file))
              .toList();
    }
    assertThat(fixtures).as("files below " + folder).hasSize(FILES);
    assertThat(fixtures)
        .filteredOn(fixture -> fixture.version.atLeast(24))
        .as("files of 1.24 and later below " + folder)
        .hasSize(FILES_SINCE_1_24);
  }

  @Test
  void everyFileGetsThePublishedVerdict() {
    SoftAssertions all = new SoftAssertions();
    for (Fixture fixture : fixtures) {
      all.assertThat(PodSecurity.evaluate(fixture.level, fixture.version, fixture.pod).isEmpty())
          .as(fixture.name)
          .isEqualTo(fixture.passes);
    }
    all.assertAll();
  }

  @Test
  void everyRefusedFileBreaksTheNamedControlAlone() {
    SoftAssertions all = new SoftAssertions();
    for (Fixture fixture : fixtures) {
      if (!fixture.passes) {
        all.assertThat(PodSecurity.evaluate(fixture.level, fixture.version, fixture.pod))
            .as(fixture.name)
            .extracting(Violation::control)
            .containsExactlyInAnyOrderElementsOf(fixture.broken());
      }
    }
    all.assertAll();
  }

  @Test
  void everyControlHasAFileForEachOfItsVersions() {
    Map<String, List<Fixture>> refused =
        fixtures.stream()
            .filter(fixture -> !fixture.passes)
            .collect(groupingBy(fixture -> fixture.control + " at " + fixture.version));
    KubernetesVersion last = new KubernetesVersion(1, 34);
    for (Control control : Controls.all()) {
      for (int minor = 0; minor <= last.minor(); minor++) {
        KubernetesVersion version = new KubernetesVersion(1, minor);
        String key = control.id().toLowerCase(Locale.ROOT) + " at " + version;
        assertThat(refused.containsKey(key)).as(key).isEqualTo(control.at(version).isPresent());
      }
    }
  }

  /** One pod file. */
  private record Fixture(
      String name,
      Level level,
      KubernetesVersion version,
      boolean passes,
      String file,
      String control,
      PodTemplate pod) {

    static Fixture of(String name, Path file) {
      Matcher matcher = NAME.matcher(name.replace('\\', '/'));
      assertThat(matcher.matches()).as(name + " is named as the others are").isTrue();
      return new Fixture(
          name,
          Level.of(matcher.group("level")),
          KubernetesVersion.of(matcher.group("version")),
          matcher.group("verdict").equals("pass"),
          matcher.group("file"),
          matcher.group("control"),
          read(file));
    }

    /** The named control, or the restricted one in its place, and what comes with it. */
    Set<String> broken() {
      Control named = Optional.ofNullable(CONTROLS.get(control)).orElseThrow();
      Set<String> broken = new HashSet<>();
      broken.add(inForce().filter(c -> replaces(c, named)).findFirst().orElse(named).id());
      inForce().map(Control::id).filter(id -> id.equals(ALSO.get(file))).forEach(broken::add);
      return broken;
    }

    private Stream<Control> inForce() {
      return Controls.all().stream()
          .filter(other -> level.includes(other.level()) && other.at(version).isPresent());
    }

    private boolean replaces(Control other, Control named) {
      return other.at(version).orElseThrow().overrides().contains(named.id());
    }

    private static PodTemplate read(Path file) {
      try {
        var pod = YamlText.mapping(Files.readString(file));
        return PodTemplate.of(pod.mapping("metadata"), pod.mapping("spec"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
