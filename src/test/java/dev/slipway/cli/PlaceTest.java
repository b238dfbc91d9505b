package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.files.DiskInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes have 4 cores and 16 GiB for 20 pods, the cluster's own left aside. */
class PlaceTest {
  private static final String CLUSTER =
      """
      environment: shop-prod
      cluster:
        name: prod
        kubernetes: "1.34"
        nodeGroups:
          - name: general
            allocatable: {cpu: 5, memory: 17Gi, pods: 21}
            systemPods: {cpu: 1, memory: 1Gi, pods: 1}
            nodes: 2
      """;

  @TempDir Path folder;

  private record Ran(int exit, String out, String err) {}

  private Ran place(String environment, String in, String... args) throws IOException {
    Files.writeString(folder.resolve("env.yaml"), environment);
    return run(in, args);
  }

  private Ran run(String in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world =
        new World(
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            out,
            err,
            folder,
            Map.of(),
            () -> LocalDate.of(2026, 11, 21),
            new DiskFiles(),
            new CatalogEnvironments(new DiskInputs(folder, Map.of())));
    int exit = Main.run(args, world);
    return new Ran(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private static String pod(String name, String cpu) {
    return """
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: shop}
    spec:
      containers:
      - name: main
        image: registry.example.com/shop:1.4.2
        resources: {requests: {cpu: "%s", memory: 4Gi}}
    """
        .formatted(name, cpu);
  }

  private static String deployment(String name, int replicas, String cpu) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop}
    spec:
      replicas: %2$d
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: main
            image: registry.example.com/shop:1.4.2
            resources: {requests: {cpu: "%3$s", memory: 4Gi}}
    """
        .formatted(name, replicas, cpu);
  }

  @Test
  void nodesAreShownWithWhatIsOnThem() throws IOException {
    Ran ran = place(CLUSTER, pod("web", "3"), "place", "-f", "env.yaml", "-");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out().lines().map(String::strip))
        .contains(
            "shop-prod: 1 pod on 2 nodes",
            "NODE       CPU                 MEMORY                 PODS",
            "general-0  ########.. 3.0/4.0  ###....... 4.0/16.0Gi  #......... 1/20  Pod web",
            "general-1  .......... 0.0/4.0  .......... 0.0/16.0Gi  .......... 0/20",
            "as-declared             schedules");
  }

  @Test
  void aProgramGetsEveryScenarioTheDeclaredStateFirst() throws IOException {
    Ran ran = place(CLUSTER, pod("web", "3"), "place", "-f", "env.yaml", "--format", "json", "-");

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .startsWith(
            """
            {
              "scenarios": [
                {
                  "name": "as-declared",
                  "verdict": "schedules",
                  "dependsOnOrder": false,
                  "placements": [
                    {
                      "namespace": "shop",
                      "workload": "Pod web",
                      "pod": "web",
                      "node": "general-0",
                      "nodeGroup": "general"
                    }
                  ],
                  "unplaced": []
                },
            """);
  }

  @Test
  void aPodThatNoNodeHasRoomForExitsWithOneAndTheSchedulersReason() throws IOException {
    Ran ran = place(CLUSTER, pod("huge", "5"), "place", "-f", "env.yaml", "--format", "json", "-");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains(
            """
                  "unplaced": [
                    {
                      "namespace": "shop",
                      "workload": "Pod huge",
                      "pods": 1,
                      "reason": "0/2 nodes are available: 2 Insufficient cpu."
                    }
                  ]
            """);
  }

  @Test
  void onlyScenariosThatMustHoldMakeItFail() throws IOException {
    String stream = deployment("web", 2, "3");

    assertThat(place(CLUSTER, stream, "place", "-f", "env.yaml", "-").exit()).isEqualTo(1);
    Ran ran = place(CLUSTER + "scenarios: [as-declared]\n", stream, "place", "-f", "env.yaml", "-");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("When node 'general-0' is drained.").doesNotContain("must");
  }

  @Test
  void everyWorkloadThatADrainLeavesWithoutANodeIsToldSoThatAWaiverHidesNoOther()
      throws IOException {
    String waived =
        CLUSTER
            + """
            scenarios: [node-drained]
            waivers:
              - {rule: placement-node-drained, kind: Deployment, name: a, reason: it may be away}
            """;
    String both = deployment("a", 1, "3") + deployment("b", 1, "3");

    Ran one = place(waived, both, "check", "-f", "env.yaml", "-");
    Ran shown = place(waived, both, "place", "-f", "env.yaml", "-");

    assertThat(one.exit()).isEqualTo(1);
    assertThat(one.out())
        .contains(
            "waived placement-node-drained: When node 'general-0' is drained, no node is found for"
                + " 1 pod of it: 0/2 nodes are available: 1 Insufficient cpu, 1 node(s) were"
                + " unschedulable.",
            "error placement-node-drained: When node 'general-1' is drained");
    assertThat(shown.exit()).isEqualTo(1);
    assertThat(shown.out()).contains("waived for Deployment shop/a: it may be away");
  }

  @Test
  void whatIsWaivedDoesNotMakeItFail() throws IOException {
    String waived =
        CLUSTER
            + """
            waivers:
              - {rule: placement-node-drained, kind: Deployment, reason: one node is enough}
              - {rule: placement-rolling-update, kind: Deployment, reason: one node is enough}
            """;

    Ran ran = place(waived, deployment("web", 2, "3"), "place", "-f", "env.yaml", "-");

    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("it must hold", "waived for Deployment shop/web:");
  }

  @Test
  void aClusterWithoutNodesCannotHoldAnything() throws IOException {
    Ran ran =
        place(
            "environment: shop-prod\ncluster: {name: prod, kubernetes: \"1.34\", nodeGroups: []}\n",
            pod("web", "1"),
            "place",
            "-f",
            "env.yaml",
            "-");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("Nothing can be placed on cluster 'prod': it declares no node group.");
  }

  @Test
  void aScenarioThatThereIsNotIsRefused() throws IOException {
    Ran ran = place(CLUSTER + "scenarios: [node-draind]\n", "", "place", "-f", "env.yaml");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("node-draind", "Did you mean 'node-drained'?");
  }
}
