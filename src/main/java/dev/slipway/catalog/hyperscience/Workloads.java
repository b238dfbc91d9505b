package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.RbacRule;
import dev.slipway.app.Rollout;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Workload;
import dev.slipway.backing.Binding;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Exposure;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
import dev.slipway.security.SecurityProfileBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Hyperscience's workloads: the platform, its trainers and the HyperOperator. */
final class Workloads {
  static final String PLATFORM = "platform";
  static final String OPERATOR = "operator";

  /** The user that the trainer's storage belongs to; the platform's images run as it too. */
  private static final int USER = 1000;

  /** The types of volumes that the page names. */
  static final List<String> VOLUMES =
      List.of("configMap", "emptyDir", "persistentVolumeClaim", "secret");

  private static final String PORT_NAME = "http";

  private final Hyperscience system;

  Workloads(Hyperscience system) {
    this.system = system;
  }

  void addTo(Application.Builder application) {
    system.platform().ifPresent(platform -> application.workload(platform(platform)));
    system.trainers().forEach(trainer -> application.workload(trainer(trainer)));
    system
        .operator()
        .filter(operator -> operator.image().isPresent())
        .ifPresent(operator -> application.workload(operator(operator)));
  }

  /**
   * What Hyperscience needs of pod security, from "PodSecurityPolicy" in its page "Kubernetes": a
   * second user, and so SETUID and SETGID. Pods that somebody else starts run as a user of their
   * own.
   */
  static SecurityProfile security() {
    return demanded().build();
  }

  private static SecurityProfile ofWorkloads() {
    return demanded().runAsUser(USER).runAsGroup(USER).fsGroup(USER).idsOnOpenShift().build();
  }

  private static SecurityProfileBuilder demanded() {
    return SecurityProfile.builder()
        .addCapabilities("SETUID", "SETGID")
        .anyFsGroup()
        .allowPrivilegeEscalation(true)
        .readOnlyRootFilesystem(false)
        .runAsNonRoot(true)
        .volumeTypes(VOLUMES.toArray(new String[0]));
  }

  private Workload platform(Platform platform) {
    PortRef port = PortRef.of(PORT_NAME);
    Probe probe = platform.probe().orElse(Probe.tcp(port));
    Container container =
        Container.builder(PLATFORM, image(platform.image()))
            .port(PORT_NAME, platform.port())
            .resources(platform.resources())
            .startup(probe.every(Duration.ofSeconds(10)).failingAfter(30))
            // Out of its Service first: one that is only busy gets less to do, and is not killed.
            .liveness(probe.failingAfter(2 * probe.failureThreshold().orElse(3)))
            .readiness(probe)
            .build();
    Workload.Builder workload =
        Workload.deployment(PLATFORM)
            .container(container)
            .replicas(platform.replicas())
            .onNodeGroup(system.platformGroup())
            .security(ofWorkloads())
            .serviceAccount(system.platformAccount())
            .uses(database())
            .uses(fileStore())
            .expose(Exposure.clusterIp().port(PORT_NAME, 80).build())
            .network(
                NetworkAccess.closed()
                    .from(Peer.pods(Map.of()), PolicyPort.tcp(platform.port()))
                    .to(ownNamespace()));
    if (system.ingress().isPresent()) {
      workload.ingress(system.ingress().get());
    }
    pullSecrets(workload);
    return workload.build();
  }

  /** A trainer talks to the platform's API and to nothing else. */
  private Workload trainer(Trainer trainer) {
    Volume scratch = Volume.scratch("work", trainer.storage());
    Platform platform = system.platform().orElseThrow();
    Container container =
        Container.builder("trainer", image(trainer.image()))
            .env(EnvVar.field("POD_NAME", "metadata.name"))
            .resources(trainer.resources().ephemeralStorage(trainer.storage()))
            .mount(Mount.writable(scratch, "/var/lib/trainer"))
            .build();
    Workload.Builder workload =
        Workload.deployment(trainer.workload())
            .container(container)
            .replicas(1)
            // It takes most of its node: a new one has no room beside the old one.
            .rollout(Rollout.rolling("0", "1"))
            .onNodeGroup(system.trainerGroup())
            .security(ofWorkloads())
            .serviceAccount(ServiceAccount.of("trainer"))
            .network(
                NetworkAccess.closed()
                    .to(
                        new Egress(
                            List.of(Peer.pods(componentLabels(PLATFORM))),
                            List.of(PolicyPort.tcp(platform.port())),
                            "the platform's API")));
    pullSecrets(workload);
    return workload.build();
  }

  private Workload operator(HyperOperator operator) {
    Container container =
        Container.builder(OPERATOR, image(operator.image().orElseThrow()))
            .env(EnvVar.field("POD_NAMESPACE", "metadata.namespace"))
            .resources(operator.resources())
            .build();
    Workload.Builder workload =
        Workload.deployment(OPERATOR)
            .container(container)
            .replicas(1)
            // Two of them at once would both act on the same blocks.
            .rollout(Rollout.recreate())
            .onNodeGroup(system.platformGroup())
            .security(ofWorkloads())
            .serviceAccount(operatorAccount(operator.rules()))
            .network(NetworkAccess.closed().to(ownNamespace()));
    pullSecrets(workload);
    return workload.build();
  }

  static ServiceAccount operatorAccount(List<RbacRule> rules) {
    return ServiceAccount.of(OPERATOR).may(rules.toArray(new RbacRule[0]));
  }

  static Egress ownNamespace() {
    return new Egress(List.of(Peer.pods(Map.of())), List.of(), "the rest of Hyperscience");
  }

  private Map<String, String> componentLabels(String component) {
    return Map.of(
        "app.kubernetes.io/name",
        Hyperscience.SOFTWARE,
        "app.kubernetes.io/instance",
        system.name(),
        "app.kubernetes.io/component",
        component);
  }

  private Text image(String repositoryAndTag) {
    return Images.of(system.registry(), repositoryAndTag).reference();
  }

  private Binding database() {
    return system.database().binding(system.names().database());
  }

  private Binding fileStore() {
    return FileStores.binding(system);
  }

  private void pullSecrets(Workload.Builder workload) {
    system.registry().imagePullSecrets().forEach(workload::imagePullSecret);
  }
}
