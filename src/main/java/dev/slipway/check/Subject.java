package dev.slipway.check;

import dev.slipway.manifest.GroupKind;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Seq;
import org.jspecify.annotations.Nullable;

/** An object that rules look at. */
public final class Subject {
  private final Manifest manifest;
  private final GroupKind kind;
  private final @Nullable Pod pod;

  Subject(Manifest manifest) {
    this.manifest = manifest;
    this.kind = manifest.ref().type().groupKind();
    this.pod = Pod.of(manifest);
  }

  public Manifest manifest() {
    return manifest;
  }

  public ObjectRef ref() {
    return manifest.ref();
  }

  public String name() {
    return manifest.ref().name();
  }

  /** Empty for a cluster-scoped object, and for one whose namespace is left to who applies it. */
  public String namespace() {
    return manifest.ref().namespace();
  }

  public GroupKind kind() {
    return kind;
  }

  public boolean is(GroupKind other) {
    return kind.equals(other);
  }

  public Mapping body() {
    return manifest.body();
  }

  public Mapping annotations() {
    return manifest.metadata().mapping("annotations");
  }

  public Mapping labels() {
    return manifest.metadata().mapping("labels");
  }

  /** Whether it was read from a cluster, which has set fields that nobody wrote. */
  public boolean isLive() {
    return manifest.metadata().has("uid");
  }

  /** Whether another object owns it. */
  boolean isOwned() {
    return !owners().isEmpty();
  }

  Seq owners() {
    return manifest.metadata().seq("ownerReferences");
  }

  public Mapping spec() {
    return manifest.spec();
  }

  /** The pod that it is or makes, if it does. */
  public @Nullable Pod pod() {
    return pod;
  }

  /** {@code Deployment 'web'}. */
  @Override
  public String toString() {
    return ref().kind() + " '" + name() + "'";
  }
}
