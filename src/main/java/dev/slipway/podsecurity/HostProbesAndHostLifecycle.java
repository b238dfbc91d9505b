package dev.slipway.podsecurity;

import dev.slipway.manifest.Mapping;
import java.util.List;
import java.util.Optional;

/** Has the kubelet call nobody but the pod itself. */
final class HostProbesAndHostLifecycle implements Control {
  private static final List<List<String>> HANDLERS =
      List.of(
          List.of("livenessProbe"),
          List.of("readinessProbe"),
          List.of("startupProbe"),
          List.of("lifecycle", "postStart"),
          List.of("lifecycle", "preStop"));

  /** What a handler can call; tcpSocket does nothing in lifecycle, and is forbidden there too. */
  private static final List<String> CALLS = List.of("httpGet", "tcpSocket");

  @Override
  public String id() {
    return "hostProbesAndHostLifecycle";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "probe or lifecycle host";
  }

  @Override
  public String summary() {
    return "Probes and lifecycle handlers name no host, so that the kubelet calls the pod alone.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(34, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part container : pod.containers()) {
      for (List<String> handler : HANDLERS) {
        for (String call : CALLS) {
          inspect(container, handler, call, offenders);
        }
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("has", "have", "the kubelet call " + offenders.values()),
                offenders.fields(),
                "Leave host out: the kubelet then calls the pod's own address."));
  }

  private static void inspect(
      Part container, List<String> handler, String call, Offenders offenders) {
    Mapping called = container.body();
    var path = container.path();
    for (String key : handler) {
      called = called.mapping(key);
      path = path.key(key);
    }
    String host = Fields.string(called.mapping(call), "host");
    if (!host.isEmpty()) {
      offenders.add(container, path.key(call).key("host"), host);
    }
  }
}
