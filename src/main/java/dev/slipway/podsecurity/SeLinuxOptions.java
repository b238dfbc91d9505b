package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes no SELinux type but those made for containers, and no other user or role. */
final class SeLinuxOptions implements Control {
  private static final Set<String> TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");
  private static final Set<String> TYPES_1_31 =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  @Override
  public String id() {
    return "seLinuxOptions";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "seLinuxOptions";
  }

  @Override
  public String summary() {
    return "SELinux types are those made for containers; SELinux user and role are not set.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(0, pod -> check(pod, TYPES)),
        Revision.since(31, pod -> check(pod, TYPES_1_31)));
  }

  private Optional<Violation> check(PodTemplate pod, Set<String> types) {
    Offenders offenders = new Offenders();
    for (Part part : pod.parts()) {
      Mapping options = part.securityContext().mapping("seLinuxOptions");
      FieldPath path = part.at("seLinuxOptions");
      String type = Fields.string(options, "type");
      if (!types.contains(type)) {
        offenders.add(part, path.key("type"), "type " + type);
      }
      for (String field : List.of("user", "role")) {
        String value = Fields.string(options, field);
        if (!value.isEmpty()) {
          offenders.add(part, path.key(field), field + " " + value);
        }
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("sets", "set", "SELinux " + offenders.values()),
                offenders.fields(),
                remedy(types)));
  }

  private static String remedy(Set<String> types) {
    List<String> named = new ArrayList<>(types);
    named.remove("");
    named.sort(null);
    return "Leave out user and role, and set type, if at all, to one of %s."
        .formatted(String.join(", ", named));
  }
}
