package dev.slipway.app;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Defaults;
import dev.slipway.target.Naming;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.StrictDefault;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An application: its workloads, and what belongs to all of them. Immutable. */
public final class Application implements Renderable {
  private final String name;
  private final String software;
  private final String namespace;
  private final @Nullable String version;
  private final Defaults defaults;
  private final List<Workload> workloads;
  private final List<Renderable> more;
  private final List<Operator> operators;
  private final boolean dedicatedNamespace;
  private final List<ExpectedPods> expected;
  private final boolean exactSecurity;
  private final @Nullable Supplier<Application> strict;
  private final Map<StrictDefault, String> reasons;

  private Application(Builder builder) {
    name = builder.name;
    software = builder.software;
    namespace = builder.namespace;
    version = builder.version;
    defaults = builder.defaults;
    workloads =
        builder.secrets.isEmpty()
            ? List.copyOf(builder.workloads)
            : builder.workloads.stream()
                .map(workload -> SecretUse.linked(workload, builder.secrets))
                .toList();
    more = List.copyOf(builder.more);
    operators = List.copyOf(builder.operators);
    dedicatedNamespace = builder.dedicatedNamespace;
    expected = List.copyOf(builder.expected);
    exactSecurity = builder.exactSecurity;
    strict = builder.strict;
    reasons = Map.copyOf(builder.reasons);
  }

  /** An application of a name, in the namespace of that name unless another is given. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The name of this installation of the software. */
  public String name() {
    return name;
  }

  public String namespace() {
    return namespace;
  }

  public Optional<String> version() {
    return Optional.ofNullable(version);
  }

  /** What stands in its manifests where the model says nothing. */
  public Defaults defaults() {
    return defaults;
  }

  /** What it would be under strict defaults: itself, unless its parts depend on them. */
  public Application underStrictDefaults() {
    return strict == null ? this : strict.get();
  }

  /** What it would lose without one of the strict defaults; the end of a sentence. */
  public String why(StrictDefault addition) {
    return reasons.getOrDefault(addition, addition.why());
  }

  public List<Workload> workloads() {
    return workloads;
  }

  /** Those who create objects from custom resources of this application. */
  public List<Operator> operators() {
    return operators;
  }

  /** Pods that somebody else will start in the application's namespace. */
  public List<ExpectedPods> expected() {
    return expected;
  }

  /** Whether no other application may be in its namespace. */
  public boolean dedicatedNamespace() {
    return dedicatedNamespace;
  }

  /** How the application's objects are called and labelled. */
  public Naming naming() {
    return new Naming(software, name, version == null ? "" : Names.toLabelValue(version));
  }

  @Override
  public void render(Target target, Sink out) {
    Problems problems = new Problems();
    ServiceAccounts accounts = new ServiceAccounts(target);
    PodAdmission admission = new PodAdmission(target);
    for (Workload workload : workloads) {
      String part = "workload '" + workload.name() + "'";
      FieldPath way = FieldPath.of("workloads", workload.name());
      Problems tooNew = new Problems();
      VersionChecks.check(workload, target.cluster(), tooNew);
      for (Problem problem : tooNew.all()) {
        problems.add(problem.below(way).in(part));
      }
      problems.collect(
          part,
          way,
          () -> {
            WorkloadNames names = new WorkloadNames(workload, target);
            accounts.add(workload, names, problems);
            admission.add(workload, new WorkloadRendering(workload, names, target, out).render());
            return true;
          });
    }
    for (ExpectedPods pods : expected) {
      admission.add(pods);
    }
    problems.collect(
        () -> {
          accounts.render(out);
          admission.render(exactSecurity, out);
          return true;
        });
    for (Renderable part : more) {
      problems.collect(
          () -> {
            part.render(target, out);
            return true;
          });
    }
    problems.throwIfAny("application '" + name + "'");
  }

  @Override
  public String toString() {
    return "application '" + name + "'";
  }

  /** Collects an application's parts. */
  public static final class Builder {
    private final String name;
    private String software;
    private String namespace;
    private @Nullable String version;
    private Defaults defaults = Defaults.STRICT;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Renderable> more = new ArrayList<>();
    private final List<SecretSource> secrets = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private boolean dedicatedNamespace;
    private final List<ExpectedPods> expected = new ArrayList<>();
    private boolean exactSecurity;
    private @Nullable Supplier<Application> strict;
    private final Map<StrictDefault, String> reasons = new EnumMap<>(StrictDefault.class);

    private Builder(String name) {
      this.name = name;
      software = name;
      namespace = name;
    }

    /** What software it is, where that is not its name: {@code app.kubernetes.io/name}. */
    public Builder software(String softwareName) {
      software = softwareName;
      return this;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    /** The software's version, for labels; nothing is selected by it. */
    public Builder version(String softwareVersion) {
      version = softwareVersion;
      return this;
    }

    /** Pods that somebody else will start in the application's namespace. */
    public Builder expects(ExpectedPods pods) {
      expected.add(pods);
      return this;
    }

    /**
     * Has a policy refuse in the namespace what no pod's profile declares, where the cluster can do
     * that: Kubernetes 1.30 and later.
     */
    public Builder exactSecurity() {
      exactSecurity = true;
      return this;
    }

    /** Demands that no other application is in its namespace. */
    public Builder dedicatedNamespace() {
      dedicatedNamespace = true;
      return this;
    }

    /** What stands in the manifests where the model says nothing; strict where not given. */
    public Builder defaults(Defaults choice) {
      defaults = choice;
      return this;
    }

    /** What it would be under strict defaults, for one whose parts depend on its defaults. */
    public Builder strictly(Supplier<Application> other) {
      strict = other;
      return this;
    }

    /**
     * What one of the strict defaults is for here.
     *
     * @param why the end of a sentence, without a full stop
     */
    public Builder because(StrictDefault addition, String why) {
      reasons.put(addition, why);
      return this;
    }

    public Builder workload(Workload workload) {
      workloads.add(workload);
      return this;
    }

    /** Something else that belongs to the application: a secret, a quota, a custom resource. */
    public Builder with(Renderable part) {
      more.add(part);
      return this;
    }

    /**
     * A secret that containers name in their variables or mounts. Pods are rolled when it changes,
     * where its source can tell.
     */
    public Builder secret(SecretSource source) {
      secrets.add(source);
      return with(source);
    }

    /** One who will create objects from the application's custom resources. */
    public Builder operator(Operator operator) {
      operators.add(operator);
      return this;
    }

    /**
     * The application.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Application build() {
      Problems problems = new Problems();
      Optional<String> wrongName = Names.label(name);
      if (wrongName.isPresent()) {
        problems.add("The name '" + name + "' " + wrongName.get() + ".", "Rename it.", "name");
      }
      Optional<String> wrongSoftware = Names.labelValue(software);
      if (wrongSoftware.isPresent()) {
        problems.add(
            "The software '" + software + "' " + wrongSoftware.get() + ".",
            "Rename it.",
            "software");
      }
      Optional<String> wrongNamespace = Names.label(namespace);
      if (wrongNamespace.isPresent()) {
        problems.add(
            "The namespace '" + namespace + "' " + wrongNamespace.get() + ".",
            "Rename it.",
            "namespace");
      }
      Set<String> names = new HashSet<>();
      for (Workload workload : workloads) {
        if (!names.add(workload.name())) {
          problems.add(
              "Two workloads are named '" + workload.name() + "'.",
              "Rename one of them.",
              "workloads");
        }
      }
      problems.throwIfAny("application '" + name + "'");
      return new Application(this);
    }
  }
}
