package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mounts no folder of the node. */
final class HostPathVolumes implements Control {
  static final String ID = "hostPathVolumes";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "hostPath volumes";
  }

  @Override
  public String summary() {
    return "Pods have no hostPath volumes.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    List<String> names = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>();
    Seq volumes = pod.spec().seq("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i) instanceof Mapping volume && Fields.present(volume, "hostPath") != null) {
        names.add(Fields.string(volume, "name"));
        fields.add(pod.at("volumes").index(i).key("hostPath"));
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                (names.size() == 1 ? "volume %s is a folder" : "volumes %s are folders")
                        .formatted(Offenders.quoted(names))
                    + " of the node",
                fields,
                "Use a persistentVolumeClaim, or emptyDir for what need not outlive the pod."));
  }
}
