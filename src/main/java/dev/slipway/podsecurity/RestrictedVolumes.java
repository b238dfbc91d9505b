package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mounts only volumes that a namespace's user has a right to. */
final class RestrictedVolumes implements Control {
  private static final Set<String> ALLOWED =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  @Override
  public String id() {
    return "restrictedVolumes";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return "restricted volume types";
  }

  @Override
  public String summary() {
    return "Volumes are claims, or of the types that give no way past the cluster's storage.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check).overriding(HostPathVolumes.ID));
  }

  private Optional<Violation> check(PodTemplate pod) {
    List<String> forbidden = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>();
    Seq volumes = pod.spec().seq("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i) instanceof Mapping volume) {
        List<String> types = types(volume);
        if (!types.isEmpty() && types.stream().noneMatch(ALLOWED::contains)) {
          forbidden.add("'%s' of type %s".formatted(Fields.string(volume, "name"), types.get(0)));
          fields.add(pod.at("volumes").index(i).key(types.get(0)));
        }
      }
    }
    return forbidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                (forbidden.size() == 1 ? "volume " : "volumes ") + Offenders.listed(forbidden),
                fields,
                "Use a persistentVolumeClaim or one of the types %s."
                    .formatted(
                        Offenders.listed(
                            ALLOWED.stream()
                                .filter(type -> !type.equals("persistentVolumeClaim"))
                                .sorted()
                                .toList()))));
  }

  /** A volume's sources; with none, an API server makes it an emptyDir. */
  private static List<String> types(Mapping volume) {
    return volume.keys().stream()
        .filter(key -> !key.equals("name") && Fields.present(volume, key) != null)
        .toList();
  }
}
