package dev.slipway.pulumi;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import dev.slipway.check.Checks;
import dev.slipway.check.Finding;
import dev.slipway.check.Report;
import dev.slipway.check.Waiver;
import dev.slipway.check.format.Ink;
import dev.slipway.check.format.TextFormat;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Text;
import dev.slipway.target.Declaration;
import dev.slipway.target.Notice.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Checks every Kubernetes resource of a program that Slipway did not make: each by itself before it
 * is registered, by what is known then, again when the rest is known, and all of them beside
 * Slipway's objects once the program has declared everything.
 */
final class StackChecks implements ResourceTransformation {
  private static final String KUBERNETES = "kubernetes:";
  private static final String STACK = "pulumi:pulumi:Stack";

  private final String urnPrefix;
  private final Map<Resource, String> qualifiedTypes =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final List<Resource> components = Collections.synchronizedList(new ArrayList<>());
  private final List<Manifest> theirs = Collections.synchronizedList(new ArrayList<>());

  /**
   * Checks of one run of a program.
   *
   * @param project the project's name, for URNs
   */
  StackChecks(String project, String stack) {
    urnPrefix = "urn:pulumi:" + stack + "::" + project + "::";
  }

  @Override
  public Optional<Result> apply(Args args) {
    Resource resource = args.resource();
    String urn = urn(resource, args.options().getParent().orElse(null));
    if (resource instanceof EnvironmentComponent || resource instanceof ApplicationComponent) {
      components.add(resource);
    }
    if (!(resource instanceof CustomResource)
        || resource instanceof ManifestResource
        || !resource.pulumiResourceType().startsWith(KUBERNETES)
        || !(args.options() instanceof CustomResourceOptions options)) {
      return Optional.empty();
    }
    ResourceInputs inputs = ResourceInputs.of(args.args());
    @Nullable Manifest manifest = manifest(inputs, resource, urn);
    if (manifest == null) {
      return Optional.empty();
    }
    refuse(urn, manifest);
    theirs.add(manifest);
    if (inputs.isSettled()) {
      return Optional.empty();
    }
    Output<List<Resource>> open =
        Output.of(later(inputs, args, resource, urn).thenApply(all -> List.of()));
    return Optional.of(
        new Result(
            args.args(),
            CustomResourceOptions.merge(
                options, CustomResourceOptions.builder().dependsOn(open).build())));
  }

  /** Judges again each time that something was told, until nothing more is to come. */
  private CompletableFuture<Boolean> later(
      ResourceInputs inputs, Args args, Resource resource, String urn) {
    if (inputs.isSettled()) {
      return CompletableFuture.completedFuture(true);
    }
    return inputs
        .told()
        .handle((told, failed) -> ResourceInputs.of(args.args()))
        .thenCompose(
            next -> {
              @Nullable Manifest manifest = manifest(next, resource, urn);
              if (manifest != null) {
                refuse(urn, manifest);
              }
              return later(next, args, resource, urn);
            });
  }

  /** The object that inputs describe; null where they are no object's. */
  private static @Nullable Manifest manifest(ResourceInputs inputs, Resource resource, String urn) {
    Mapping body = inputs.known();
    if (body.string("apiVersion") == null || body.string("kind") == null) {
      return null;
    }
    Mapping metadata = body.mapping("metadata");
    if (metadata.string("name") == null) {
      // The provider makes one up from the resource's.
      metadata = metadata.with("name", Text.of(resource.pulumiResourceName()));
    }
    if (metadata.get("namespace") instanceof Text namespace && namespace.value() == null) {
      metadata = metadata.without("namespace");
    }
    try {
      return Manifest.of(body.with("metadata", metadata), Origin.of(urn));
    } catch (InvalidInputException e) {
      throw new RefusedException(Refusal.of(urn, e));
    }
  }

  private static void refuse(String urn, Manifest manifest) {
    Report report = Checks.ofManifestsAlone().runAlone(manifest);
    if (report.blocks()) {
      throw new RefusedException(Refusal.of(urn, report));
    }
  }

  /** As the engine makes it of the types of a resource's ancestors below the stack. */
  private String urn(Resource resource, @Nullable Resource parent) {
    @Nullable String above = parent == null ? null : qualifiedTypes.get(parent);
    String type = resource.pulumiResourceType();
    String qualified = above == null || above.equals(STACK) ? type : above + "$" + type;
    qualifiedTypes.put(resource, qualified);
    return urnPrefix + qualified + "::" + resource.pulumiResourceName();
  }

  /**
   * Holds everything that the program declared against each other, and tells what is worth knowing.
   *
   * @throws RefusedException if an object that is not Slipway's breaks a rule
   */
  void finish(Context context) {
    List<Gate> gates = gates();
    List<Declaration> declared = new ArrayList<>();
    List<Waiver> waivers = new ArrayList<>();
    List<Manifest> everything = new ArrayList<>(theirs);
    for (Gate gate : gates) {
      declared.addAll(gate.checks().declarations());
      waivers.addAll(gate.checks().waivers());
      everything.addAll(gate.plan().everything());
      tell(context, gate);
    }
    if (theirs.isEmpty()) {
      return;
    }
    List<Checks> possible = new ArrayList<>();
    for (Gate gate : gates) {
      possible.add(
          Checks.of(gate.cluster(), declared, waivers).requiring(gate.checks().requirements()));
    }
    if (possible.isEmpty()) {
      possible.add(Checks.ofManifestsAlone());
    }
    List<Report> reports = new ArrayList<>();
    for (Checks checks : possible) {
      reports.add(checks.run(everything, List.of()).about(theirs));
    }
    // Which of several clusters an object of theirs is for, nothing tells: it must fit one.
    if (reports.stream().allMatch(Report::blocks)) {
      throw new RefusedException(Refusal.of("The program", reports.get(0)));
    }
  }

  private List<Gate> gates() {
    List<Gate> gates = new ArrayList<>();
    for (Resource component : components) {
      @Nullable Gate gate =
          component instanceof EnvironmentComponent environment
              ? environment.gate()
              : ((ApplicationComponent) component).gate();
      if (gate != null) {
        gates.add(gate);
      }
    }
    return gates;
  }

  /** Has the engine show what there is to know of a component. */
  static void tell(Context context, Gate gate) {
    List<Finding> warnings = new ArrayList<>();
    for (Finding finding : gate.report().findings()) {
      if (finding.severity() == Severity.WARNING && !finding.isWaived()) {
        warnings.add(finding);
      }
    }
    if (!warnings.isEmpty()) {
      Report shown = new Report(warnings, gate.report().objects());
      context.log().warn(TextFormat.of(shown, Ink.PLAIN).strip(), gate.component());
    }
  }
}
