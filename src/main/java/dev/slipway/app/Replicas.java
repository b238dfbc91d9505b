package dev.slipway.app;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many pods a workload has: a fixed number, or as many as an autoscaler decides; never both.
 */
public sealed interface Replicas {

  /** The fewest there can be while nothing is disrupted. */
  int min();

  /** The most there can be while nothing is rolled out. */
  int max();

  /** Always this many; 0 or more. */
  static Replicas fixed(int count) {
    if (count < 0) {
      throw new InvalidInputException(
          Problem.of("A workload has " + count + " replicas.", "Give 0 or more."));
    }
    return new Fixed(count);
  }

  /**
   * Between two numbers, as a HorizontalPodAutoscaler decides; say by what with {@link
   * Autoscaled#atCpu} or {@link Autoscaled#atMemory}.
   */
  static Autoscaled autoscaled(int min, int max) {
    if (min < 1 || max < min) {
      throw new InvalidInputException(
          Problem.of(
                  "The autoscaler's minimum (%s) and maximum (%s) do not fit.".formatted(min, max),
                  "Give a minimum of 1 or more and a maximum that is not below it.")
              .about("max", "min"));
    }
    return new Autoscaled(min, max, List.of(), Optional.empty());
  }

  record Fixed(int count) implements Replicas {
    @Override
    public int min() {
      return count;
    }

    @Override
    public int max() {
      return count;
    }
  }

  /**
   * As many as a HorizontalPodAutoscaler decides.
   *
   * @param metrics the autoscaler's {@code metrics}
   * @param behavior the autoscaler's {@code behavior}, if it is not Kubernetes' default
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/">Horizontal
   *     Pod Autoscaling</a>
   */
  record Autoscaled(int min, int max, List<Mapping> metrics, Optional<Mapping> behavior)
      implements Replicas {
    public Autoscaled {
      metrics = List.copyOf(metrics);
    }

    /** Aims at an average CPU use, in percent of what the pods request. */
    public Autoscaled atCpu(int percent) {
      return with("cpu", percent);
    }

    /** Aims at an average memory use, in percent of what the pods request. */
    public Autoscaled atMemory(int percent) {
      return with("memory", percent);
    }

    /** Scales in the steps and with the pauses that an autoscaler's {@code behavior} describes. */
    public Autoscaled behaving(Mapping howTo) {
      return new Autoscaled(min, max, metrics, Optional.of(howTo));
    }

    private Autoscaled with(String resource, int percent) {
      if (percent < 1) {
        throw new InvalidInputException(
            Problem.of(
                    "The autoscaler aims at " + percent + " % " + resource + ".", "Give 1 or more.")
                .about(resource));
      }
      Mapping target =
          Mapping.builder().put("type", "Utilization").put("averageUtilization", percent).build();
      List<Mapping> more = new ArrayList<>(metrics);
      more.add(
          Mapping.of(
              "type",
              Text.of("Resource"),
              "resource",
              Mapping.of("name", Text.of(resource), "target", target)));
      return new Autoscaled(min, max, more, behavior);
    }

    /** The autoscaler's {@code spec} for a workload. */
    Mapping spec(String apiVersion, String kind, String name) {
      Mapping.Builder spec =
          Mapping.builder()
              .put(
                  "scaleTargetRef",
                  Mapping.builder()
                      .put("apiVersion", apiVersion)
                      .put("kind", kind)
                      .put("name", name)
                      .build())
              .put("minReplicas", min)
              .put("maxReplicas", max)
              .put("metrics", Seq.of(metrics));
      if (behavior.isPresent()) {
        spec.put("behavior", behavior.get());
      }
      return spec.build();
    }
  }
}
