package dev.slipway.cdk8s;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.cdk8s.ApiObject;
import org.cdk8s.JsonPatch;
import org.cdk8s.plus28.AbstractPod;
import org.cdk8s.plus28.Container;
import org.cdk8s.plus28.CronJob;
import org.cdk8s.plus28.Pod;

/** The fields of the pods that a cdk8s-plus workload describes, wherever its kind has them. */
final class PodFields {
  private static final Map<AbstractPod, PodFields> KNOWN = new WeakHashMap<>();

  private final AbstractPod workload;
  private final ApiObject object;
  private final String spec;
  private final Set<String> lists = new HashSet<>();

  private PodFields(AbstractPod workload) {
    this.workload = workload;
    object = ApiObject.of(workload);
    spec =
        workload instanceof Pod
            ? "/spec"
            : workload instanceof CronJob
                ? "/spec/jobTemplate/spec/template/spec"
                : "/spec/template/spec";
  }

  /** The fields of a workload; what has been set in them is remembered. */
  static PodFields of(AbstractPod workload) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(workload, PodFields::new);
    }
  }

  /** Sets a field of the pod's spec, such as {@code containers/0/securityContext}. */
  void set(String field, Object value) {
    object.addJsonPatch(JsonPatch.add(spec + "/" + field, value));
  }

  /** Mounts a volume in every container; cdk8s-plus has lists of them only where it has any. */
  void mount(Object volume, Object mount) {
    boolean mounted =
        containers("containers").stream().anyMatch(c -> !c.getMounts().isEmpty())
            || containers("initContainers").stream().anyMatch(c -> !c.getMounts().isEmpty());
    append("volumes", volume, mounted || !workload.getVolumes().isEmpty());
    List<Container> containers = containers("containers");
    for (int i = 0; i < containers.size(); i++) {
      append("containers/" + i + "/volumeMounts", mount, !containers.get(i).getMounts().isEmpty());
    }
  }

  /** The workload's containers of one list: {@code containers} or {@code initContainers}. */
  List<Container> containers(String list) {
    return list.equals("containers") ? workload.getContainers() : workload.getInitContainers();
  }

  private void append(String list, Object item, boolean exists) {
    if (exists || lists.contains(list)) {
      set(list + "/-", item);
    } else {
      lists.add(list);
      set(list, List.of(item));
    }
  }
}
