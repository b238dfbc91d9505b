package dev.slipway.cdk8s;

import dev.slipway.app.Namespace;
import dev.slipway.check.Baseline;
import dev.slipway.check.BaselineText;
import dev.slipway.check.Requirements;
import dev.slipway.check.Waiver;
import dev.slipway.files.DiskInputs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.placement.PlacementOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What goes with a cluster in a construct tree.
 *
 * @param namespaces what is to be known of namespaces that applications are in: whether they are
 *     there already, their labels, quotas and limits
 * @param requirements what the cluster demands of everybody's workloads; nothing unless given
 * @param waivers rules that are not to be applied to an object, and why
 * @param scenarios which scenarios must hold on the cluster's nodes
 * @param scope what findings make {@code synth} fail; {@link CheckScope#APP} unless given
 * @param baseline what is found already and fails nothing; nothing unless given
 */
public record ClusterProps(
    List<Namespace> namespaces,
    Requirements requirements,
    List<Waiver> waivers,
    PlacementOptions scenarios,
    CheckScope scope,
    Baseline baseline) {
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
    private PlacementOptions scenarios = PlacementOptions.DEFAULT;
    private CheckScope scope = CheckScope.APP;
    private Baseline baseline = Baseline.NONE;

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

    Builder scenarios(PlacementOptions options) {
      scenarios = options;
      return this;
    }

    /**
     * Only in these scenarios must every pod find a node, such as {@code "as-declared"}.
     *
     * @throws dev.slipway.manifest.InvalidInputException with every name that no scenario has
     */
    public Builder mustHold(String... names) {
      scenarios = PlacementOptions.mustHold(List.of(names));
      return this;
    }

    /** What findings make {@code synth} fail. */
    public Builder scope(CheckScope objects) {
      scope = objects;
      return this;
    }

    /**
     * Lets {@code synth} fail of nothing that stands in a file of {@code slipway check
     * --write-baseline}, but only of what comes to it.
     *
     * @param file from where the app is started
     * @throws InvalidInputException if it cannot be read, or is no baseline
     */
    public Builder baseline(String file) {
      byte[] content;
      try {
        content = new DiskInputs(Path.of(""), Map.of()).read(file, Integer.MAX_VALUE);
      } catch (IOException e) {
        throw new InvalidInputException(
            Problem.of(
                "The baseline '" + file + "' cannot be read.",
                "Write one of what the app synthesizes: slipway check --write-baseline "
                    + file
                    + " dist/*.yaml"));
      }
      baseline = BaselineText.read(file, content).baseline();
      return this;
    }

    public ClusterProps build() {
      return new ClusterProps(namespaces, requirements, waivers, scenarios, scope, baseline);
    }
  }
}
