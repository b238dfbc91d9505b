package dev.slipway.check.schema;

import dev.slipway.check.schema.Fault.What;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an object of Kubernetes' own as its API server's decoder does: fields that it does not
 * know, values of another type, and fields that must be there.
 *
 * <p>A null is no value, wherever it stands. What is known only later has the right form, and no
 * more is known of it.
 */
final class Judge {
  private static final String METADATA = "meta.v1.ObjectMeta";

  private final KubernetesApi api;
  private final int minor;
  private final List<Fault> faults;
  private final Values values;

  /** In what the server throws away on creation, only the form counts. */
  private boolean onlyForm;

  /** In parts of a schema of somebody's, the server looks for no unknown fields. */
  private boolean anyField;

  Judge(KubernetesApi api, int minor, List<Fault> faults) {
    this.api = api;
    this.minor = minor;
    this.faults = faults;
    this.values = new Values(faults);
  }

  void object(Mapping body, String definition) {
    fields(new Scope(null, Place.ROOT, api.type(definition), body));
  }

  /** What every object has, whoever defined its kind. */
  void metadata(Mapping body, Place place) {
    @Nullable Node metadata = body.get("metadata");
    if (metadata != null) {
      value(metadata, FieldType.defined(METADATA), place.key("metadata"), null);
    }
  }

  private void fields(Scope scope) {
    Mapping body = scope.body();
    for (int i = 0; i < body.size(); i++) {
      String key = body.key(i);
      @Nullable ApiField field = scope.type().field(key, minor);
      if (field != null) {
        boolean before = onlyForm;
        onlyForm |= scope.up() == null && key.equals("status");
        value(body.value(i), field.type(), scope.place().key(key), scope);
        onlyForm = before;
      } else if (!anyField) {
        faults.add(new Strangers(api, minor).fault(scope, key));
      }
    }
    if (!onlyForm) {
      missing(scope);
    }
  }

  private void missing(Scope scope) {
    for (ApiField field : scope.type().required()) {
      if (field == scope.type().field(field.name(), minor)) {
        @Nullable Node value = scope.body().get(field.name());
        if (value == null || Scalar.NULL.equals(value)) {
          faults.add(
              new Fault(
                  What.MISSING_FIELD,
                  scope.place().key(field.name()).path(),
                  "%s has no '%s', which it must have."
                      .formatted(Strangers.atFirst(scope), field.name()),
                  ""));
        }
      }
    }
  }

  private void value(Node value, FieldType type, Place place, @Nullable Scope scope) {
    switch (type.sign()) {
      case '[' -> list(value, type.item(), place, scope);
      case '{' -> map(value, type.item(), place, scope);
      case '~', '?' -> loose(value, type, place, scope);
      case FieldType.DEFINED -> {
        if (value instanceof Mapping part) {
          fields(new Scope(scope, place, type.definition(api), part));
        } else if (!Scalar.NULL.equals(value)) {
          values.wrong(value, "fields", place);
        }
      }
      default -> values.judge(value, type, place, onlyForm);
    }
  }

  private void list(Node value, FieldType type, Place place, @Nullable Scope scope) {
    if (!(value instanceof Seq items)) {
      if (!Scalar.NULL.equals(value)) {
        values.wrong(value, "a list", place);
      }
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      value(present(items.get(i), type), type, place.index(i), scope);
    }
  }

  private void map(Node value, FieldType type, Place place, @Nullable Scope scope) {
    if (!(value instanceof Mapping entries)) {
      if (!Scalar.NULL.equals(value)) {
        values.wrong(value, "a map", place);
      }
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      value(present(entries.value(i), type), type, place.entry(entries.key(i)), scope);
    }
  }

  /** An item cannot be left out: for the server, a null is one without any fields. */
  private static Node present(Node item, FieldType type) {
    return Scalar.NULL.equals(item) && type.isDefined() ? Mapping.EMPTY : item;
  }

  private void loose(Node value, FieldType type, Place place, @Nullable Scope scope) {
    ApiType definition = type.item().definition(api);
    boolean before = anyField;
    anyField = true;
    if (value instanceof Mapping part) {
      fields(new Scope(scope, place, definition, part));
    } else if (type.sign() == '?') {
      if (!(value instanceof Scalar scalar) || !(scalar.isNull() || scalar.asBoolean() != null)) {
        values.wrong(value, "fields, true or false", place);
      }
    } else if (value instanceof Seq items) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Mapping part) {
          fields(new Scope(scope, place.index(i), definition, part));
        }
      }
    }
    anyField = before;
  }
}
