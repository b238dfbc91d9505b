package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import dev.slipway.app.Application;
import dev.slipway.check.Checks;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Suggestions;
import dev.slipway.render.Plan;
import dev.slipway.render.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An application on a cluster in a Pulumi program: a resource for each of its objects, the same
 * objects that the command writes, children of this component.
 *
 * <p>Its namespace is a child too, unless {@link ApplicationArgs} says that it is there already;
 * several applications that share one belong into an {@link EnvironmentComponent}.
 */
public final class ApplicationComponent extends ComponentResource {
  private final Application application;
  private final @Nullable Gate gate;
  private final Map<ObjectRef, CustomResource> resources;

  public ApplicationComponent(String name, Application application, ClusterComponent cluster) {
    this(name, application, cluster, ApplicationArgs.NONE, ComponentResourceOptions.Empty);
  }

  /**
   * Registers an application.
   *
   * @throws RefusedException with everything of it that does not fit the cluster or breaks a rule;
   *     then none of its objects is registered
   */
  public ApplicationComponent(
      String name,
      Application application,
      ClusterComponent cluster,
      ApplicationArgs args,
      ComponentResourceOptions options) {
    super("slipway:index:Application", name, options);
    this.application = application;
    Planner planner = Planner.on(cluster.cluster()).application(application);
    args.namespaces().forEach(planner::namespace);
    args.patches().forEach(planner::patch);
    String who = "Application '" + application.name() + "'";
    Plan plan = Gate.planned(this, who, planner::plan);
    Checks checks = Checks.of(cluster.cluster(), plan.declared(), args.waivers());
    gate = Gate.of(this, who, plan, checks);
    Registration registration =
        new Registration(name, plan.all(), manifest -> this, args.options(), gate);
    resources = registerAll(registration, plan.all());
    registerOutputs(outputs());
  }

  /** An application of an environment, which knows what others share with it. */
  ApplicationComponent(String name, Application application, ComponentResource environment) {
    super(
        "slipway:index:Application",
        name,
        ComponentResourceOptions.builder().parent(environment).build());
    this.application = application;
    gate = null;
    resources = new LinkedHashMap<>();
  }

  /** What its objects had to pass; null where those of its environment are checked together. */
  @Nullable Gate gate() {
    return gate;
  }

  /** Takes what was registered for this application, and tells its outputs. */
  void registered(ManifestSet own, Registration registration) {
    resources.putAll(registerAll(registration, own));
    registerOutputs(outputs());
  }

  static Map<ObjectRef, CustomResource> registerAll(
      Registration registration, ManifestSet objects) {
    Map<ObjectRef, CustomResource> resources = new LinkedHashMap<>();
    for (Manifest manifest : objects) {
      resources.put(manifest.ref(), registration.register(manifest));
    }
    return resources;
  }

  public Application application() {
    return application;
  }

  /**
   * The resource of one of the application's objects, to depend on it.
   *
   * @throws IllegalArgumentException if the application has none of that kind and name
   */
  public CustomResource resource(String kind, String name) {
    for (Map.Entry<ObjectRef, CustomResource> entry : resources.entrySet()) {
      if (entry.getKey().kind().equals(kind) && entry.getKey().name().equals(name)) {
        return entry.getValue();
      }
    }
    throw new IllegalArgumentException(
        Suggestions.unknown("Application '" + application.name() + "'", kind, name, names(kind)));
  }

  /** Where other pods reach one of its Services: {@code name.namespace.svc}. */
  public Output<String> serviceAddress(String service) {
    CustomResource resource = resource("Service", service);
    return resource.urn().applyValue(urn -> service + "." + application.namespace() + ".svc");
  }

  /**
   * The name of its service account, where it has one and no more.
   *
   * @throws IllegalStateException if it has none or several
   */
  public Output<String> serviceAccountName() {
    List<String> names = names("ServiceAccount");
    if (names.size() != 1) {
      throw new IllegalStateException(
          "Application '%s' has %s service accounts: %s."
              .formatted(application.name(), names.size(), names));
    }
    return resource("ServiceAccount", names.get(0)).urn().applyValue(urn -> names.get(0));
  }

  /** The names of the Secrets that it brings. */
  public Output<List<String>> secretNames() {
    return Output.of(names("Secret"));
  }

  private List<String> names(String kind) {
    return resources.keySet().stream()
        .filter(ref -> ref.kind().equals(kind))
        .map(ObjectRef::name)
        .toList();
  }

  private Map<String, Output<?>> outputs() {
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("namespace", Output.of(application.namespace()));
    outputs.put("serviceAccountNames", Output.of(names("ServiceAccount")));
    outputs.put("secretNames", secretNames());
    Map<String, Output<String>> addresses = new TreeMap<>();
    names("Service").forEach(service -> addresses.put(service, serviceAddress(service)));
    outputs.put("serviceAddresses", Output.of(addresses));
    return outputs;
  }
}
