package dev.slipway.secret;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Secret that is in the namespace already, or that somebody else puts there. Nothing is rendered
 * for it; that it is there, with its keys, is declared.
 *
 * @param givenRevision what the user changes when the values have changed, if anything
 */
public record ExistingSecret(String name, KeyNames keyNames, Optional<String> givenRevision)
    implements SecretSource {

  /**
   * The Secret of a name.
   *
   * @throws dev.slipway.manifest.InvalidInputException if Kubernetes would refuse the name or a
   *     key, or no key is declared
   */
  public ExistingSecret {
    Problems problems = new Problems();
    keyNames.check(name, problems);
    problems.throwIfAny(KeyNames.part(name));
  }

  @Override
  public List<String> keys() {
    return keyNames.logical();
  }

  @Override
  public KeyRef key(String key) {
    return keyNames.in(name, key);
  }

  @Override
  public Optional<Text> revision(Target target) {
    return givenRevision.map(Text::of);
  }

  @Override
  public List<Mount> mounts() {
    return List.of();
  }

  @Override
  public void render(Target target, Sink out) {
    SecretPlace place = new SecretPlace(target, name);
    out.declare(place.comesFromElsewhere(keyNames.actual()));
    if (givenRevision.isEmpty()) {
      out.notice(place.rotationUnseen("Somebody else keeps Secret '" + name + "'"));
    }
  }

  /** Collects what is known of the Secret. */
  public static final class Builder {
    private final String name;
    private final KeyNames.Builder keys;
    private @Nullable String revision;

    Builder(String name) {
      this.name = name;
      keys = new KeyNames.Builder(name);
    }

    /** Keys that the Secret has under the names by which they are asked for. */
    public Builder keys(String... keys) {
      for (String key : keys) {
        key(key, key);
      }
      return this;
    }

    /**
     * A key that the Secret has under a name of its own.
     *
     * @param logical the name by which it is asked for: {@code password}
     * @param actual its name in the Secret: {@code db-pass}
     */
    public Builder key(String logical, String actual) {
      keys.put(logical, actual);
      return this;
    }

    /** Any string; pods are rolled when it is another. Change it after the Secret has changed. */
    public Builder revision(String revision) {
      this.revision = revision;
      return this;
    }

    /**
     * The source.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
     */
    public ExistingSecret build() {
      return keys.build(names -> new ExistingSecret(name, names, Optional.ofNullable(revision)));
    }
  }
}
