package dev.slipway.cdk8s;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.Chart;
import software.constructs.Construct;

/**
 * A whole environment as a chart: its cluster, and below the chart one child for each object,
 * called {@code Deployment-namespace-name}, in apply order.
 */
public final class EnvironmentChart extends Chart {
  private final Plan plan;
  private final ClusterConstruct cluster;

  /**
   * Adds an environment to an app.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that does not fit
   */
  public EnvironmentChart(Construct scope, Environment environment) {
    this(scope, environment, Optional.empty());
  }

  /**
   * Adds an environment to an app.
   *
   * @param today the day that support calendars are held against
   * @throws dev.slipway.manifest.InvalidInputException with everything that does not fit
   */
  public EnvironmentChart(Construct scope, Environment environment, Optional<LocalDate> today) {
    this(scope, environment, environment.plan(today, Map.of()), CheckScope.CHART);
  }

  /** An environment whose plan is made, and may be checked already. */
  EnvironmentChart(Construct scope, Environment environment, Plan plan, CheckScope checked) {
    super(scope, environment.name());
    this.plan = plan;
    cluster =
        new ClusterConstruct(
            this,
            "cluster",
            environment.cluster(),
            ClusterProps.builder()
                .requirements(environment.requirements())
                .scenarios(environment.scenarios())
                .scope(checked)
                .build());
    cluster.take(plan, environment.waivers());
    ConstructThread.build(this, this::add);
  }

  private void add() {
    ObjectIds ids = new ObjectIds("");
    Map<String, Manifest> added = new LinkedHashMap<>();
    plan.all().forEach(manifest -> added.put(ids.next(manifest.ref()), manifest));
    TreeSide.add(this, added);
  }

  public ClusterConstruct cluster() {
    return cluster;
  }

  /** Everything that the environment is: its objects, and what goes beside them. */
  public Plan plan() {
    return plan;
  }
}
