package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kubectl get -o yaml} prints is judged as what people wrote, once. */
class LiveClusterTest {
  /** A Deployment as the API server gives it back, with fields that nobody wrote. */
  private static final String DEPLOYMENT =
      """
      - apiVersion: apps/v1
        kind: Deployment
        metadata:
          annotations:
            deployment.kubernetes.io/revision: "1"
          creationTimestamp: "2026-03-31T08:00:00Z"
          generation: 1
          labels:
            app: web
          managedFields:
          - apiVersion: apps/v1
            fieldsType: FieldsV1
            fieldsV1:
              f:spec:
                f:replicas: {}
            manager: kubectl
            operation: Apply
          name: web
          namespace: shop
          resourceVersion: "4711"
          uid: 0b5e2b0a-0000-4000-8000-000000000001
        spec:
          progressDeadlineSeconds: 600
          replicas: 3
          revisionHistoryLimit: 10
          selector:
            matchLabels:
              app: web
          strategy:
            rollingUpdate:
              maxSurge: 25%
              maxUnavailable: 25%
            type: RollingUpdate
          template:
            metadata:
              creationTimestamp: null
              labels:
                app: web
            spec:
              containers:
              - image: registry.example.com/shop:latest
                imagePullPolicy: Always
                name: web
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                terminationMessagePath: /dev/termination-log
                terminationMessagePolicy: File
              dnsPolicy: ClusterFirst
              restartPolicy: Always
              schedulerName: default-scheduler
              securityContext: {}
              serviceAccount: web
              serviceAccountName: web
              terminationGracePeriodSeconds: 30
        status:
          readyReplicas: 3
          replicas: 3
      """;

  private static final String AUTOSCALER =
      """
      - apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: web, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-000000000002}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          minReplicas: 2
          maxReplicas: 9
        status: {currentReplicas: 3, desiredReplicas: 3}
      """;

  private static final String BUDGET =
      """
      - apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: web, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-000000000003}
        spec:
          minAvailable: 1
          selector: {matchLabels: {app: web}}
      """;

  private static final String ACCOUNT =
      """
      - apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-000000000004}
      """;

  private static final String REPLICA_SET =
      owned("apps/v1", "ReplicaSet", "web-6d4cf56db6", "Deployment", "web");

  private static final String POD =
      owned("v1", "Pod", "web-6d4cf56db6-x2x4z", "ReplicaSet", "web-6d4cf56db6");

  private static final String GENERATED =
      """
      - apiVersion: v1
        kind: ConfigMap
        metadata: {name: kube-root-ca.crt, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-00000000a}
        data:
          ca.crt: |
            -----BEGIN CERTIFICATE-----
            MIIBdzCCAR2gAwIBAgIBADAKBggqhkjOPQQDAjAj
            -----END CERTIFICATE-----
      - apiVersion: v1
        kind: Secret
        type: kubernetes.io/service-account-token
        metadata: {name: web-token, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-00000000b}
        data: {token: ZXlKaGJHY2lPaUpTVXpJMU5pSjk=, ca.crt: LS0t, namespace: c2hvcA==}
      - apiVersion: v1
        kind: Secret
        type: helm.sh/release.v1
        metadata: {name: sh.helm.release.v1.shop.v1, namespace: shop, uid: 0b5e-c}
        data: {release: SDRzSUFBQUFBQUFD}
      - apiVersion: v1
        kind: Secret
        type: Opaque
        metadata: {name: shop-db, namespace: shop, uid: 0b5e2b0a-0000-4000-8000-00000000d}
        data: {password: aHVudGVyMg==}
      """;

  @TempDir Path directory;

  /** What a controller made: a pod, or what makes pods, with its owner. */
  private static String owned(
      String apiVersion, String kind, String name, String ownerKind, String owner) {
    String pod =
        """
        metadata:
          labels: {app: web, pod-template-hash: 6d4cf56db6}
        spec:
          containers:
          - name: web
            image: registry.example.com/shop:latest
            resources:
              requests: {cpu: 100m, memory: 128Mi}
          serviceAccountName: web
        """;
    String body =
        kind.equals("Pod")
            ? pod.substring(pod.indexOf("spec:"))
            : """
            spec:
              replicas: 3
              selector: {matchLabels: {app: web, pod-template-hash: 6d4cf56db6}}
              template:
            """
                + pod.indent(4);
    return """
    - apiVersion: %s
      kind: %s
      metadata:
        name: %s
        namespace: shop
        uid: 0b5e2b0a-0000-4000-8000-%s
        labels: {app: web, pod-template-hash: 6d4cf56db6}
        annotations: {slipway.dev/waive.image-tag: copied from the Deployment}
        ownerReferences:
        - {apiVersion: apps/v1, kind: %s, name: %s, controller: true}
    """
            .formatted(apiVersion, kind, name, name, ownerKind, owner)
        + body.indent(2);
  }

  private Outcome check(String items, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "check";
    System.arraycopy(more, 0, args, 1, more.length);
    args[args.length - 1] = "-";
    return new Command(directory)
        .reading("apiVersion: v1\nkind: List\nmetadata: {resourceVersion: \"\"}\nitems:\n" + items)
        .run(args);
  }

  @Test
  void whatControllersMadeIsJudgedAtItsMakerAlone() {
    assertThat(check(DEPLOYMENT + REPLICA_SET + POD + ACCOUNT).out())
        .isEqualTo(
            """
            Deployment shop/web
              error image-tag: Image 'registry.example.com/shop:latest' is whatever is latest when a node pulls it.
                at spec.template.spec.containers[0].image (-:45:11)
                Name the version that you have tried, or the digest of it.

            1 finding in 4 objects: 1 error.
            """);
  }

  @Test
  void aPodWhoseReplicaSetWasNotAskedForIsThatOfItsDeployment() {
    assertThat(check(DEPLOYMENT + POD + ACCOUNT).out())
        .contains("Deployment shop/web\n")
        .doesNotContain("Pod shop/web-6d4cf56db6-x2x4z\n");
  }

  @Test
  void aPodWhoseMakerIsNotThereIsJudgedItself() {
    assertThat(check(POD + ACCOUNT).out()).contains("Pod shop/web-6d4cf56db6-x2x4z\n");
  }

  @Test
  void aBudgetCountsEachPodOnce() {
    String blocking = BUDGET.replace("minAvailable: 1", "minAvailable: 3");

    assertThat(check(DEPLOYMENT + REPLICA_SET + POD + ACCOUNT + blocking).out())
        .contains("PodDisruptionBudget 'web' lets none of 3 pods go (minAvailable: 3).");
    assertThat(check(DEPLOYMENT + REPLICA_SET + POD + ACCOUNT + BUDGET).out())
        .doesNotContain("blocking-budget");
  }

  @Test
  void theNumberThatAnAutoscalerHasSetIsNobodysMistake() {
    assertThat(check(DEPLOYMENT.replace("latest", "1.4.2") + AUTOSCALER + ACCOUNT))
        .isEqualTo(new Outcome(0, "No findings in 3 objects.\n", ""));
  }

  @Test
  void whatTheClusterMadeByItselfIsNotComplainedAbout() {
    String used =
        DEPLOYMENT
            .replace("latest", "1.4.2")
            .replace(
                "          imagePullPolicy: Always\n",
                """
                          imagePullPolicy: Always
                          envFrom:
                          - secretRef: {name: shop-db}
                """);

    assertThat(check(used + ACCOUNT + GENERATED))
        .isEqualTo(new Outcome(0, "No findings in 6 objects.\n", ""));
  }

  @Test
  void theClustersOwnNamespacesAreToldOfWhenTheyAreAskedFor() {
    String system = DEPLOYMENT.replace("namespace: shop", "namespace: kube-system");
    String account = ACCOUNT.replace("namespace: shop", "namespace: kube-system");

    assertThat(check(system + account).out()).isEqualTo("No findings in 0 objects.\n");
    assertThat(check(system + account, "--scope", "all").out())
        .contains("Deployment kube-system/web\n", "1 finding in 2 objects: 1 error.\n");
  }
}
