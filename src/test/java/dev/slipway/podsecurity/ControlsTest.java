package dev.slipway.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.cluster.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlsTest {
  private static final Map<String, Control> BY_ID =
      Controls.all().stream().collect(Collectors.toMap(Control::id, Function.identity()));

  static Stream<Control> controls() {
    return Controls.all().stream();
  }

  @Test
  void everyControlIsListedAndTested() {
    var classes = new ClassFileImporter().importPackages("dev.slipway.podsecurity");
    List<String> controls =
        classes.stream()
            .filter(c -> c.isAssignableTo(Control.class) && !c.isInterface())
            .map(JavaClass::getSimpleName)
            .toList();
    List<String> names = classes.stream().map(JavaClass::getSimpleName).toList();

    assertThat(Controls.all())
        .extracting(control -> control.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(controls);
    assertThat(names).containsAll(controls.stream().map(name -> name + "Test").toList());
  }

  @Test
  void theStandardsControlsAreAllThere() {
    assertThat(ids(Level.BASELINE))
        .containsExactly(
            "appArmorProfile",
            "capabilities_baseline",
            "hostNamespaces",
            "hostPathVolumes",
            "hostPorts",
            "hostProbesAndHostLifecycle",
            "privileged",
            "procMount",
            "seLinuxOptions",
            "seccompProfile_baseline",
            "sysctls",
            "windowsHostProcess");
    assertThat(ids(Level.RESTRICTED))
        .containsExactly(
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "procMount_restricted",
            "restrictedVolumes",
            "runAsNonRoot",
            "runAsUser",
            "seccompProfile_restricted");
  }

  @ParameterizedTest
  @MethodSource("controls")
  void revisionsFollowOneAnother(Control control) {
    assertThat(control.revisions())
        .isNotEmpty()
        .extracting(Revision::since)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(since -> since.compareTo(PodSecurity.NEWEST) <= 0);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void onlyRestrictedControlsOverrideAndOnlyBaselineOnes(Control control) {
    for (Revision revision : control.revisions()) {
      if (control.level() == Level.BASELINE) {
        assertThat(revision.overrides()).isEmpty();
      }
      assertThat(revision.overrides())
          .allSatisfy(id -> assertThat(BY_ID.get(id).level()).isEqualTo(Level.BASELINE));
    }
  }

  @ParameterizedTest
  @MethodSource("controls")
  void everyControlExplainsItself(Control control) {
    assertThat(control.summary()).matches("[A-Z].*\\.");
    assertThat(control.reason()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void aControlHoldsFromItsFirstVersionOn() {
    Control control = BY_ID.get("hostProbesAndHostLifecycle");

    assertThat(control.at(new KubernetesVersion(1, 33))).isEmpty();
    assertThat(control.at(new KubernetesVersion(1, 34))).isPresent();
    assertThat(control.at(new KubernetesVersion(1, 99))).isPresent();
  }

  private static List<String> ids(Level level) {
    return Controls.all().stream().filter(c -> c.level() == level).map(Control::id).toList();
  }
}
