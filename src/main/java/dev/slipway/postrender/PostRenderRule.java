package dev.slipway.postrender;

import dev.slipway.manifest.Origin;
import dev.slipway.manifest.patch.Patch;
import java.util.List;

/**
 * What is done to some objects that somebody else rendered.
 *
 * @param name what it is called in messages
 * @param optional whether it may be that it matches nothing
 * @param pods what is done to their pods
 * @param patches made in their order, after everything else
 * @param origin where it was declared, for messages
 */
public record PostRenderRule(
    String name,
    Match match,
    boolean optional,
    PodChange pods,
    List<Patch> patches,
    Origin origin) {
  public PostRenderRule {
    patches = List.copyOf(patches);
  }
}
