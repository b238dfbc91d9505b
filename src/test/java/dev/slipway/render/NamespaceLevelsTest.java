package dev.slipway.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.pod.Container;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said where a namespace's Pod Security level is not what its workloads declare. */
class NamespaceLevelsTest {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  @Test
  void aPatchThatLowersTheLevelIsToldWithPodControlAndField() {
    Plan plan = planner().patch(onPods("{hostNetwork: true}")).plan();

    assertThat(enforced(plan)).isEqualTo("privileged");
    assertThat(notices(plan, "pod-security-level"))
        .singleElement()
        .asString()
        .startsWith(
            "WARNING: The pods of namespace 'shop' need Pod Security level privileged instead of"
                + " restricted: Deployment 'shop' breaks hostNamespaces at"
                + " spec.template.spec.hostNetwork (host namespaces (the pod sets hostNetwork to"
                + " true)). ")
        .endsWith(" A pod that must be so keeps the others strict in a namespace of its own.");
  }

  @Test
  void aPatchThatLowersRestrictedToBaselineIsToldToo() {
    Plan plan = planner().patch(onPods("{securityContext: {runAsNonRoot: false}}")).plan();

    assertThat(enforced(plan)).isEqualTo("baseline");
    assertThat(notices(plan, "pod-security-level"))
        .singleElement()
        .asString()
        .contains("level baseline instead of restricted")
        .contains("Deployment 'shop' breaks runAsNonRoot at");
  }

  @Test
  void aPatchThatLowersNothingIsNotToldOf() {
    Plan plan = planner().patch(onPods("{terminationGracePeriodSeconds: 5}")).plan();

    assertThat(enforced(plan)).isEqualTo("restricted");
    assertThat(plan.notices()).isEmpty();
  }

  @Test
  void aLevelThatWouldRefuseThePodsIsAnError() {
    Plan plan =
        planner()
            .namespace(Namespace.of("shop").labels(Map.of(ENFORCE, "restricted")))
            .patch(onPods("{hostPID: true}"))
            .plan();

    assertThat(notices(plan, "pod-security-label"))
        .containsExactly(
            "ERROR: Namespace 'shop' is told to enforce restricted, and would refuse its pods:"
                + " Deployment 'shop' breaks hostNamespaces at spec.template.spec.hostPID (host"
                + " namespaces (the pod sets hostPID to true)). Leave the label out: the level"
                + " follows from the pods.");
  }

  @Test
  void aLevelThatIsLaxerThanThePodsNeedIsAWarning() {
    Plan plan =
        planner().namespace(Namespace.of("shop").labels(Map.of(ENFORCE, "privileged"))).plan();

    assertThat(enforced(plan)).isEqualTo("privileged");
    assertThat(notices(plan, "pod-security-label"))
        .containsExactly(
            "WARNING: Namespace 'shop' is told to enforce privileged, and its pods pass restricted."
                + " Leave the label out: the level follows from the pods.");
  }

  @Test
  void aPatchOfTheNamespaceIsJudgedLikeItsOwnLabels() {
    Plan plan =
        planner()
            .patch(
                patch(
                    "Namespace",
                    "{metadata: {labels: {pod-security.kubernetes.io/enforce: baseline}}}"))
            .plan();

    assertThat(notices(plan, "pod-security-label"))
        .singleElement()
        .asString()
        .startsWith("WARNING: Namespace 'shop' is told to enforce baseline");
  }

  @Test
  void aLabelThatIsNoLevelIsAnError() {
    Plan plan =
        planner()
            .namespace(
                Namespace.of("shop").labels(Map.of("pod-security.kubernetes.io/audit", "restrict")))
            .plan();

    assertThat(notices(plan, "pod-security-label"))
        .containsExactly(
            "ERROR: Namespace 'shop' has the label pod-security.kubernetes.io/audit: 'restrict' is"
                + " no level of the Pod Security Standards. Did you mean 'restricted'?");
  }

  @Test
  void theLevelThatThePodsNeedMayBeDeclared() {
    Plan plan =
        planner().namespace(Namespace.of("shop").labels(Map.of(ENFORCE, "restricted"))).plan();

    assertThat(plan.notices()).isEmpty();
  }

  private static Planner planner() {
    return Planner.on(Cluster.builder("test").kubernetes("1.34").build())
        .application(
            Application.builder("shop")
                .workload(
                    Workload.deployment("shop")
                        .container(Container.builder("web", "example.com/web:1").build())
                        .build())
                .build());
  }

  private static TargetedPatch onPods(String spec) {
    return patch("Deployment", "{spec: {template: {spec: " + spec + "}}}");
  }

  private static TargetedPatch patch(String kind, String merge) {
    return new TargetedPatch(
        PatchTarget.of(kind, "shop"), Patch.merge(YamlText.mapping(merge)), Origin.of("this test"));
  }

  private static String enforced(Plan plan) {
    Mapping labels =
        plan.all().ofKind("Namespace").get(0).body().mapping("metadata").mapping("labels");
    return String.valueOf(labels.string(ENFORCE));
  }

  private static List<String> notices(Plan plan, String rule) {
    return plan.notices().stream()
        .filter(notice -> notice.rule().equals(rule))
        .map(notice -> notice.severity() + ": " + notice.message() + " " + notice.remedy())
        .toList();
  }
}
