package dev.slipway.catalog.hyperscience;

import dev.slipway.app.RbacRule;
import dev.slipway.pod.Resources;
import java.util.List;
import java.util.Optional;

/**
 * The HyperOperator, which runs the blocks of workflows as workloads of the namespace.
 *
 * @param image the repository among the registry's four, and the tag; absent where the vendor's
 *     chart brings the operator and only its rights are declared
 * @param rules what it may do in its namespace; the vendor's to say
 */
public record HyperOperator(Optional<String> image, List<RbacRule> rules, Resources resources) {
  public static final Resources DEFAULT_RESOURCES =
      Resources.requests("250m", "512Mi").memoryLimit("512Mi");

  /**
   * What it takes to run blocks as Deployments and Jobs and to watch them. The vendor's own rules
   * are not public; give them where they differ.
   */
  public static final List<RbacRule> DEFAULT_RULES =
      List.of(
          RbacRule.of(
              "apps",
              List.of("deployments", "statefulsets"),
              List.of("get", "list", "watch", "create", "update", "patch", "delete")),
          RbacRule.of(
              "batch",
              List.of("jobs"),
              List.of("get", "list", "watch", "create", "update", "patch", "delete")),
          RbacRule.of(
              "",
              List.of("services", "configmaps"),
              List.of("get", "list", "watch", "create", "update", "patch", "delete")),
          RbacRule.of("", List.of("pods", "pods/log", "events"), List.of("get", "list", "watch")));

  public HyperOperator {
    rules = List.copyOf(rules);
  }

  public static HyperOperator of(String image) {
    return new HyperOperator(Optional.of(image), DEFAULT_RULES, DEFAULT_RESOURCES);
  }

  /** The operator that the vendor's chart brings, of which only the rights are declared here. */
  public static HyperOperator ofChart(List<RbacRule> rules) {
    return new HyperOperator(Optional.empty(), rules, DEFAULT_RESOURCES);
  }

  public HyperOperator rules(List<RbacRule> exactly) {
    return new HyperOperator(image, exactly, resources);
  }

  public HyperOperator resources(Resources amounts) {
    return new HyperOperator(image, rules, amounts);
  }
}
