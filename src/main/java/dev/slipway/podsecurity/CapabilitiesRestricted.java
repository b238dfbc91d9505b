package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops every capability, and adds back none but NET_BIND_SERVICE. */
final class CapabilitiesRestricted implements Control {
  private static final Set<String> ADDABLE = Set.of("NET_BIND_SERVICE");
  private static final Text ALL = Text.of("ALL");

  @Override
  public String id() {
    return "capabilities_restricted";
  }

  @Override
  public Level level() {
    return Level.RESTRICTED;
  }

  @Override
  public String reason() {
    return "unrestricted capabilities";
  }

  @Override
  public String summary() {
    return "Containers drop ALL capabilities and add back at most NET_BIND_SERVICE.";
  }

  @Override
  public List<Revision> revisions() {
    return List.of(
        Revision.since(22, this::check).overriding(CapabilitiesBaseline.ID),
        Revision.since(25, this::check)
            .exempting(PodTemplate::isForWindows)
            .overriding(CapabilitiesBaseline.ID));
  }

  private Optional<Violation> check(PodTemplate pod) {
    Offenders keeping = new Offenders();
    for (Part container : pod.containers()) {
      if (!container.securityContext().mapping("capabilities").seq("drop").asList().contains(ALL)) {
        keeping.add(container, container.at("capabilities", "drop"));
      }
    }
    Offenders adding = CapabilitiesBaseline.adding(pod, ADDABLE);
    List<String> details = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    List<FieldPath> fields = new ArrayList<>(keeping.fields());
    fields.addAll(adding.fields());
    if (!keeping.isEmpty()) {
      details.add(keeping.sentence("does", "do", "not drop ALL"));
      remedies.add("Set securityContext.capabilities.drop to [ALL] in each container.");
    }
    if (!adding.isEmpty()) {
      details.add(adding.sentence("adds", "add", adding.values()));
      remedies.add(
          "Take %s out of securityContext.capabilities.add: only NET_BIND_SERVICE may be added."
              .formatted(adding.values()));
    }
    return details.isEmpty()
        ? Optional.empty()
        : Optional.of(violation(String.join("; ", details), fields, String.join(" ", remedies)));
  }
}
