package dev.slipway.check.rule;

import dev.slipway.check.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every rule. Only those are loaded that can have something to say of what is there. */
public final class Rules {
  private static final Set<String> MAKE_PODS =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "Job",
          "Pod",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet");

  /** Null where every rule is meant. */
  private final @Nullable Set<String> kinds;

  private final List<Rule> rules = new ArrayList<>();

  private Rules(@Nullable Set<String> kinds) {
    this.kinds = kinds;
    ofAnything();
    ofSchema();
    if (has("ClusterRole") || has("ClusterRoleBinding") || has("Role")) {
      ofRights();
    }
    if (has("Service")) {
      ofServices();
    }
    if (has("PodDisruptionBudget")) {
      ofBudgets();
    }
    if (has("NetworkPolicy")) {
      ofNetworkPolicies();
    }
    if (has("ConfigMap") || has("Secret")) {
      ofData();
    }
    if (has("Ingress") || has("HTTPRoute") || has("GRPCRoute")) {
      ofIngresses();
    }
    if (has("Certificate") || has("CertificateRequest") || has("Gateway") || has("Ingress")) {
      rules.add(new DanglingIssuer());
    }
    if (has("PodMonitor") || has("ServiceMonitor")) {
      ofMonitors();
    }
    if (has("HorizontalPodAutoscaler") || has("ScaledObject") || has("VerticalPodAutoscaler")) {
      ofAutoscalers();
    }
    if (has("HyperbytedbCluster")) {
      rules.add(new HyperbytedbReplicas());
    }
    if (has("PersistentVolumeClaim")) {
      ofClaims();
    }
    if (has("HyperbytedbCluster") || has("PodMonitor") || has("ServiceMonitor")) {
      rules.add(new ScrapedTwice());
    }
    if (has("CronJob") || has("Job")) {
      rules.add(new JobRestartPolicy());
    }
    if (has("HyperbytedbCluster") || makesPods()) {
      ofImages();
    }
    if (makesPods()) {
      ofPods();
      ofWorkloads();
    }
  }

  /** Every rule, in the order of their ids. */
  public static List<Rule> all() {
    List<Rule> all = new Rules(null).rules;
    all.sort((a, b) -> a.id().compareTo(b.id()));
    return List.copyOf(all);
  }

  /** The rules that can have something to say where there are objects of these kinds. */
  public static List<Rule> about(Set<String> kinds) {
    return new Rules(kinds).rules;
  }

  /** The ids of every rule, in their order. */
  public static List<String> ids() {
    return all().stream().map(Rule::id).toList();
  }

  /** The rule of an id. */
  public static Optional<Rule> named(String id) {
    for (Rule rule : all()) {
      if (rule.id().equals(id)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private boolean has(String kind) {
    return kinds == null || kinds.contains(kind);
  }

  private boolean makesPods() {
    if (kinds != null) {
      for (String kind : kinds) {
        if (MAKE_PODS.contains(kind)) {
          return true;
        }
      }
    }
    return kinds == null;
  }

  /** The rules of placement look at what was declared for nobody's pods, too. */
  private void ofAnything() {
    rules.add(new AsGiven());
    rules.add(new LegalNames());
    rules.add(new PlacementAsDeclared());
    rules.add(new PlacementAutoscalersAtMaximum());
    rules.add(new PlacementNodeDrained());
    rules.add(new PlacementNodeGroupsAtMaximum());
    rules.add(new PlacementRollingUpdate());
    rules.add(new PlacementTwoTrainers());
    rules.add(new PlacementZoneLost());
    rules.add(new RequiredLabels());
    rules.add(new RetiredPodSecurityPolicy());
    rules.add(new UnclearAnnotation());
    rules.add(new UnusedWaiver());
  }

  private void ofSchema() {
    rules.add(new MissingField());
    rules.add(new UnknownField());
    rules.add(new UnservedKind());
    rules.add(new WrongValue());
  }

  private void ofRights() {
    rules.add(new ClusterWideSecrets());
    rules.add(new EscalatingRole());
    rules.add(new WildcardRole());
  }

  private void ofServices() {
    rules.add(new DanglingService());
    rules.add(new MixedService());
    rules.add(new ServiceTargetPort());
  }

  private void ofBudgets() {
    rules.add(new BlockingBudget());
    rules.add(new DanglingBudget());
    rules.add(new OverlappingBudgets());
  }

  private void ofNetworkPolicies() {
    rules.add(new DanglingNetworkPolicy());
    rules.add(new NetworkPolicyPort());
  }

  private void ofData() {
    rules.add(new CertificateInConfigMap());
    rules.add(new LiteralSecret());
    rules.add(new SecretInConfigMap());
    rules.add(new UnusedSecret());
  }

  private void ofIngresses() {
    rules.add(new DanglingIngress());
    rules.add(new IngressPort());
  }

  private void ofMonitors() {
    rules.add(new DanglingMonitor());
    rules.add(new MonitorPort());
  }

  private void ofAutoscalers() {
    rules.add(new AutoscaledReplicas());
    rules.add(new DanglingAutoscaler());
    rules.add(new TwoAutoscalers());
  }

  private void ofImages() {
    rules.add(new DanglingReference());
    rules.add(new ImageTag());
  }

  private void ofPods() {
    rules.add(new DuplicateVariable());
    rules.add(new GracePeriod());
    rules.add(new HastyLiveness());
    rules.add(new NodeSelector());
    rules.add(new PodSecurityLevel());
    rules.add(new PreStopSleep());
    rules.add(new ProbePort());
    rules.add(new RequiredResources());
    rules.add(new ResourceRequests());
    rules.add(new SecretInEnv());
    rules.add(new SecretInProbe());
    rules.add(new SpreadSelector());
    rules.add(new UndeclaredPort());
    rules.add(new WritableRoot());
  }

  private void ofWorkloads() {
    rules.add(new AzureIdentity());
    rules.add(new BudgetQuorum());
    rules.add(new GoverningService());
    rules.add(new MismatchedSelector());
    rules.add(new OverlappingSelectors());
    rules.add(new ProgressDeadline());
  }

  private void ofClaims() {
    rules.add(new ExclusiveVolume());
    rules.add(new SharedClaim());
  }
}
