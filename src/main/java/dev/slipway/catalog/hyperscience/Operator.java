package dev.slipway.catalog.hyperscience;

import dev.slipway.app.RbacRule;
import dev.slipway.pod.Resources;
import java.util.List;

/**
 * The HyperOperator, which runs the blocks of workflows as workloads of the namespace.
 *
 * @param image the repository among the registry's four, and the tag
 * @param rules what it may do in its namespace; the vendor's to say
 */
public record Operator(String image, List<RbacRule> rules, Resources resources) {
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

  public Operator {
    rules = List.copyOf(rules);
  }

  public static Operator of(String image) {
    return new Operator(image, DEFAULT_RULES, DEFAULT_RESOURCES);
  }

  public Operator rules(List<RbacRule> exactly) {
    return new Operator(image, exactly, resources);
  }

  public Operator resources(Resources amounts) {
    return new Operator(image, rules, amounts);
  }
}
