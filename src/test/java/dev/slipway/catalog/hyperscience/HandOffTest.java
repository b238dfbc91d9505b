package dev.slipway.catalog.hyperscience;

import static dev.slipway.catalog.hyperscience.Installations.names;
import static dev.slipway.catalog.hyperscience.Installations.plan;
import static dev.slipway.catalog.hyperscience.Installations.prerequisites;
import static dev.slipway.catalog.hyperscience.Installations.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backing.ImageRegistry;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.network.Ingress;
import dev.slipway.render.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operator of the vendor's chart is told, and what stands there without it. */
class HandOffTest {
  private static final Blocks BLOCKS =
      new Blocks(List.of("blocks:40.1.2"), Quantity.of(6), Quantity.of("16Gi"), 20);

  @Test
  void theSheetHasTheFactsThatTheChartsValuesAskFor() {
    Plan plan = plan(Installations.eks("1.32").build(), prerequisites().blocks(BLOCKS));

    assertThat(sheet(plan))
        .isEqualTo(
            """
            # hs: what the values.yaml of the vendor's chart asks for

            Namespace: `hs`

            ## Database

            - Engine: PostgreSQL database 16
            - Endpoint: db.example.com
            - Port: 5432
            - Name: forms
            - User: hs
            - Password: key 'password' of Secret 'hs-db'

            ## File store

            - S3 bucket 'hs-files' in eu-west-1
            - It must never expire current versions of files; what was deleted may go.

            ## Images

            - Registry: 123456789012.dkr.ecr.eu-west-1.amazonaws.com
            - Repository: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/forms
            - Repository: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer
            - Repository: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/operator
            - Repository: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/blocks
            - Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/blocks:40.1.2
            - The images of the platform, the trainer and the operator are the vendor's.

            ## Service accounts

            - Platform and blocks: `hs-platform`
            - Trainer: `hs-trainer`
            - HyperOperator: `hs-operator`

            Blocks read and write the file store: the HyperOperator must give their pods the service account `hs-platform`.
            The accounts are there already: have the chart use them, and make none of its own.

            ## Pods of the chart, and blocks

            - The namespace enforces Pod Security level `baseline`: no privileged containers, no host namespaces, ports or paths, and no capability beyond those that the level names.
            - Containers may add the capabilities SETUID and SETGID, and no others.
            - Let them drop `ALL` others: a container that does not is let in, with all that the container runtime gives it.
            - They run as a user other than 0 (`runAsNonRoot: true`), with `allowPrivilegeEscalation: true`, by which the second user comes about, and with the runtime's own seccomp profile.
            - They mount volumes of the types configMap, emptyDir, persistentVolumeClaim, projected, secret.

            ## Network

            - Nobody reaches a pod from outside of the namespace, an Ingress of the chart's included. Say where its controller is with `chart: {ingressFrom: …}`.
            - The trainer's pods reach all that the platform's do: nothing tells which they are.

            ## Nodes

            - Platform and blocks: nodeSelector `hs-component: platform`
            - Trainer: nodeSelector `hs-component: trainer`
              - tolerates `dedicated=trainer:NoSchedule`
            - Room kept for blocks on the platform nodes together: 6 cores, 16Gi of memory, 20 pods
            """);
  }

  @Test
  void everyImageThatMustBeCopiedIsListedOnce() {
    Plan plan =
        plan(
            Installations.eks("1.32").build(),
            whole().trainer(Trainer.of("trainer:41.0.0").version("41")).blocks(BLOCKS));

    assertThat(sheet(plan).lines().filter(line -> line.startsWith("- Image to copy: ")))
        .containsExactly(
            "- Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/forms:40.1.2",
            "- Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer:40.1.2",
            "- Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/trainer:41.0.0",
            "- Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/operator:40.1.2",
            "- Image to copy: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/blocks:40.1.2");
  }

  @Test
  void onAzureBlocksNeedTheLabelThatInjects() {
    Cluster aks =
        Cluster.builder("prod")
            .cloud(Cloud.AZURE)
            .distribution(Distribution.AKS)
            .kubernetes("1.32")
            .azure(
                AzureSubscription.of(
                        "11111111-2222-3333-4444-555555555555",
                        "hs",
                        "66666666-7777-8888-9999-000000000000")
                    .withOidcIssuer("https://westeurope.oic.prod-aks.azure.com/t/i/"))
            .nodeGroups(
                List.of(
                    Installations.platformGroup("Standard_D8s_v5", 2),
                    Installations.trainerGroup("Standard_D16s_v5", 1)))
            .build();

    Plan plan =
        plan(
            aks,
            prerequisites()
                .fileStore(Installations.sharedVolume())
                .registry(
                    ImageRegistry.acr("hsregistry")
                        .repositories("forms", "trainer", "operator", "blocks")
                        .build())
                .identity(Identity.azure("77777777-8888-9999-0000-111111111111")));

    assertThat(sheet(plan))
        .contains(
            "the HyperOperator must give their pods the service account `hs-platform` and the label"
                + " `azure.workload.identity/use: true`.");
  }

  @Test
  void prerequisitesHaveNoWorkloadAndEverythingThatWorkloadsStandOn() {
    Plan plan = plan(Installations.eks("1.32").build(), prerequisites());

    assertThat(names(plan, "Deployment")).isEmpty();
    assertThat(names(plan, "Service")).isEmpty();
    assertThat(names(plan, "Namespace")).containsExactly("hs");
    assertThat(names(plan, "ServiceAccount"))
        .containsExactly("hs-operator", "hs-platform", "hs-trainer");
    assertThat(names(plan, "Role")).containsExactly("hs-operator");
    assertThat(names(plan, "NetworkPolicy")).containsExactly("hs-blocks");
    assertThat(
            Installations.object(plan, "NetworkPolicy", "hs-blocks")
                .mapping("spec")
                .get("podSelector"))
        .hasToString("{}");
  }

  @Test
  void theSheetSaysWhatPoliciesExpectOfTheChartsPods() {
    Plan plan =
        plan(
            Installations.eks("1.32").build(),
            prerequisites()
                .exactSecurity()
                .chart(
                    VendorChart.UNKNOWN
                        .platformPods(Map.of("app", "forms"))
                        .trainerPods("app", "trainer")
                        .ingressFrom(Map.of("kubernetes.io/metadata.name", "ingress-nginx"))));

    assertThat(sheet(plan))
        .contains(
            "- Containers may add the capabilities SETUID and SETGID, and a policy refuses all"
                + " others.\n")
        .contains(
            """
            ## Network

            - Only pods of namespaces with `kubernetes.io/metadata.name: ingress-nginx` reach the platform's pods from outside of the namespace.
            - The platform's pods must carry `app: forms`, and no others may.
            - The trainer's pods must carry `app: trainer`; they reach the platform and nothing else.
            """);
  }

  @Test
  void whereAPolicyDropsCapabilitiesItselfNobodyIsAskedTo() {
    Plan plan =
        plan(
            Installations.ofOnesOwn(Distribution.OPENSHIFT, "1.32"), Installations.onOwnMachines());

    assertThat(sheet(plan)).contains("SETUID and SETGID").doesNotContain("Let them drop");
  }

  @Test
  void outsideTrafficComesOnlyWhereAnIngressIsDeclared() {
    Cluster eks = Installations.eks("1.32").build();

    assertThat(names(plan(eks, whole()), "Ingress")).isEmpty();
    assertThat(
            Installations.object(plan(eks, whole()), "NetworkPolicy", "hs-platform")
                .mapping("spec")
                .seq("ingress")
                .toString())
        .doesNotContain("namespaceSelector");
    Plan open =
        plan(eks, whole().ingress(Ingress.host("forms.example.com").tls("forms-tls").build()));
    assertThat(names(open, "Ingress")).containsExactly("hs-platform");
  }

  @Test
  void anIngressWhoseControllerIsAnywhereIsAWarning() {
    Cluster eks = Installations.eks("1.32").build();
    Ingress.Builder ingress = Ingress.host("forms.example.com").tls("forms-tls");
    String rule = "hyperscience-ingress-reach";

    assertThat(Installations.notices(plan(eks, whole().ingress(ingress.build())), rule))
        .containsExactly(
            "WARNING: Every pod of the cluster may reach the platform: where the ingress controller"
                + " is nobody has said. Give the labels of the controller's namespace as ingress:"
                + " {controllerNamespace: …}.");
    assertThat(
            Installations.notices(
                plan(
                    eks,
                    whole()
                        .ingress(
                            ingress
                                .controllerNamespace(
                                    Map.of("kubernetes.io/metadata.name", "ingress-nginx"))
                                .build())),
                rule))
        .isEmpty();
  }

  @Test
  void aPodThatNoPolicyIsForIsLetNeitherInNorOut() {
    Mapping everyPod =
        Installations.object(
                plan(Installations.eks("1.32").build(), whole()), "NetworkPolicy", "hs-default")
            .mapping("spec");

    assertThat(everyPod.get("podSelector")).isEqualTo(Mapping.EMPTY);
    assertThat(everyPod.seq("policyTypes")).hasToString("[Ingress, Egress]");
    assertThat(everyPod.has("ingress")).isFalse();
    assertThat(everyPod.seq("egress").size()).as("name look-ups alone").isEqualTo(1);
  }

  private static String sheet(Plan plan) {
    return plan.documents().stream()
        .filter(document -> document.fileName().endsWith("hand-off.md"))
        .map(document -> document.content().known().orElseThrow())
        .findFirst()
        .orElseThrow();
  }
}
