package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.ImageRegistry;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.pod.Image;

/** Images of the internal registry, as its repositories and tags name them. */
final class Images {
  private Images() {}

  /**
   * The image that {@code repository:tag}, with a digest after it where there is one, means in a
   * registry.
   *
   * @throws InvalidInputException if there is no such repository, or no tag
   */
  static Image of(ImageRegistry registry, String repositoryAndTag) {
    Image named = Image.parse(repositoryAndTag);
    String tag =
        named
            .tag()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.of(
                            "The image '" + repositoryAndTag + "' has no tag.",
                            "Write repository and tag: " + repositoryAndTag + ":40.1.2.")));
    Image image = registry.image(named.name().toString(), tag);
    return named.digest().map(image::pinned).orElse(image);
  }
}
