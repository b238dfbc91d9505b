package dev.slipway.cluster;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what in a cluster cannot be, or not together. */
final class ClusterContradictions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  private final Cluster cluster;
  private final Problems problems = new Problems();

  ClusterContradictions(Cluster cluster) {
    this.cluster = cluster;
  }

  List<Problem> all() {
    names();
    distributionAndCloud();
    whereAndCloud();
    podNetwork();
    for (NodeGroup group : cluster.nodeGroups()) {
      machine(group);
    }
    for (NodeGroup group : cluster.nodeGroups()) {
      zones(group);
    }
    return problems.all();
  }

  private void names() {
    if (!NAME.matcher(cluster.name()).matches()) {
      problems.add(
          "'%s' is no name of a cluster.".formatted(cluster.name()),
          "Write 1 to 100 letters, digits, '-' and '_', beginning with a letter or digit.",
          "name");
    }
    Optional<String> wrongDnsDomain = Names.subdomain(cluster.dnsDomain());
    if (wrongDnsDomain.isPresent()) {
      problems.add(
          "The DNS domain '%s' %s.".formatted(cluster.dnsDomain(), wrongDnsDomain.get()),
          "Write it without dots at its ends, such as cluster.local.",
          "dnsDomain");
    }
    Set<String> seen = new HashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    for (NodeGroup group : cluster.nodeGroups()) {
      if (!seen.add(group.name())) {
        twice.add(group.name());
      }
    }
    for (String group : twice) {
      problems.add(
          "There are two node groups '%s'.".formatted(group),
          "Give each a name of its own.",
          "nodeGroups");
    }
  }

  private void distributionAndCloud() {
    Distribution distribution = cluster.distribution();
    Cloud only = distribution.cloud().orElse(cluster.cloud());
    if (only != cluster.cloud()) {
      problems.add(
          "Distribution %s runs on %s, and the cloud is %s."
              .formatted(distribution.id(), only.id(), cluster.cloud().id()),
          "Change the one or the other.",
          "cloud",
          "distribution");
    }
  }

  private void whereAndCloud() {
    where("an AWS account", "aws", cluster.aws(), Cloud.AWS);
    where("a Google Cloud project", "gcp", cluster.gcp(), Cloud.GCP);
    where("an Azure subscription", "azure", cluster.azure(), Cloud.AZURE);
  }

  private void where(String what, String field, Optional<?> place, Cloud of) {
    if (place.isPresent() && cluster.cloud() != of) {
      problems.add(
          "It is given %s, and its cloud is %s.".formatted(what, cluster.cloud().id()),
          "Leave that out, or give cloud: %s.".formatted(of.id()),
          field,
          "cloud",
          "distribution");
    }
  }

  private void podNetwork() {
    Optional<PodNetwork> network = cluster.podNetwork();
    if (network.isPresent() && cluster.distribution() != Distribution.AKS) {
      problems.add(
          "Pod network %s is one of AKS, and the distribution is %s."
              .formatted(network.get().id(), cluster.distribution().id()),
          "Leave it out; where it limits the pods of a node, give the node group's maximum.",
          "podNetwork",
          "distribution");
    }
  }

  private void machine(NodeGroup group) {
    if (group.machine().isEmpty()) {
      return;
    }
    MachineType machine = group.machine().get();
    Cloud of = machine.cloud().orElse(cluster.cloud());
    if (of != cluster.cloud()) {
      in(
          group,
          FieldPath.of("machine"),
          "Machine type '%s' is one of %s, and the cluster's cloud is %s."
              .formatted(machine.name(), of.id(), cluster.cloud().id()),
          "Give a machine type of the cluster's cloud, or a size such as {cpu: 8, memory: 32Gi,"
              + " pods: 58}.");
    }
  }

  private void zones(NodeGroup group) {
    for (String zone : group.zones()) {
      FieldPath place = FieldPath.of("zones", zone);
      Optional<String> wrong = Zones.wrong(cluster.cloud(), zone);
      if (wrong.isPresent()) {
        in(
            group,
            place,
            "Zone '%s' %s.".formatted(zone, wrong.get()),
            "Write the zone's full name.");
        continue;
      }
      Optional<String> region = Zones.region(cluster.cloud(), zone);
      Optional<String> declared = declaredRegion();
      if (region.isEmpty() && cluster.cloud() == Cloud.AZURE && declared.isEmpty()) {
        in(
            group,
            place,
            "Zone '%s' is of no region that is declared.".formatted(zone),
            "Write it with its region, such as westeurope-%s, or declare the region."
                .formatted(zone));
      }
      if (region.isPresent() && declared.isPresent() && !declared.equals(region)) {
        in(
            group,
            place,
            "Zone '%s' is in region %s, and the cluster is in %s."
                .formatted(zone, region.get(), declared.get()),
            "Give zones of the cluster's region.");
      }
    }
  }

  private Optional<String> declaredRegion() {
    if (cluster.aws().isPresent()) {
      return Optional.of(cluster.aws().get().region());
    }
    return cluster.azure().isPresent() ? cluster.azure().get().region() : Optional.empty();
  }

  private void in(NodeGroup group, FieldPath field, String message, String remedy) {
    problems.add(
        Problem.of(message, remedy)
            .about(List.of(field))
            .below(FieldPath.of("nodeGroups", group.name()))
            .in("node group '" + group.name() + "'"));
  }
}
