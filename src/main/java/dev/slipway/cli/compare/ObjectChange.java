package dev.slipway.cli.compare;

import dev.slipway.manifest.ObjectRef;
import java.util.List;

/**
 * What becomes of an object.
 *
 * @param fields the fields that change; none where the object is new or goes, or where only the way
 *     that its file is written changes
 */
public record ObjectChange(ObjectRef object, Fate fate, List<FieldChange> fields) {
  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** What can become of an object. */
  public enum Fate {
    NEW,
    CHANGED,
    REMOVED,
    /** Its file cannot be read as it is now, and is replaced. */
    UNREADABLE
  }
}
