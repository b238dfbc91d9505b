package dev.slipway.postrender;

import dev.slipway.app.Placement;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.patch.Patch;
import java.util.List;

/**
 * What is done to some objects that somebody else rendered.
 *
 * @param name what it is called in messages
 * @param optional whether it may be that it matches nothing
 * @param placement where the pods may stand; what it does not say is left to who rendered them
 * @param patches made in their order, after everything else
 * @param origin where it was declared, for messages
 */
public record PostRenderRule(
    String name,
    Match match,
    boolean optional,
    Placement placement,
    List<Patch> patches,
    Origin origin) {
  public PostRenderRule {
    patches = List.copyOf(patches);
  }

  /** Whether it does something that only an object with pods can take. */
  boolean isForPods() {
    return !placement.equals(Placement.ANYWHERE);
  }
}
