package dev.slipway.pulumi;

import dev.slipway.app.Namespace;
import dev.slipway.check.Waiver;
import dev.slipway.manifest.patch.TargetedPatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes with an application in a Pulumi program.
 *
 * @param namespaces what is to be known of its namespace: whether it is there already, its labels,
 *     quotas and limits
 * @param patches changes to its objects, by kind and name, in order
 * @param waivers findings about its objects that are accepted
 * @param options changes to the options with which its objects are registered
 */
public record ApplicationArgs(
    List<Namespace> namespaces,
    List<TargetedPatch> patches,
    List<Waiver> waivers,
    ResourceOptionsChange options) {
  public static final ApplicationArgs NONE = builder().build();

  public ApplicationArgs {
    namespaces = List.copyOf(namespaces);
    patches = List.copyOf(patches);
    waivers = List.copyOf(waivers);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects what goes with an application. */
  public static final class Builder {
    private final List<Namespace> namespaces = new ArrayList<>();
    private final List<TargetedPatch> patches = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private ResourceOptionsChange options = ResourceOptionsChange.NONE;

    private Builder() {}

    /** A namespace that is there already, or that is to have labels, quotas or limits. */
    public Builder namespace(Namespace namespace) {
      namespaces.add(namespace);
      return this;
    }

    public Builder patch(TargetedPatch patch) {
      patches.add(patch);
      return this;
    }

    /** Accepts findings, for a reason. */
    public Builder waiver(Waiver waiver) {
      waivers.add(waiver);
      return this;
    }

    /** Changes the options with which objects are registered. */
    public Builder options(ResourceOptionsChange change) {
      options = change;
      return this;
    }

    public ApplicationArgs build() {
      return new ApplicationArgs(namespaces, patches, waivers, options);
    }
  }
}
