package dev.slipway.pod;

import dev.slipway.manifest.Text;
import java.util.Optional;

/**
 * An image as a container names it. It is kept as it was written: {@code nginx} stays {@code
 * nginx}, though {@link #registry} and {@link #repository} tell what it stands for.
 *
 * @param name registry and repository, which may be known only later; without tag and digest
 * @param tag empty where none is written, which stands for {@code latest} unless there is a digest
 * @param digest the content's own digest, {@code sha256:…}, which decides whatever the tag says
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/">Images</a>
 */
public record Image(Text name, Optional<String> tag, Optional<String> digest) {
  /** The registry that a name without one means. */
  public static final String DOCKER_HUB = "docker.io";

  private static final String LATEST = "latest";

  /**
   * An image's parts.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that a node would refuse
   */
  public Image {
    ImageGrammar.check(name, tag, digest);
  }

  /**
   * The image that a reference writes: {@code registry.example:5000/team/app:1.2@sha256:…}.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that a node would refuse
   * @see <a href="https://github.com/distribution/reference">The grammar of references</a>
   */
  public static Image parse(String reference) {
    return ImageGrammar.parse(reference);
  }

  /** An image of a name that may be known only later. */
  public static Image of(Text name, String tag) {
    return new Image(name, Optional.of(tag), Optional.empty());
  }

  /** This image with another tag, and no digest: a digest would overrule the tag. */
  public Image tagged(String other) {
    return new Image(name, Optional.of(other), Optional.empty());
  }

  /** This image with exactly this content. */
  public Image pinned(String contentDigest) {
    return new Image(name, tag, Optional.of(contentDigest));
  }

  /** This image by another name, such as that of its copy in a registry of one's own. */
  public Image named(Text other) {
    return new Image(other, tag, digest);
  }

  /** The registry's host, with its port where it has one; empty while it is not known. */
  public Optional<String> registry() {
    return name.known().map(ImageGrammar::registry);
  }

  /** The repository in the registry: {@code library/nginx}; empty while it is not known. */
  public Optional<String> repository() {
    return name.known().map(ImageGrammar::repository);
  }

  /** Whether the reference means another content whenever the registry moves its latest tag. */
  public boolean isLatest() {
    return digest.isEmpty() && tag.map(LATEST::equals).orElse(true);
  }

  /** Whether the reference can mean one content only. */
  public boolean isPinned() {
    return digest.isPresent();
  }

  /** What Kubernetes does where a container does not say: it goes by the tag alone. */
  public PullPolicy pullPolicy() {
    boolean always = tag.map(LATEST::equals).orElse(digest.isEmpty());
    return always ? PullPolicy.ALWAYS : PullPolicy.IF_NOT_PRESENT;
  }

  /** The reference as a container holds it. */
  public Text reference() {
    return Text.join(
        name, Text.of(tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("")));
  }

  @Override
  public String toString() {
    return reference().toString();
  }
}
