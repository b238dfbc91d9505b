package dev.slipway.podsecurity;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the container runtime's AppArmor profile, or takes one that the node has. */
final class AppArmorProfile implements Control {
  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost");

  /** Named a container each, before there were fields (1.30). */
  private static final String ANNOTATIONS = "container.apparmor.security.beta.kubernetes.io/";

  @Override
  public String id() {
    return "appArmorProfile";
  }

  @Override
  public Level level() {
    return Level.BASELINE;
  }

  @Override
  public String reason() {
    return "forbidden AppArmor profile";
  }

  @Override
  public String summary() {
    return "AppArmor profiles are the container runtime's own or one of the node's.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(Revision.since(0, this::check));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part part : pod.parts()) {
      @Nullable Node profile = part.setting("appArmorProfile");
      if (profile instanceof Mapping mapping) {
        String type = Fields.string(mapping, "type");
        if (!TYPES.contains(type)) {
          offenders.add(part, part.at("appArmorProfile", "type"), type);
        }
      }
    }
    for (Map.Entry<String, Node> annotation : pod.annotations(ANNOTATIONS).entrySet()) {
      String profile = annotation.getValue().toString();
      if (!allowed(profile)) {
        String container = annotation.getKey().substring(ANNOTATIONS.length());
        offenders.add(
            new Part(Optional.of(container), Mapping.EMPTY, pod.whole().path()),
            pod.annotation(annotation.getKey()),
            profile);
      }
    }
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                offenders.sentence("has", "have", "AppArmor profile " + offenders.values()),
                offenders.fields(),
                "Use RuntimeDefault, or Localhost with the name of a profile that the nodes"
                    + " have."));
  }

  private static boolean allowed(String profile) {
    return profile.isEmpty()
        || profile.equals("runtime/default")
        || profile.startsWith("localhost/");
  }
}
