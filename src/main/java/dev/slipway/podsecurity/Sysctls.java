package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets no sysctl that reaches beyond the pod. */
final class Sysctls implements Control {
  private static final Set<String> SAFE =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_unprivileged_port_start");
  private static final Set<String> SAFE_1_27 = with(SAFE, "net.ipv4.ip_local_reserved_ports");
  private static final Set<String> SAFE_1_29 =
      with(
          SAFE_1_27,
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes");
  private static final Set<String> SAFE_1_32 =
      with(SAFE_1_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

  @Override
  public String id() {
    return "sysctls";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "forbidden sysctls";
  }

  @Override
  public String summary() {
    return "Sysctls are those that reach no further than their pod.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(0, pod -> check(pod, SAFE)),
        Revision.since(27, pod -> check(pod, SAFE_1_27)),
        Revision.since(29, pod -> check(pod, SAFE_1_29)),
        Revision.since(32, pod -> check(pod, SAFE_1_32)));
  }

  private Optional<Violation> check(PodTemplate pod, Set<String> safe) {
    Part whole = pod.whole();
    List<String> forbidden = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>();
    Seq sysctls = whole.securityContext().seq("sysctls");
    for (int i = 0; i < sysctls.size(); i++) {
      String name = sysctls.get(i) instanceof Mapping entry ? Fields.string(entry, "name") : "";
      if (!safe.contains(name)) {
        forbidden.add(name);
        fields.add(whole.at("sysctls").index(i).key("name"));
      }
    }
    return forbidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                "the pod sets " + Offenders.quoted(forbidden),
                fields,
                "Set it on the nodes, or do without: allowed are %s."
                    .formatted(Offenders.listed(safe.stream().sorted().toList()))));
  }

  private static Set<String> with(Set<String> safe, String... more) {
    Set<String> both = new HashSet<>(safe);
    both.addAll(List.of(more));
    return Set.copyOf(both);
  }
}
