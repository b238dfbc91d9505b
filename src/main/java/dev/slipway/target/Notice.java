package dev.slipway.target;

import dev.slipway.manifest.ObjectRef;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the model knows and a manifest cannot show.
 *
 * @param rule a stable id in kebab case, by which it can be waived
 * @param object what it is about, if it is one object
 * @param message what is the case, with the values that make it so
 * @param remedy what to do about it; a full sentence
 */
public record Notice(
    String rule, Severity severity, Optional<ObjectRef> object, String message, String remedy) {

  public static Notice warning(String rule, String message, String remedy) {
    return new Notice(rule, Severity.WARNING, Optional.empty(), message, remedy);
  }

  public static Notice error(String rule, String message, String remedy) {
    return new Notice(rule, Severity.ERROR, Optional.empty(), message, remedy);
  }

  public static Notice info(String rule, String message, String remedy) {
    return new Notice(rule, Severity.INFO, Optional.empty(), message, remedy);
  }

  /** This notice, about one object. */
  public Notice about(ObjectRef ref) {
    return new Notice(rule, severity, Optional.of(ref), message, remedy);
  }

  /** How bad something is, the worst first. */
  public enum Severity {
    /** It will not work, or is not safe: nothing is written unless it is waived. */
    ERROR,
    /** It will surprise somebody. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** As reports write it: {@code error}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Notice notice
        && rule.equals(notice.rule)
        && severity.equals(notice.severity)
        && object.equals(notice.object)
        && message.equals(notice.message)
        && remedy.equals(notice.remedy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, severity, object, message, remedy);
  }
}
