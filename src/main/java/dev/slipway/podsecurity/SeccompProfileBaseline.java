package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns seccomp off nowhere. */
final class SeccompProfileBaseline implements Control {
  static final String ID = "seccompProfile_baseline";
  static final String REASON = "seccompProfile";
  private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost");

  /** What stood for the fields before 1.19. */
  private static final String POD_ANNOTATION = "seccomp.security.alpha.kubernetes.io/pod";

  private static final String CONTAINER_ANNOTATION =
      "container.seccomp.security.alpha.kubernetes.io/";

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
    return REASON;
  }

  @Override
  public String summary() {
    return "Seccomp profiles, where set, are the container runtime's own or one of the node's.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(0, this::checkAnnotations), Revision.since(19, this::checkFields));
  }

  private Optional<Violation> checkAnnotations(PodTemplate pod) {
    List<String> keys = new ArrayList<>();
    keys.add(POD_ANNOTATION);
    pod.containers().forEach(c -> keys.add(CONTAINER_ANNOTATION + c.container().orElse("")));
    List<String> forbidden = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>();
    Mapping annotations = pod.metadata().mapping("annotations");
    for (String key : keys) {
      @Nullable Node profile = annotations.get(key);
      if (profile != null && !allowedInAnnotation(profile.toString())) {
        forbidden.add("%s is '%s'".formatted(key, profile));
        fields.add(pod.annotation(key));
      }
    }
    return forbidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                (forbidden.size() == 1 ? "annotation " : "annotations ")
                    + Offenders.listed(forbidden),
                fields,
                "Use runtime/default, or localhost/ and the name of a profile that the nodes"
                    + " have."));
  }

  private Optional<Violation> checkFields(PodTemplate pod) {
    Offenders offenders = forbidden(pod);
    return offenders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            violation(
                settings(offenders),
                offenders.fields(),
                "Use RuntimeDefault, or Localhost with the name of a profile that the nodes"
                    + " have."));
  }

  /** The parts of a pod that set a profile other than the allowed ones. */
  static Offenders forbidden(PodTemplate pod) {
    Offenders offenders = new Offenders();
    for (Part part : pod.parts()) {
      if (part.setting("seccompProfile") != null && !allowed(part)) {
        String type = Fields.string(part.securityContext().mapping("seccompProfile"), "type");
        offenders.add(part, part.at("seccompProfile", "type"), type);
      }
    }
    return offenders;
  }

  /** What the parts that set a forbidden profile do. */
  static String settings(Offenders offenders) {
    return offenders.sentence("sets", "set", "seccomp profile " + offenders.values());
  }

  /** Whether a part sets a profile that is allowed. */
  static boolean allowed(Part part) {
    return TYPES.contains(Fields.string(part.securityContext().mapping("seccompProfile"), "type"));
  }

  private static boolean allowedInAnnotation(String profile) {
    return profile.equals("runtime/default")
        || profile.equals("docker/default")
        || profile.startsWith("localhost/");
  }
}
