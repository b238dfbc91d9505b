package dev.slipway.check;

import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Position;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are known and accepted: a rule, what it is not to be applied to, and why.
 *
 * @param rule the rule's id
 * @param kind the object's kind; empty for what is about no single object
 * @param namespace the object's namespace; empty for every one
 * @param name the object's name; {@code *} for every object of the kind
 * @param reason a sentence that is printed in every report
 * @param at where it is declared, if it is in a file
 */
public record Waiver(
    String rule,
    Optional<String> kind,
    Optional<String> namespace,
    String name,
    String reason,
    Optional<Position> at) {
  private static final String ANY = "*";

  /** A waiver for one object, or every one of a kind where the name is {@code *}. */
  public static Waiver of(String rule, String kind, String name, String reason) {
    return new Waiver(rule, Optional.of(kind), Optional.empty(), name, reason, Optional.empty());
  }

  /** Whether a finding is waived by it. */
  boolean covers(Finding finding) {
    if (!rule.equals(finding.rule())) {
      return false;
    }
    if (kind.isEmpty() || finding.object().isEmpty()) {
      return kind.isEmpty() && finding.object().isEmpty();
    }
    ObjectRef object = finding.object().get();
    return kind.get().equals(object.kind())
        && (name.equals(ANY) || name.equals(object.name()))
        && (namespace.isEmpty() || namespace.get().equals(object.namespace()));
  }

  /** What it is for, for messages: {@code 'image-tag' for Deployment 'web'}. */
  String description() {
    return "'"
        + rule
        + "'"
        + kind.map(k -> " for " + k + " '" + name + "'").orElse("")
        + namespace.map(n -> " in namespace '" + n + "'").orElse("");
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Waiver waiver
        && rule.equals(waiver.rule)
        && kind.equals(waiver.kind)
        && namespace.equals(waiver.namespace)
        && name.equals(waiver.name)
        && reason.equals(waiver.reason)
        && at.equals(waiver.at);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, kind, namespace, name, reason, at);
  }
}
