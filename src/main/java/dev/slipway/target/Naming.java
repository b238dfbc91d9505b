package dev.slipway.target;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;

/**
 * How an application's objects are called, and the standard labels they carry.
 *
 * @param application the software: {@code app.kubernetes.io/name} and {@code part-of}
 * @param instance this installation of it: {@code app.kubernetes.io/instance}
 * @param version its version, as a label can hold it; empty where not known
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/">Recommended
 *     labels</a>
 */
public record Naming(String application, String instance, String version) {
  public static final String NAME = "app.kubernetes.io/name";
  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String VERSION = "app.kubernetes.io/version";
  public static final String COMPONENT = "app.kubernetes.io/component";
  public static final String PART_OF = "app.kubernetes.io/part-of";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  private static final String SLIPWAY = "slipway";

  /**
   * The name of one of the application's objects: the instance's name and what the object is for;
   * shortened with a digest where that is longer than 63 characters.
   */
  public String of(String part) {
    if (part.isEmpty() || part.equals(instance)) {
      return instance;
    }
    return Names.shorten(instance + "-" + part, Names.LABEL_LENGTH);
  }

  /** The standard labels of an object that belongs to no component. */
  public Mapping labels() {
    return labels("");
  }

  /** The standard labels of an object of a component. */
  public Mapping labels(String component) {
    Mapping.Builder labels = Mapping.builder().put(NAME, application).put(INSTANCE, instance);
    if (!version.isEmpty()) {
      labels.put(VERSION, version);
    }
    if (!component.isEmpty()) {
      labels.put(COMPONENT, component);
    }
    return labels.put(PART_OF, application).put(MANAGED_BY, SLIPWAY).build();
  }

  /** What selects a component's pods: labels that never change with the version. */
  public Mapping selector(String component) {
    Mapping.Builder labels = Mapping.builder().put(NAME, application).put(INSTANCE, instance);
    if (!component.isEmpty()) {
      labels.put(COMPONENT, component);
    }
    return labels.build();
  }
}
