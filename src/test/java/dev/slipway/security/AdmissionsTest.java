package dev.slipway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionsTest {
  @Test
  void everyAdmissionIsListed() {
    List<String> classes =
        new ClassFileImporter()
            .importPackages("dev.slipway.security").stream()
                .filter(c -> c.isAssignableTo(Admission.class) && !c.isInterface())
                .map(JavaClass::getSimpleName)
                .toList();

    assertThat(Admissions.all())
        .extracting(admission -> admission.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(classes);
  }

  @ParameterizedTest
  @CsvSource({
    "EKS, 1.24, PodSecurityPolicyAdmission",
    "EKS, 1.32, ",
    "OPENSHIFT, 1.24, SecurityContextConstraintsAdmission",
    "OPENSHIFT, 1.32, SecurityContextConstraintsAdmission",
    "RANCHER, 1.24, RancherAdmission",
    "RANCHER, 1.32, RancherAdmission",
  })
  void aClusterHasAtMostOneBesideTheLabels(
      Distribution distribution, String version, String admission) {
    assertThat(Admissions.on(Rendered.cluster(distribution, version)))
        .extracting(found -> found.getClass().getSimpleName())
        .isEqualTo(admission == null ? List.of() : List.of(admission));
  }

  @Test
  void whatComesOnRequestIsThePolicyThatPinsCapabilities() {
    Cluster cluster = Rendered.cluster(Distribution.EKS, "1.32");

    assertThat(Admissions.all())
        .filteredOn(admission -> admission.on(cluster) && admission.onRequest())
        .singleElement()
        .isInstanceOf(ValidatingAdmissionPolicyAdmission.class);
  }

  @Test
  void everyDistributionIsDecidedFor() {
    assertThat(Arrays.asList(Distribution.values()))
        .allSatisfy(
            distribution -> {
              Cluster old = Rendered.cluster(distribution, "1.24");
              Cluster now = Rendered.cluster(distribution, "1.32");
              assertThat(Admissions.on(old)).hasSize(1);
              assertThat(NamespaceLabels.on(now)).isTrue();
            });
  }
}
