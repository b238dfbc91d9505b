package dev.slipway.app;

import dev.slipway.manifest.Mapping;
import dev.slipway.network.Exposure;
import dev.slipway.target.Target;
import java.util.Map;
import java.util.Optional;

/** How the objects of one workload are called and labelled in a target. */
final class WorkloadNames {
  private final Workload workload;
  private final Target target;
  private final String object;
  private final Mapping labels;
  private final Mapping selector;

  WorkloadNames(Workload workload, Target target) {
    this.workload = workload;
    this.target = target;
    object = workload.objectName().orElse(target.naming().of(workload.name()));
    String component = workload.name().equals(target.naming().instance()) ? "" : workload.name();
    Optional<Map<String, String>> only = workload.onlyLabels();
    labels = only.isPresent() ? Mapping.ofStrings(only.get()) : target.naming().labels(component);
    Optional<Map<String, String>> selected =
        workload.selector().isPresent() ? workload.selector() : only;
    selector =
        selected.isPresent()
            ? Mapping.ofStrings(selected.get())
            : target.naming().selector(component);
  }

  String object() {
    return object;
  }

  Mapping labels() {
    return labels;
  }

  Mapping selector() {
    return selector;
  }

  /** The labels of the workload's objects, and those that select its pods. */
  Mapping podLabels() {
    return Mapping.builder().putAll(labels).putAll(selector).build();
  }

  String service(Exposure exposure) {
    return exposure.name().orElse(object);
  }

  String headless(Controller.StatefulSet set) {
    return set.serviceName().orElse(object + "-headless");
  }

  String settings(Settings settings) {
    return target.naming().of(settings.name());
  }

  /**
   * The pods' service account; none of their own where defaults are not strict and none is given.
   */
  Optional<String> serviceAccount() {
    if (workload.serviceAccount().isPresent()) {
      return Optional.of(account(workload.serviceAccount().get(), target));
    }
    return target.strict() ? Optional.of(object) : Optional.empty();
  }

  static String account(ServiceAccount account, Target target) {
    return account.exactName() ? account.name() : target.naming().of(account.name());
  }
}
