package dev.slipway.podsecurity;

import dev.slipway.manifest.FieldPath;
import java.util.List;

/**
 * What keeps a pod from a level.
 *
 * @param control the control that it breaks, by the standards' identifier: {@code hostPorts}
 * @param level the level that the control belongs to
 * @param reason the control's reason, the same for every pod, in the words that an API server uses
 * @param detail who breaks it and with what
 * @param fields where, in the manifest that the pod came from; where something is missing, the
 *     field that should be there
 * @param remedy what to do about it; full sentences
 */
public record Violation(
    String control,
    Level level,
    String reason,
    String detail,
    List<FieldPath> fields,
    String remedy) {

  public Violation {
    fields = List.copyOf(fields);
  }

  /** {@code hostPort (container 'web' uses host port 8080)}. */
  @Override
  public String toString() {
    return reason + " (" + detail + ")";
  }
}
