package dev.slipway.cdk8s;

import dev.slipway.app.Namespace;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes with a cluster in a construct tree.
 *
 * @param namespaces what is to be known of namespaces that applications are in: whether they are
 *     there already, their labels, quotas and limits
 * @param requirements what the cluster demands of everybody's workloads; nothing unless given
 * @param waivers rules that are not to be applied to an object, and why
 * @param scope what findings make {@code synth} fail; {@link CheckScope#APP} unless given
 */
public record ClusterProps(
    List<Namespace> namespaces, Requirements requirements, List<Waiver> waivers, CheckScope scope) {
  public static final ClusterProps NONE = builder().build();

  public ClusterProps {
    namespaces = List.copyOf(namespaces);
    waivers = List.copyOf(waivers);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects what goes with a cluster. */
  public static final class Builder {
    private final List<Namespace> namespaces = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();

    private Requirements requirements = Requirements.NONE;
    private CheckScope scope = CheckScope.APP;

    private Builder() {}

    /** A namespace that is there already, or that is to have labels, quotas or limits. */
    public Builder namespace(Namespace namespace) {
      namespaces.add(namespace);
      return this;
    }

    /** What every workload of the app must have, theirs as well as Slipway's. */
    public Builder requirements(Requirements demanded) {
      requirements = demanded;
      return this;
    }

    /**
     * Leaves a rule out for an object of any chart.
     *
     * @param reason a sentence that is printed in every report
     */
    public Builder waive(String rule, String kind, String name, String reason) {
      waivers.add(Waiver.of(rule, kind, name, reason));
      return this;
    }

    /** What findings make {@code synth} fail. */
    public Builder scope(CheckScope objects) {
      scope = objects;
      return this;
    }

    public ClusterProps build() {
      return new ClusterProps(namespaces, requirements, waivers, scope);
    }
  }
}
