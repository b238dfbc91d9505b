package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Kinds;
import dev.slipway.check.Reference;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import org.jspecify.annotations.Nullable;

/** What claims say of how their volumes can be mounted. */
final class Claims {
  private Claims() {}

  /** Whether one node at a time can hold the volume of a claim that is given. */
  static boolean isExclusive(Subject user, Reference reference, Facts facts) {
    @Nullable Subject claim = facts.find(Kinds.CLAIM, user.namespace(), reference.name());
    Seq modes = claim == null ? Seq.EMPTY : claim.spec().seq("accessModes");
    for (Node mode : modes) {
      @Nullable String name = mode instanceof Text text ? text.value() : null;
      if (!"ReadWriteOnce".equals(name) && !"ReadWriteOncePod".equals(name)) {
        return false;
      }
    }
    return !modes.isEmpty();
  }

  /**
   * The same, where it does not bring its pods together by itself: a volume that is a folder of a
   * node has them all scheduled there.
   */
  static boolean isOfOneNode(Subject user, Reference reference, Facts facts) {
    @Nullable Subject claim = facts.find(Kinds.CLAIM, user.namespace(), reference.name());
    @Nullable String storageClass = claim == null ? null : claim.spec().string("storageClassName");
    boolean local =
        storageClass != null && (storageClass.contains("local") || storageClass.contains("host"));
    return !local && isExclusive(user, reference, facts);
  }
}
