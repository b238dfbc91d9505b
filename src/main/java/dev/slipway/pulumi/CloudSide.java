package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.slipway.manifest.Text;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Something that a program creates in a cloud for the applications of a cluster: a role, a bucket,
 * repositories, nodes. It is made of what the model declares, and gives the model texts that the
 * cloud tells; an application that has one of them in it is the application that it is for.
 *
 * <p>This is all that Slipway knows of a cloud's own SDK. A package for each cloud extends it, sees
 * that SDK, and is loaded by nobody but programs that use it.
 */
public abstract class CloudSide extends ComponentResource {

  /**
   * A component without children yet.
   *
   * @param type such as {@code slipway:aws:WorkloadRole}
   */
  protected CloudSide(String type, String name, ComponentResourceOptions options) {
    super(type, name, options);
  }

  /**
   * Creates what only the plan of an application tells, such as the rights that it needs. Called
   * for each application, or whole environment, that has a text of this in it, when it is planned
   * and checked and before its objects are registered. Does nothing unless it is overridden.
   *
   * @return what must be there before pods start
   * @throws dev.slipway.manifest.InvalidInputException if this does not go with the plan
   */
  protected List<Resource> completedFor(Plan plan) {
    return List.of();
  }

  /** A text that the cloud tells; whoever uses it is who this is for. */
  protected final Text told(String label, Output<String> output) {
    return Text.deferred(new OutputDeferred(label, output, false, Optional.of(this)));
  }

  /** What the model says of something, as Pulumi takes it; a secret stays one. */
  protected static Output<String> output(Text text) {
    return OutputTexts.output(text.resolve(OutputTexts.INSTANCE));
  }

  /** The options of a resource that belongs to this. */
  protected final CustomResourceOptions.Builder child() {
    return CustomResourceOptions.builder().parent(this);
  }

  /**
   * What a step gives.
   *
   * @param who what a person calls this, to begin a sentence
   * @throws RefusedException below this component, if the step finds that something does not fit
   */
  protected final <T> T fitting(String who, Supplier<T> step) {
    return Gate.planned(this, who, step);
  }

  /** What all that a plan has texts of must have in the cloud before its pods start. */
  static List<Resource> completed(Plan plan) {
    Set<OutputDeferred> awaited = LateTexts.awaited(plan.everything());
    for (Document document : plan.documents()) {
      awaited.addAll(LateTexts.awaited(document.content()));
    }
    Set<CloudSide> sides = new LinkedHashSet<>();
    awaited.forEach(deferred -> deferred.side().ifPresent(sides::add));
    List<Resource> resources = new ArrayList<>();
    sides.forEach(side -> resources.addAll(side.completedFor(plan)));
    return resources;
  }
}
