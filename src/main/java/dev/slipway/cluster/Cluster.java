package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as its owner declares it: what it is, which version, and which node groups it has.
 *
 * @param installed what was installed in it, as declared; {@link #has} also knows what comes with
 *     the distribution
 * @param nodeGroups each of another name; none for a cluster whose nodes are not known
 * @param aws where it is, if it is on AWS and that is known
 * @param gcp where it is, if it is on Google Cloud and that is known
 * @param azure where it is, if it is on Azure and that is known
 * @param podNetwork where the pods of an AKS cluster get their addresses from, if that is known
 * @param dnsDomain what the names of Services end with
 */
public record Cluster(
    String name,
    Cloud cloud,
    Distribution distribution,
    KubernetesVersion version,
    Set<Api> installed,
    List<NodeGroup> nodeGroups,
    Optional<AwsAccount> aws,
    Optional<GcpProject> gcp,
    Optional<AzureSubscription> azure,
    Optional<PodNetwork> podNetwork,
    String dnsDomain) {

  public Cluster {
    installed = Collections.unmodifiableSet(new LinkedHashSet<>(installed));
    nodeGroups = List.copyOf(nodeGroups);
  }

  /** A cluster of a name: letters, digits, '-' and '_', at most 100 characters. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Whether an API is there, installed or as part of the distribution. */
  public boolean has(Api api) {
    return installed.contains(api) || builtIn().contains(api);
  }

  /** Every API that is there beside Kubernetes' own. */
  public Set<Api> apis() {
    Set<Api> all = new LinkedHashSet<>(installed);
    all.addAll(builtIn());
    return Collections.unmodifiableSet(all);
  }

  private List<Api> builtIn() {
    return switch (distribution) {
      case EKS, KUBERNETES -> List.of();
      case GKE, AKS -> List.of(Api.METRICS_SERVER, Api.VOLUME_SNAPSHOTS);
      case GKE_AUTOPILOT -> List.of(Api.METRICS_SERVER, Api.VOLUME_SNAPSHOTS, Api.GATEWAY_API);
      case OPENSHIFT -> List.of(Api.METRICS_SERVER, Api.PROMETHEUS_OPERATOR, Api.VOLUME_SNAPSHOTS);
      case RANCHER -> List.of(Api.METRICS_SERVER);
    };
  }

  /** The cloud's region, as far as it is declared or the zones tell. */
  public Optional<String> region() {
    if (aws.isPresent()) {
      return Optional.of(aws.get().region());
    }
    if (azure.isPresent() && azure.get().region().isPresent()) {
      return azure.get().region();
    }
    for (NodeGroup group : nodeGroups) {
      for (String zone : group.zones()) {
        Optional<String> region = Zones.region(cloud, zone);
        if (region.isPresent()) {
          return region;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The node group of a name.
   *
   * @throws InvalidInputException if the cluster has none
   */
  public NodeGroup nodeGroup(String group) {
    for (NodeGroup candidate : nodeGroups) {
      if (candidate.name().equals(group)) {
        return candidate;
      }
    }
    throw unknown(group);
  }

  private InvalidInputException unknown(String group) {
    List<String> names = nodeGroups.stream().map(NodeGroup::name).toList();
    return new InvalidInputException(
        Problem.of(
            "There is no node group '%s'; cluster '%s' has %s."
                .formatted(group, name, Choices.quoted(names)),
            Choices.orElse(
                Suggestions.didYouMean(group, names), "Declare it, or name one that there is.")));
  }

  /** Every node there is when each group has as many as it has at least. */
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    for (NodeGroup group : nodeGroups) {
      nodes.addAll(nodes(group, group.count().min()));
    }
    return Collections.unmodifiableList(nodes);
  }

  /** Every node there is when each group has as many as an autoscaler may make of it. */
  public List<Node> nodesAtMost() {
    List<Node> nodes = new ArrayList<>();
    for (NodeGroup group : nodeGroups) {
      nodes.addAll(nodes(group, group.count().max()));
    }
    return Collections.unmodifiableList(nodes);
  }

  /** The first so many nodes of one of this cluster's groups. */
  public List<Node> nodes(NodeGroup group, int count) {
    NodeFactory factory = new NodeFactory(this, group);
    List<Node> nodes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      nodes.add(factory.node(i));
    }
    return Collections.unmodifiableList(nodes);
  }

  /** What each node of one of this cluster's groups has for pods. */
  public Allocatable allocatable(NodeGroup group) {
    return new NodeFactory(this, group).allocatable();
  }

  /**
   * The disk for ephemeral storage of each node of one of this cluster's groups: what is declared,
   * or what the distribution usually has.
   */
  public Quantity disk(NodeGroup group) {
    return group.disk().orElse(NodeFactory.reserve(this).usualDisk());
  }

  /** The groups that have, or may come to have, a node with every one of the labels. */
  public List<NodeGroup> groupsMatching(Map<String, String> selector) {
    List<NodeGroup> matching = new ArrayList<>();
    for (NodeGroup group : nodeGroups) {
      for (Node node : nodes(group, group.count().max())) {
        if (node.matches(selector)) {
          matching.add(group);
          break;
        }
      }
    }
    return Collections.unmodifiableList(matching);
  }

  /**
   * What to tell somebody whose node selector matches none of the groups.
   *
   * @param selector the labels that were asked for
   */
  public Problem noGroupMatches(Map<String, String> selector) {
    String groups =
        nodeGroups.stream()
            .map(group -> "'%s' has %s".formatted(group.name(), written(group.labels())))
            .collect(Collectors.joining(", "));
    List<String> candidates =
        nodeGroups.stream().flatMap(group -> pairs(group.labels()).stream()).distinct().toList();
    String meant =
        pairs(selector).stream()
            .filter(pair -> !candidates.contains(pair))
            .map(pair -> Suggestions.didYouMean(pair, candidates))
            .filter(sentence -> !sentence.isEmpty())
            .findFirst()
            .map(sentence -> sentence + " Or a group lacks the label. ")
            .orElse("");
    return Problem.of(
        "No node of cluster '%s' has %s%s."
            .formatted(name, written(selector), groups.isEmpty() ? "" : "; group " + groups),
        meant + distribution.howToLabelNodes());
  }

  private static String written(Map<String, String> labels) {
    return labels.isEmpty() ? "no labels" : String.join(" and ", pairs(labels));
  }

  private static List<String> pairs(Map<String, String> labels) {
    return labels.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  /**
   * What is allowed here and yet will surprise somebody: groups that no selector can tell apart,
   * nodes that the provider chooses, figures that rest on a guess, a version that is too new.
   */
  public List<ClusterWarning> warnings() {
    return new ClusterWarnings(this).all();
  }

  /** Collects what a cluster is, and what is wrong with it. Not thread-safe. */
  public static final class Builder {
    private final Problems problems = new Problems();
    private final String name;
    private final Set<Api> installed = new LinkedHashSet<>();
    private final List<NodeGroup> nodeGroups = new ArrayList<>();
    private @Nullable Cloud cloud;
    private @Nullable Distribution distribution;
    private @Nullable KubernetesVersion version;
    private boolean versionAsked;
    private @Nullable AwsAccount aws;
    private @Nullable GcpProject gcp;
    private @Nullable AzureSubscription azure;
    private @Nullable PodNetwork podNetwork;
    private String dnsDomain = "cluster.local";

    private Builder(String name) {
      this.name = name;
    }

    /** Whose machines it runs on; may be left out where the distribution tells. */
    public Builder cloud(Cloud whose) {
      cloud = whose;
      return this;
    }

    /** Which Kubernetes it is; may be left out for a plain one on machines of one's own. */
    public Builder distribution(Distribution which) {
      distribution = which;
      return this;
    }

    /** The version, such as {@code 1.32}; a patch release is understood and left out. */
    public Builder kubernetes(String minorVersion) {
      versionAsked = true;
      version = problems.collect(() -> KubernetesVersion.of(minorVersion));
      return this;
    }

    public Builder kubernetes(KubernetesVersion minorVersion) {
      versionAsked = true;
      version = minorVersion;
      return this;
    }

    /** What is installed beyond Kubernetes' own APIs. */
    public Builder installed(Api... apis) {
      installed.addAll(List.of(apis));
      return this;
    }

    /** What is installed beyond Kubernetes' own APIs, by name or API version. */
    public Builder installed(String... apis) {
      for (String written : apis) {
        @Nullable Api api = problems.collect(() -> Api.of(written));
        if (api != null) {
          installed.add(api);
        }
      }
      return this;
    }

    public Builder nodeGroup(NodeGroup group) {
      nodeGroups.add(group);
      return this;
    }

    public Builder nodeGroups(List<NodeGroup> groups) {
      nodeGroups.addAll(groups);
      return this;
    }

    public Builder aws(AwsAccount where) {
      aws = where;
      return this;
    }

    public Builder gcp(GcpProject where) {
      gcp = where;
      return this;
    }

    public Builder azure(AzureSubscription where) {
      azure = where;
      return this;
    }

    /** Where the pods of an AKS cluster get their addresses from. */
    public Builder podNetwork(PodNetwork network) {
      podNetwork = network;
      return this;
    }

    /** What the names of Services end with; {@code cluster.local} unless set. */
    public Builder dnsDomain(String domain) {
      dnsDomain = domain;
      return this;
    }

    /**
     * The cluster.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public Cluster build() {
      Cluster cluster = declared();
      checkIsSaid(cluster.cloud(), problems);
      problems.addAll(new ClusterContradictions(cluster).all());
      problems.throwIfAny("cluster '" + name + "'");
      return cluster;
    }

    /**
     * What was given, whatever contradicts itself in it: for finding what else is wrong.
     *
     * @throws InvalidInputException if it is not even said which Kubernetes it is
     */
    public Cluster unchecked() {
      Cluster cluster = declared();
      Problems unsaid = new Problems();
      checkIsSaid(cluster.cloud(), unsaid);
      unsaid.throwIfAny();
      return cluster;
    }

    private Cluster declared() {
      Distribution which = distribution == null ? Distribution.KUBERNETES : distribution;
      return new Cluster(
          name,
          cloud == null ? which.cloud().orElse(Cloud.NONE) : cloud,
          which,
          version == null ? new KubernetesVersion(0, 0) : version,
          installed,
          nodeGroups,
          Optional.ofNullable(aws),
          Optional.ofNullable(gcp),
          Optional.ofNullable(azure),
          Optional.ofNullable(podNetwork),
          dnsDomain);
    }

    private void checkIsSaid(Cloud whose, Problems unsaid) {
      if (!versionAsked) {
        unsaid.add(
            "Nothing says which version of Kubernetes it is.",
            "Give it, in quotes where it stands in YAML: \"1.34\".",
            "kubernetes");
      }
      if (version != null && version.compareTo(KubernetesVersion.OLDEST) < 0) {
        unsaid.add(
            "It is Kubernetes %s, and Slipway knows none before %s."
                .formatted(version, KubernetesVersion.OLDEST),
            "Upgrade the cluster.",
            "kubernetes");
      }
      if (distribution == null && whose != Cloud.NONE) {
        unsaid.add(
            "Nothing says which Kubernetes it is on %s.".formatted(whose.id()),
            "Give a distribution: %s.".formatted(String.join(", ", Distribution.ids())),
            "cloud",
            "distribution");
      }
    }
  }
}
