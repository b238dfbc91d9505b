package dev.slipway.security;

import static dev.slipway.security.Rendered.HYPERSCIENCE;
import static dev.slipway.security.Rendered.pods;
import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Mapping;
import org.junit.jupiter.api.Test;

class ValidatingAdmissionPolicyAdmissionTest {
  private static final Cluster CLUSTER = Rendered.cluster(Distribution.EKS, "1.32");

  @Test
  void clustersSince130HaveIt() {
    ValidatingAdmissionPolicyAdmission admission = new ValidatingAdmissionPolicyAdmission();

    assertThat(admission.on(Rendered.cluster(Distribution.EKS, "1.29"))).isFalse();
    assertThat(admission.on(Rendered.cluster(Distribution.EKS, "1.30"))).isTrue();
  }

  @Test
  void exactlyTheDeclaredCapabilitiesMayBeAdded() {
    assertThat(policy(HYPERSCIENCE).without("metadata"))
        .isEqualTo(
            mapping(
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                spec:
                  failurePolicy: Fail
                  matchConstraints:
                    resourceRules:
                      - apiGroups: [""]
                        apiVersions: [v1]
                        operations: [CREATE]
                        resources: [pods]
                        scope: "*"
                      - apiGroups: [""]
                        apiVersions: [v1]
                        operations: [UPDATE]
                        resources: [pods/ephemeralcontainers]
                        scope: "*"
                  variables:
                    - name: allowed
                      expression: "['SETUID', 'SETGID']"
                    - name: adding
                      expression: >-
                        object.spec.containers.map(c,
                        c.?securityContext.?capabilities.?add.orValue([]).filter(a,
                        !(a in variables.allowed)).map(a, c.name + ' adds ' + a).join(', ')).filter(said,
                        said != '')
                        + object.spec.?initContainers.orValue([]).map(c,
                        c.?securityContext.?capabilities.?add.orValue([]).filter(a,
                        !(a in variables.allowed)).map(a, c.name + ' adds ' + a).join(', ')).filter(said,
                        said != '')
                        + object.spec.?ephemeralContainers.orValue([]).map(c,
                        c.?securityContext.?capabilities.?add.orValue([]).filter(a,
                        !(a in variables.allowed)).map(a, c.name + ' adds ' + a).join(', ')).filter(said,
                        said != '')
                    - name: keeping
                      expression: >-
                        object.spec.containers.filter(c,
                        !('ALL' in c.?securityContext.?capabilities.?drop.orValue([]))).map(c, c.name)
                        + object.spec.?initContainers.orValue([]).filter(c,
                        !('ALL' in c.?securityContext.?capabilities.?drop.orValue([]))).map(c, c.name)
                        + object.spec.?ephemeralContainers.orValue([]).filter(c,
                        !('ALL' in c.?securityContext.?capabilities.?drop.orValue([]))).map(c, c.name)
                  validations:
                    - expression: variables.adding.size() == 0
                      message: Containers in namespace hyperscience may add only SETUID, SETGID.
                      messageExpression: >-
                        'Containers in namespace hyperscience may add only SETUID, SETGID.
                        Refused: ' + variables.adding.join(', ')
                      reason: Forbidden
                    - expression: variables.keeping.size() == 0
                      message: Containers in namespace hyperscience must drop ALL capabilities.
                      messageExpression: >-
                        'Containers in namespace hyperscience must drop ALL capabilities.
                        Refused: ' + variables.keeping.join(', ')
                      reason: Forbidden
                """));
  }

  @Test
  void itHoldsInTheNamespaceAlone() {
    Rendered rendered = render(pods("platform", HYPERSCIENCE));

    assertThat(rendered.names())
        .containsExactly(
            "ValidatingAdmissionPolicy hyperscience.capabilities",
            "ValidatingAdmissionPolicyBinding hyperscience.capabilities");
    assertThat(rendered.only("ValidatingAdmissionPolicyBinding").mapping("spec"))
        .isEqualTo(
            mapping(
                """
                policyName: hyperscience.capabilities
                validationActions: [Deny]
                matchResources:
                  namespaceSelector:
                    matchLabels: {kubernetes.io/metadata.name: hyperscience}
                """));
  }

  @Test
  void nothingMayBeAddedWhereNothingIsDeclared() {
    Mapping spec = policy(SecurityProfile.restricted()).mapping("spec");

    assertThat(spec.seq("variables").get(0))
        .isEqualTo(mapping("{name: allowed, expression: '[]'}"));
    assertThat(((Mapping) spec.seq("validations").get(0)).string("message"))
        .isEqualTo("Containers in namespace hyperscience may add no capability.");
  }

  @Test
  void droppingAllIsAskedForWhereEveryProfileDoes() {
    SecurityProfile keeping = SecurityProfile.builder().dropCapabilities().build();

    assertThat(policy(HYPERSCIENCE).mapping("spec").seq("validations").size()).isEqualTo(2);
    assertThat(policy(HYPERSCIENCE, keeping).mapping("spec").seq("validations").size())
        .isEqualTo(1);
  }

  @Test
  void droppingAllIsNotAskedOfPodsThatOthersStart() {
    Subject ours = pods("platform", HYPERSCIENCE);
    Subject theirs = pods("expected", HYPERSCIENCE).startedByOthers();

    Mapping spec =
        Rendered.by(new ValidatingAdmissionPolicyAdmission(), CLUSTER, ours.and(theirs))
            .only("ValidatingAdmissionPolicy")
            .mapping("spec");

    assertThat(spec.seq("validations").size()).isEqualTo(1);
    assertThat(((Mapping) spec.seq("validations").get(0)).string("expression"))
        .isEqualTo("variables.adding.size() == 0");
    assertThat(spec.toString()).doesNotContain("keeping");
  }

  private static Mapping policy(SecurityProfile... profiles) {
    return render(pods("platform", profiles)).only("ValidatingAdmissionPolicy");
  }

  private static Rendered render(Subject who) {
    return Rendered.by(new ValidatingAdmissionPolicyAdmission(), CLUSTER, who);
  }
}
