package dev.slipway.check;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import dev.slipway.target.Notice;
import dev.slipway.target.Notice.Severity;
import java.util.Optional;

/**
 * Something that a rule has found, or the model has to say.
 *
 * @param rule the id of the rule, by which it can be waived
 * @param object what it is about, if it is one object
 * @param path the field that is meant; the root for the object as a whole
 * @param steadyPath the same with names in place of places in lists, which stays when others come
 *     before it
 * @param at where that stands in a file, if it does
 * @param message what is the case, with the values that make it so
 * @param remedy what to do about it; full sentences
 * @param waived why it is accepted, if it is
 */
public record Finding(
    String rule,
    Severity severity,
    Optional<ObjectRef> object,
    FieldPath path,
    String steadyPath,
    Optional<Position> at,
    String message,
    String remedy,
    Optional<String> waived) {

  /** What the model has to say, as a finding. */
  static Finding of(Notice notice) {
    return new Finding(
        notice.rule(),
        notice.severity(),
        notice.object(),
        FieldPath.ROOT,
        "",
        Optional.empty(),
        notice.message(),
        notice.remedy(),
        Optional.empty());
  }

  /** This finding, accepted for a reason. */
  Finding waivedFor(String reason) {
    return new Finding(
        rule, severity, object, path, steadyPath, at, message, remedy, Optional.of(reason));
  }

  public boolean isWaived() {
    return waived.isPresent();
  }

  /** Whether nothing may be written because of it. */
  public boolean blocks() {
    return !isWaived() && severity == Severity.ERROR;
  }
}
