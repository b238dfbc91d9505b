package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.podsecurity.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pod that an object is, or makes. */
public final class Pod {
  private static final String[] LISTS = {"initContainers", "containers", "ephemeralContainers"};

  private final PodTemplate template;
  private @Nullable List<Container> containers;

  private Pod(PodTemplate template) {
    this.template = template;
  }

  static @Nullable Pod of(Manifest manifest) {
    @Nullable PodTemplate template = PodTemplate.of(manifest).orElse(null);
    return template == null ? null : new Pod(template);
  }

  public PodTemplate template() {
    return template;
  }

  public Mapping spec() {
    return template.spec();
  }

  public Mapping labels() {
    return template.metadata().mapping("labels");
  }

  /** Where the pod's metadata stands in its manifest. */
  public FieldPath metadataPath() {
    return template.path().key("metadata");
  }

  /** Where the pod's spec stands in its manifest. */
  public FieldPath specPath() {
    return template.path().key("spec");
  }

  /** Its containers: init containers, then the others, then ephemeral ones. */
  public List<Container> containers() {
    List<Container> known = containers;
    if (known == null) {
      known = new ArrayList<>();
      for (String list : LISTS) {
        Seq bodies = spec().seq(list);
        for (int i = 0; i < bodies.size(); i++) {
          if (bodies.get(i) instanceof Mapping body) {
            @Nullable String name = body.string("name");
            known.add(
                new Container(name == null ? "" : name, body, specPath().key(list).index(i), list));
          }
        }
      }
      containers = known;
    }
    return known;
  }
}
