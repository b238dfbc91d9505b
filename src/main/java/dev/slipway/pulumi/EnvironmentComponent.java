package dev.slipway.pulumi;

import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import dev.slipway.app.Application;
import dev.slipway.environment.Environment;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Suggestions;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole environment in a Pulumi program: an {@link ApplicationComponent} for each application
 * with its own objects as children, and what they share (namespaces, their bounds, priority
 * classes) below the environment itself, so that an application can go without taking from the
 * others.
 */
public final class EnvironmentComponent extends ComponentResource {
  private final Plan plan;
  private final Gate gate;
  private final Map<String, ApplicationComponent> applications = new LinkedHashMap<>();
  private final Map<ObjectRef, CustomResource> shared;

  public EnvironmentComponent(String name, Environment environment) {
    this(name, environment, EnvironmentArgs.NONE, ComponentResourceOptions.Empty);
  }

  /**
   * Registers an environment.
   *
   * @throws RefusedException with everything that does not fit or breaks a rule; then none of its
   *     objects is registered
   */
  public EnvironmentComponent(
      String name,
      Environment environment,
      EnvironmentArgs args,
      ComponentResourceOptions options) {
    super("slipway:index:Environment", name, options);
    RunnerRest.begin();
    String who = "Environment '" + environment.name() + "'";
    plan = Gate.planned(this, who, () -> environment.plan(args.today(), args.images()));
    gate = Gate.of(this, who, plan, environment.checks(plan));
    Map<ObjectRef.Key, ApplicationComponent> owners = new HashMap<>();
    for (Application application : environment.applications()) {
      ApplicationComponent component =
          new ApplicationComponent(name + "/" + application.name(), application, this);
      applications.put(application.name(), component);
      plan.of(application).forEach(manifest -> owners.put(manifest.ref().key(), component));
    }
    Registration registration =
        new Registration(
            name, plan.all(), manifest -> parent(owners, manifest), args.options(), gate);
    // In apply order, so that a preview reads as the cluster will see it.
    plan.all().forEach(registration::register);
    shared = ApplicationComponent.registerAll(registration, plan.shared());
    for (Application application : environment.applications()) {
      application(application.name()).registered(plan.of(application), registration);
    }
    registerOutputs(Map.of());
  }

  private ComponentResource parent(
      Map<ObjectRef.Key, ApplicationComponent> owners, Manifest manifest) {
    @Nullable ApplicationComponent owner = owners.get(manifest.ref().key());
    return owner == null ? this : owner;
  }

  /**
   * One of the environment's applications.
   *
   * @throws IllegalArgumentException if it has none of that name
   */
  public ApplicationComponent application(String name) {
    @Nullable ApplicationComponent application = applications.get(name);
    if (application == null) {
      throw new IllegalArgumentException(
          Suggestions.unknown("The environment", "application", name, applications.keySet()));
    }
    return application;
  }

  /** What belongs to no single application, by object. */
  public Map<ObjectRef, CustomResource> shared() {
    return Map.copyOf(shared);
  }

  /** What its objects had to pass. */
  Gate gate() {
    return gate;
  }

  /** Everything that the environment is: its objects, and what goes beside them. */
  public Plan plan() {
    return plan;
  }

  /**
   * What goes with an environment in a Pulumi program.
   *
   * @param today the day that support calendars are held against; they are not looked at where none
   *     is given
   * @param images image references that replace the declared ones, by image name
   * @param options changes to the options with which objects are registered
   */
  public record EnvironmentArgs(
      Optional<LocalDate> today, Map<String, String> images, ResourceOptionsChange options) {
    public static final EnvironmentArgs NONE =
        new EnvironmentArgs(Optional.empty(), Map.of(), ResourceOptionsChange.NONE);

    public EnvironmentArgs {
      images = Map.copyOf(images);
    }
  }
}
