package dev.slipway.placement.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the alternatives of a required node affinity.
 *
 * @param expressions about the node's labels
 * @param fields about its name
 */
public record NodeTerm(List<Requirement> expressions, List<Requirement> fields) {
  public NodeTerm {
    expressions = List.copyOf(expressions);
    fields = List.copyOf(fields);
  }

  static List<NodeTerm> list(Seq written) {
    List<NodeTerm> terms = new ArrayList<>(written.size());
    for (Mapping term : Fields.mappings(written)) {
      terms.add(
          new NodeTerm(
              Requirement.list(term.seq("matchExpressions")),
              Requirement.list(term.seq("matchFields"))));
    }
    return List.copyOf(terms);
  }

  /** The affinity that the DaemonSet controller gives its pods: this node and no other. */
  static NodeTerm named(String node) {
    return new NodeTerm(List.of(), List.of(Requirement.in("metadata.name", node)));
  }

  /** Whether a node is meant; an empty term means none. */
  public boolean matches(String name, Map<String, String> labels) {
    if (expressions.isEmpty() && fields.isEmpty()) {
      return false;
    }
    for (Requirement requirement : expressions) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    for (Requirement requirement : fields) {
      if (!requirement.matches(requirement.key().equals("metadata.name") ? name : null)) {
        return false;
      }
    }
    return true;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeTerm term
        && expressions.equals(term.expressions)
        && fields.equals(term.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(expressions, fields);
  }
}
