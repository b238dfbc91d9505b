package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of which a value must have one or some, or must not have one. */
final class Alternatives {
  private final Constraints constraints;
  private final String kind;
  private final Values values;
  private final List<Fault> faults;

  Alternatives(Constraints constraints, String kind, Values values, List<Fault> faults) {
    this.constraints = constraints;
    this.kind = kind;
    this.values = values;
    this.faults = faults;
  }

  void judge(Node value, Mapping schema, Place place) {
    some(value, schema.seq("anyOf"), Integer.MAX_VALUE, place);
    some(value, schema.seq("oneOf"), 1, place);
    @Nullable Node not = schema.get("not");
    if (not != null && constraints.against(value, not, place).isEmpty()) {
      values.add(place, "%s has a form that it must not have.".formatted(shown(place)), "");
    }
  }

  private void some(Node value, Seq forms, int most, Place place) {
    int fulfilled = 0;
    @Nullable List<Fault> nearest = null;
    for (Node form : forms) {
      List<Fault> against = constraints.against(value, form, place);
      fulfilled += against.isEmpty() ? 1 : 0;
      if (nearest == null || against.size() < nearest.size()) {
        nearest = against;
      }
    }
    if (nearest != null && fulfilled == 0) {
      none(value, forms, nearest.get(0), place);
    } else if (fulfilled > most) {
      tooMany(value, forms, fulfilled, place);
    }
  }

  private void none(Node value, Seq forms, Fault nearest, Place place) {
    List<String> fields = fields(value, forms);
    if (fields.isEmpty()) {
      values.add(
          place,
          "%s has none of the %s forms that it may have.".formatted(shown(place), forms.size()),
          "For the nearest of them: " + nearest.message());
    } else {
      faults.add(
          new Fault(
              What.MISSING_FIELD,
              place.path(),
              "%s has none of %s, of which it must have one."
                  .formatted(shown(place), Strangers.list(quoted(fields), "and")),
              "Add one of them."));
    }
  }

  private void tooMany(Node value, Seq forms, int fulfilled, Place place) {
    List<String> fields = fields(value, forms);
    fields.removeIf(field -> !((Mapping) value).has(field));
    values.add(
        place,
        fields.isEmpty()
            ? "%s has %s of the forms of which it must have only one."
                .formatted(shown(place), fulfilled)
            : "%s has %s, of which it must have only one."
                .formatted(shown(place), Strangers.list(quoted(fields), "and")),
        fields.isEmpty() ? "" : "Remove all but one of them.");
  }

  private String shown(Place place) {
    return place.shownOf(kind);
  }

  /** The fields of which each form asks for one and for nothing else; none where it is not so. */
  private static List<String> fields(Node value, Seq forms) {
    List<String> fields = new ArrayList<>();
    for (Node form : forms) {
      Mapping own = form instanceof Mapping mapping ? mapping : Mapping.EMPTY;
      Seq required = own.seq("required");
      if (own.size() != 1 || required.size() != 1 || !(value instanceof Mapping)) {
        return new ArrayList<>();
      }
      fields.add(required.get(0).toString());
    }
    return fields;
  }

  private static List<String> quoted(List<String> words) {
    List<String> quoted = new ArrayList<>();
    words.forEach(word -> quoted.add("'" + word + "'"));
    return quoted;
  }
}
