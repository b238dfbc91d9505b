package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the examples of the rules that hold objects against each other do not show. */
class CrossObjectRulesTest {

  /** A Deployment in namespace shop, with pods of some labels and a line of their container. */
  private static String deployment(String name, String labels, String line) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop}
    spec:
      selector:
        matchLabels: {%2$s}
      template:
        metadata:
          labels: {%2$s}
        spec:
          containers:
          - name: main
            image: registry.example.com/shop:1.4.2
            %3$s
            resources:
              requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(name, labels, line);
  }

  private static String web(String line) {
    return deployment("web", "app: web", line);
  }

  private static String web() {
    return web("ports: [{name: http, containerPort: 8080}]");
  }

  /** An object of namespace shop. */
  private static String object(String type, String name, String rest) {
    String[] parts = type.split(" ");
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop}\n%s\n"
        .formatted(parts[0], parts[1], name, rest);
  }

  private static String service(String name, String selector, String port) {
    return object(
        "v1 Service", name, "spec: {selector: {" + selector + "}, ports: [" + port + "]}");
  }

  private static String custom(String kind, String name) {
    return object("example.com/v1 " + kind, name, "spec: {}");
  }

  /** What an API server would refuse of the objects: they have only what a rule looks at. */
  private static final Set<String> SCHEMA = Set.of("unknown-field", "missing-field");

  private static List<String> found(String... yaml) {
    return findings(yaml).map(finding -> finding.rule() + " " + finding.path()).toList();
  }

  private static Stream<Finding> findings(String... yaml) {
    return Checks.ofManifestsAlone()
        .run(Manifests.of(String.join("---\n", yaml)), List.of())
        .findings()
        .stream()
        .filter(finding -> !SCHEMA.contains(finding.rule()));
  }

  private static List<String> messages(String... yaml) {
    return findings(yaml).map(Finding::message).toList();
  }

  // What may come to be

  @Test
  void podsThatACustomResourcesControllerMayMakeAreNotToldToBeMissing() {
    String selecting = service("queue", "example.com/cluster: queue", "{port: 80}");
    String budget =
        object(
            "policy/v1 PodDisruptionBudget",
            "queue",
            "spec: {maxUnavailable: 1, selector: {matchLabels: {app: queue-broker}}}");

    assertThat(found(selecting, budget, custom("Queue", "queue"))).isEmpty();
    assertThat(found(selecting, budget, custom("Queue", "other")))
        .containsExactlyInAnyOrder(
            "dangling-service spec.selector", "dangling-budget spec.selector");
  }

  @Test
  void podsOfATemplateThatACustomResourceHasAreThere() {
    String rollout =
        object(
            "argoproj.io/v1alpha1 Rollout",
            "shop",
            "spec: {template: {metadata: {labels: {app: web}}}}");

    assertThat(found(service("web", "app: web", "{port: 80}"), rollout)).isEmpty();
  }

  // Autoscalers

  @Test
  void anAutoscalerOfWhatNobodyKnowsIsNotJudged() {
    String scaled =
        object(
            "autoscaling/v2 HorizontalPodAutoscaler",
            "queue",
            "spec: {scaleTargetRef: {apiVersion: example.com/v1, kind: Queue, name: q}}");

    assertThat(found(scaled)).isEmpty();
  }

  @Test
  void aDaemonSetHasNoNumberOfPodsToScale() {
    String daemon = deployment("web", "app: web", "").replace("Deployment", "DaemonSet");
    String scaler =
        object(
            "autoscaling/v2 HorizontalPodAutoscaler",
            "web",
            "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: DaemonSet, name: web}}");

    assertThat(found(daemon, scaler))
        .containsExactly("dangling-autoscaler spec.scaleTargetRef.kind");
  }

  @ParameterizedTest
  @CsvSource({
    "Auto, averageUtilization, true",
    "'Off', averageUtilization, false",
    "Auto, averageValue, false",
  })
  void whatChangesRequestsContendsWithWhatGoesByThem(String mode, String target, boolean told) {
    String byUse =
        object(
            "autoscaling/v2 HorizontalPodAutoscaler",
            "web",
            """
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              metrics:
              - type: Resource
                resource: {name: cpu, target: {%s: 70}}
            """
                .formatted(target));
    String requests =
        object(
            "autoscaling.k8s.io/v1 VerticalPodAutoscaler",
            "web",
            """
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              updatePolicy: {updateMode: "%s"}
            """
                .formatted(mode));

    assertThat(found(web(), byUse, requests))
        .isEqualTo(told ? List.of("two-autoscalers spec.targetRef") : List.of());
  }

  @Test
  void kedaAndKubernetesScaleTheSameDeployment() {
    String kubernetes =
        object(
            "autoscaling/v2 HorizontalPodAutoscaler",
            "web",
            "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}");
    String keda =
        object("keda.sh/v1alpha1 ScaledObject", "web", "spec: {scaleTargetRef: {name: web}}");

    assertThat(found(web(), kubernetes, keda))
        .containsExactly("two-autoscalers spec.scaleTargetRef");
  }

  @Test
  void kedaMayTakeOverTheAutoscalerThatIsThere() {
    String kubernetes =
        object(
            "autoscaling/v2 HorizontalPodAutoscaler",
            "web",
            "spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}");
    String keda =
        object(
                "keda.sh/v1alpha1 ScaledObject",
                "web",
                "spec: {scaleTargetRef: {name: web}, advanced: {horizontalPodAutoscalerConfig:"
                    + " {name: web}}}")
            .replace(
                "namespace: shop}",
                "namespace: shop, annotations: {scaledobject.keda.sh/transfer-hpa-ownership:"
                    + " 'true'}}");

    assertThat(found(web(), kubernetes, keda)).isEmpty();
    assertThat(found(web(), kubernetes, keda.replace("'true'", "'false'")))
        .containsExactly("two-autoscalers spec.scaleTargetRef");
  }

  @Test
  void twoOfKedasAreTwoAutoscalers() {
    String scaled = "spec: {scaleTargetRef: {name: web}}";

    assertThat(
            messages(
                web(),
                object("keda.sh/v1alpha1 ScaledObject", "by-queue", scaled),
                object("keda.sh/v1alpha1 ScaledObject", "by-time", scaled)))
        .containsExactly(
            "ScaledObject 'by-queue' and ScaledObject 'by-time' scale the same Deployment 'web'.");
  }

  @Test
  void kedaSetsTheNumberOfPodsOfWhatItScales() {
    String replicas = web().replace("spec:\n  selector", "spec:\n  replicas: 3\n  selector");
    String keda =
        object("keda.sh/v1alpha1 ScaledObject", "web", "spec: {scaleTargetRef: {name: web}}");

    assertThat(messages(replicas, keda))
        .containsExactly(
            "Deployment 'web' has 3 replicas, and ScaledObject 'web' sets their number.");
    assertThat(found(replicas, keda.replace("name: web}}", "kind: StatefulSet, name: web}}")))
        .doesNotContain("autoscaled-replicas spec.replicas");
    assertThat(found(web(), keda)).isEmpty();
  }

  @Test
  void aBudgetIsHeldAgainstTheFewestThatKedaLeaves() {
    String budget =
        object(
            "policy/v1 PodDisruptionBudget",
            "web",
            "spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}");
    String keda =
        object(
            "keda.sh/v1alpha1 ScaledObject",
            "web",
            "spec: {minReplicaCount: 3, scaleTargetRef: {name: web}}");

    assertThat(found(web(), budget, keda)).isEmpty();
    assertThat(found(web(), budget, keda.replace("minReplicaCount: 3, ", "")))
        .containsExactly("blocking-budget spec.minAvailable");
  }

  // Selectors

  @Test
  void budgetsOfTwoNamespacesSelectPodsOfTheirOwn() {
    String budget = "spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}";
    String here = object("policy/v1 PodDisruptionBudget", "web", budget);
    String elsewhere =
        web().replace("namespace: shop", "namespace: bank")
            + "---\n"
            + object("policy/v1 PodDisruptionBudget", "all", budget)
                .replace("namespace: shop", "namespace: bank");

    assertThat(found(web(), here, elsewhere)).isEmpty();
  }

  @Test
  void aServiceOfOneReleaseSelectsThePodsOfAnother() {
    String pods = deployment("db", "app: db, app.kubernetes.io/instance: bank", "");
    String service =
        service("db", "app: db", "{port: 5432}")
            .replace(
                "namespace: shop}", "namespace: shop, labels: {app.kubernetes.io/instance: shop}}");

    assertThat(messages(pods, service))
        .containsExactly(
            "Service 'db' is of 'shop', and selects the pods of Deployment 'db', which are of"
                + " 'bank'.");
  }

  @Test
  void aCanaryIsTheSameProgram() {
    String stable = "app: web, app.kubernetes.io/name: web, track: stable";
    String canary = "app: web, app.kubernetes.io/name: web, track: canary";

    assertThat(
            found(
                deployment("web", stable, ""),
                deployment("canary", canary, ""),
                service("web", "app: web", "{port: 80}")))
        .isEmpty();
  }

  // Ports

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ports: [{name: http, containerPort: 8080}] | {port: 80, targetPort: 8081} | true",
        "ports: [{name: http, containerPort: 8080}] | {port: 8080} | false",
        "ports: [{name: http, containerPort: 8080}] | {port: 80} | true",
        "ports: [{containerPort: 8080}] | {port: 8080, protocol: UDP} | true",
        "image_pull: x | {port: 80, targetPort: 8081} | false",
        "'ports: [{containerPort: 8080}], args: [--listen=:8081]' | {port: 80, targetPort: 8081}"
            + " | false",
        "'ports: [{containerPort: 8080}], env: [{name: PORT, value: \"8081\"}]'"
            + " | {port: 80, targetPort: 8081} | false",
      })
  void aPortThatContainersDoNotDeclareIsToldWhereTheyDeclareOthers(
      String container, String port, boolean told) {
    String line = container.replace("], ", "]\n        ");

    assertThat(found(web(line), service("web", "app: web", port)))
        .isEqualTo(
            told
                ? List.of(
                    "undeclared-port spec.ports[0]."
                        + (port.contains("target") ? "targetPort" : "port"))
                : List.of());
  }

  @Test
  void aNamedPortIsOneOfItsProtocol() {
    assertThat(
            found(web(), service("web", "app: web", "{port: 53, protocol: UDP, targetPort: http}")))
        .containsExactly("service-target-port spec.ports[0].targetPort");
  }

  @Test
  void aSidecarsPortIsOneOfThePods() {
    String sidecar =
        web()
            .replace(
                "      containers:",
                """
                      initContainers:
                      - name: proxy
                        image: registry.example.com/proxy:1.0
                        restartPolicy: Always
                        ports: [{name: tls, containerPort: 8443}]
                        resources:
                          requests: {cpu: 100m, memory: 128Mi}
                      containers:\
                """);

    assertThat(found(sidecar, service("web", "app: web", "{port: 443, targetPort: tls}")))
        .isEmpty();
    assertThat(
            found(
                sidecar.replace("        restartPolicy: Always\n", ""),
                service("web", "app: web", "{port: 443, targetPort: tls}")))
        .containsExactly("service-target-port spec.ports[0].targetPort");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ingress: [{ports: [{port: http}]}] |",
        "ingress: [{ports: [{port: web}]}] | network-policy-port spec.ingress[0].ports[0].port",
        "ingress: [{ports: [{port: 80}]}] | undeclared-port spec.ingress[0].ports[0].port",
        "ingress: [{ports: [{port: 8000, endPort: 8100}]}] |",
        "egress: [{to: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]"
            + " | undeclared-port spec.egress[0].ports[0].port",
        "egress: [{to: [{podSelector: {matchLabels: {app: web}}}, {ipBlock: {cidr: 10.0.0.0/8}}],"
            + " ports: [{port: 80}]}] |",
        "egress: [{ports: [{port: 53, protocol: UDP}]}] |",
      })
  void aPolicyOpensPortsOfPodsThatAreKnown(String rule, String finding) {
    String policy =
        object(
            "networking.k8s.io/v1 NetworkPolicy",
            "web",
            "spec: {podSelector: {matchLabels: {app: web}}, " + rule + "}");

    assertThat(found(web(), policy)).isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  // Ways in

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{service: {name: web, port: {name: http}}} |",
        "{service: {name: web, port: {name: https}}} | ingress-port",
        "{service: {name: redirect, port: {name: use-annotation}}} |",
        "{service: {name: gone, port: {number: 80}}} | dangling-ingress",
        "{resource: {apiGroup: example.com, kind: Bucket, name: files}} |",
      })
  void anIngressLeadsToAServiceAndItsPort(String backend, String rule) {
    String ingress =
        object("networking.k8s.io/v1 Ingress", "web", "spec: {defaultBackend: " + backend + "}");
    List<String> found =
        found(
            web(), service("web", "app: web", "{name: http, port: 80, targetPort: 8080}"), ingress);

    assertThat(found.stream().map(finding -> finding.split(" ")[0]))
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void aServiceThatIsDeclaredToExistIsThere() {
    String ingress =
        object(
                "networking.k8s.io/v1 Ingress",
                "web",
                "spec: {defaultBackend: {service: {name: login, port: {number: 80}}}}")
            .replace(
                "namespace: shop}",
                "namespace: shop, annotations: {slipway.dev/existing: Service/login}}");

    assertThat(found(ingress)).isEmpty();
    assertThat(found(ingress.replace("Service/login", "Service/logout")))
        .containsExactly("dangling-ingress spec.defaultBackend.service.name");
  }

  @Test
  void aRouteOfTheGatewayLeadsToAServiceToo() {
    String route =
        object(
            "gateway.networking.k8s.io/v1 HTTPRoute",
            "web",
            "spec: {rules: [{backendRefs: [{name: web, port: 8080}, {name: api, port: 80}]}]}");

    assertThat(found(web(), service("web", "app: web", "{port: 80, targetPort: http}"), route))
        .containsExactly(
            "dangling-ingress spec.rules[0].backendRefs[1].name",
            "ingress-port spec.rules[0].backendRefs[0].port");
  }

  // Monitors

  @Test
  void aMonitorOfOtherNamespacesIsNotToldToSelectNothing() {
    String elsewhere =
        object(
            "monitoring.coreos.com/v1 ServiceMonitor",
            "web",
            "spec: {namespaceSelector: {matchNames: [bank]}, selector: {matchLabels: {app: web}},"
                + " endpoints: [{port: http}]}");

    assertThat(found(elsewhere)).isEmpty();
    assertThat(found(elsewhere.replace("namespaceSelector: {matchNames: [bank]}, ", "")))
        .containsExactly("dangling-monitor spec.selector");
  }

  @Test
  void aPodMonitorAsksPortsOfContainers() {
    String monitor =
        object(
            "monitoring.coreos.com/v1 PodMonitor",
            "web",
            "spec: {selector: {matchLabels: {app: web}}, podMetricsEndpoints: [{port: metrics}]}");

    assertThat(found(web(), monitor))
        .containsExactly("monitor-port spec.podMetricsEndpoints[0].port");
    assertThat(found(web("ports: [{name: metrics, containerPort: 9090}]"), monitor)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"8080, true", "9090, false"})
  void annotationsAndAMonitorScrapeTwiceWhereTheyMeanTheSamePort(String port, boolean twice) {
    String annotated =
        web()
            .replace(
                "    metadata:\n      labels",
                "    metadata:\n      annotations: {prometheus.io/scrape: \"true\","
                    + " prometheus.io/port: \""
                    + port
                    + "\"}\n      labels");
    String service =
        service("web", "app: web", "{name: http, port: 80, targetPort: 8080}")
            .replace("namespace: shop}", "namespace: shop, labels: {app: web}}");
    String monitor =
        object(
            "monitoring.coreos.com/v1 ServiceMonitor",
            "web",
            "spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}");

    assertThat(messages(annotated, service, monitor))
        .isEqualTo(
            twice
                ? List.of(
                    "The pods of Deployment 'web' have annotation prometheus.io/scrape, and"
                        + " ServiceMonitor 'web' by Service 'web' selects them.")
                : List.of());
  }

  // Rights

  @Test
  void whatKubernetesItselfBringsIsNotJudged() {
    String admin =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: cluster-admin, labels: {kubernetes.io/bootstrapping: rbac-defaults}}
        rules:
        - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
        """;

    assertThat(found(admin)).isEmpty();
    assertThat(
            found(admin.replace("cluster-admin", "ours").replace("kubernetes.io/boot", "x/boot")))
        .containsExactly("wildcard-role rules[0]");
  }

  @Test
  void aVerbForNamedRolesEscalatesNothing() {
    String role =
        object(
            "rbac.authorization.k8s.io/v1 Role",
            "binder",
            "rules: [{apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind]}]");

    assertThat(found(role)).containsExactly("escalating-role rules[0].verbs");
    assertThat(found(role.replace("verbs:", "resourceNames: [viewer], verbs:"))).isEmpty();
  }

  @Test
  void whoIsMadeAdministratorReadsEverySecret() {
    String binding =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: shop}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        subjects: [{kind: ServiceAccount, name: shop, namespace: shop}]
        """;

    assertThat(messages(binding))
        .containsExactly(
            "ClusterRoleBinding 'shop' makes ServiceAccount 'shop' administrator of the whole"
                + " cluster.");
  }

  // Secrets and volumes

  @Test
  void aSecretThatARoleLetsSomebodyReadMayBeUsed() {
    String secret = object("v1 Secret", "left-over", "type: Opaque");
    String role =
        object(
            "rbac.authorization.k8s.io/v1 Role",
            "reader",
            "rules: [{apiGroups: [\"\"], resources: [secrets], verbs: [list]}]");

    assertThat(found(web(), secret)).containsExactly("unused-secret metadata.name");
    assertThat(found(web(), secret, role)).isEmpty();
    assertThat(found(secret)).as("nothing else is given").isEmpty();
    assertThat(found(web("args: [--secret=left-over]"), secret)).isEmpty();
    assertThat(found(web(), secret.replace("Opaque", "kubernetes.io/dockerconfigjson"))).isEmpty();
  }

  private static String mounting(String kind, String name) {
    return web()
            .replace("Deployment", kind)
            .replace("name: web,", "name: " + name + ",")
            .replace("app: web", "app: " + name)
            .replace("spec:\n  selector", "spec:\n  strategy: {type: Recreate}\n  selector")
        + "      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"ReadWriteOnce", "ReadWriteOncePod"})
  void twoWorkloadsCannotHaveAVolumeOfOneNode(String mode) {
    String claim =
        object("v1 PersistentVolumeClaim", "data", "spec: {accessModes: [%s]}".formatted(mode));

    assertThat(found(claim, mounting("Deployment", "web"), mounting("Deployment", "backup")))
        .containsExactly(
            "shared-claim spec.template.spec.volumes[0].persistentVolumeClaim.claimName");
    assertThat(
            found(
                claim.replace("spec: {", "spec: {storageClassName: local-path, "),
                mounting("Deployment", "web"),
                mounting("Deployment", "backup")))
        .isEmpty();
    assertThat(
            found(
                claim.replace(mode, "ReadWriteMany"),
                mounting("Deployment", "web"),
                mounting("Deployment", "backup")))
        .isEmpty();
  }

  @Test
  void aDaemonSetCannotHaveAVolumeOfOneNode() {
    String claim =
        object("v1 PersistentVolumeClaim", "data", "spec: {accessModes: [ReadWriteOnce]}");

    assertThat(found(claim, mounting("DaemonSet", "agent")))
        .containsExactly(
            "shared-claim spec.template.spec.volumes[0].persistentVolumeClaim.claimName");
  }

  // Time

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exec: {command: [sleep, '30']} | true",
        "exec: {command: [/bin/sh, -c, 'sleep 45 && kill 1']} | true",
        "exec: {command: [bash, -ec, 'echo bye; sleep 45']} | false",
        "exec: {command: [sleepy, '45']} | false",
        "sleep: {seconds: 30} | true",
        "sleep: {seconds: 29} | false",
        "httpGet: {path: /quit, port: 8080} | false",
      })
  void aSleepBeforeTheEndIsHeldAgainstTheTimeForIt(String hook, boolean told) {
    assertThat(found(web("lifecycle: {preStop: {" + hook + "}}")))
        .isEqualTo(
            told
                ? List.of("pre-stop-sleep spec.template.spec.containers[0].lifecycle.preStop")
                : List.of());
  }

  @Test
  void aContainerThatIsKilledBeforeItIsAskedWhetherItIsReadyNeverIs() {
    String probes =
        """
        livenessProbe: {httpGet: {path: /live, port: 8080}, periodSeconds: 5}
                readinessProbe: {httpGet: {path: /ready, port: 8080}, initialDelaySeconds: 60}\
        """;

    assertThat(messages(web(probes)))
        .containsExactly(
            "Container 'main' is killed 10 s after its start, before it is asked whether it is"
                + " ready (after 60 s).");
    assertThat(
            found(
                web(
                    probes
                        + "\n        startupProbe: {httpGet: {path: /live, port: 8080},"
                        + " failureThreshold: 30}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labelSelector: {matchLabels: {app: web}} | false",
        "labelSelector: {matchExpressions: [{key: app, operator: In, values: [web]}]} | false",
        "labelSelector: {matchLabels: {app: api}} | true",
        "labelSelector: {} | true",
        "minDomains: 2 | true",
        "'labelSelector: {}, matchLabelKeys: [pod-template-hash]' | false",
      })
  void aSpreadCountsItsOwnPods(String selector, boolean told) {
    String spread =
        web()
            + "      topologySpreadConstraints:\n      - {topologyKey: zone, maxSkew: 1, "
            + selector
            + "}\n";

    assertThat(found(spread))
        .isEqualTo(
            told
                ? List.of(
                    "spread-selector spec.template.spec.topologySpreadConstraints[0].labelSelector")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "maxUnavailable: 0, true",
    "maxUnavailable: 0%, true",
    "minAvailable: 100%, true",
    "minAvailable: 1, false",
  })
  void aBudgetThatKeepsEveryPodBlocksHoweverManyThereAre(String says, boolean told) {
    String daemon = web().replace("Deployment", "DaemonSet");
    String budget =
        object(
            "policy/v1 PodDisruptionBudget",
            "web",
            "spec: {%s, selector: {matchLabels: {app: web}}}".formatted(says));

    assertThat(found(daemon, budget))
        .isEqualTo(
            told
                ? List.of("blocking-budget spec." + says.substring(0, says.indexOf(':')))
                : List.of());
  }

  @Test
  void aStatefulSetsServiceIsHeadlessAndSelectsItsPods() {
    String set =
        web()
            .replace("Deployment", "StatefulSet")
            .replace("spec:\n  selector", "spec:\n  serviceName: web\n  selector");
    String headless = object("v1 Service", "web", "spec: {clusterIP: None, selector: {app: web}}");

    assertThat(found(set, headless)).isEmpty();
    assertThat(
            messages(
                set, headless.replace("app: web", "app: api"), deployment("api", "app: api", "")))
        .containsExactly(
            "StatefulSet 'web' has its pods named by Service 'web', which does not select them.");
    assertThat(messages(set))
        .containsExactly(
            "StatefulSet 'web' has its pods named by Service 'web', which is not there.");
  }
}
