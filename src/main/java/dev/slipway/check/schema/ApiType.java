package dev.slipway.check.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition: the fields of an object or of a part of one, each taken apart when it is first
 * asked for.
 */
final class ApiType {
  private static final char REQUIRED = '!';

  private final String name;
  private final String scope;
  private final Parts parts;
  private final @Nullable ApiField[] fields;

  /** Of several fields of a name, in several releases, the last one. */
  private final Map<String, ApiField> byName = new HashMap<>();

  private @Nullable List<ApiField> required;

  ApiType(String name, Parts parts) {
    this.name = name;
    this.scope = name.substring(0, name.lastIndexOf('.'));
    this.parts = parts;
    this.fields = new @Nullable ApiField[parts.size()];
  }

  /** As Kubernetes' reference calls it: {@code PodSpec}. */
  String plainName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The field of a name in a release, or null; the newest of them where that is not known. */
  @Nullable ApiField field(String key, int minor) {
    @Nullable ApiField found = byName.get(key);
    if (found == null) {
      int last = parts.find(key);
      if (last < 0) {
        return null;
      }
      found = field(last, key);
      byName.put(key, found);
    }
    return found.releases().include(minor) ? found : older(key, minor);
  }

  private @Nullable ApiField older(String key, int minor) {
    @Nullable ApiField found = null;
    for (ApiField field : fields()) {
      if (field.name().equals(key) && field.releases().include(minor)) {
        found = field;
      }
    }
    return found;
  }

  /** A field of a name that other releases have, or null. */
  @Nullable ApiField elsewhere(String key) {
    return field(key, Releases.UNKNOWN);
  }

  List<ApiField> fields() {
    List<ApiField> all = new ArrayList<>(fields.length);
    for (int i = 0; i < fields.length; i++) {
      all.add(field(i, parts.name(i)));
    }
    return all;
  }

  /** Those of the fields that must be there. */
  List<ApiField> required() {
    List<ApiField> known = required;
    if (known == null) {
      known = new ArrayList<>(2);
      for (int i = 0; i < fields.length; i++) {
        if (parts.sign(i) == REQUIRED) {
          known.add(field(i, parts.name(i)));
        }
      }
      required = known;
    }
    return known;
  }

  /** The names of the fields in a release. */
  List<String> names(int minor) {
    List<String> names = new ArrayList<>();
    for (ApiField field : fields()) {
      if (field.releases().include(minor)) {
        names.add(field.name());
      }
    }
    return names;
  }

  private ApiField field(int part, String fieldName) {
    @Nullable ApiField known = fields[part];
    if (known == null) {
      boolean isRequired = parts.sign(part) == REQUIRED;
      int behind = parts.start(part) + fieldName.length() + (isRequired ? 2 : 1);
      known = ApiField.of(fieldName, isRequired, parts.string(behind, parts.end(part)), scope);
      fields[part] = known;
    }
    return known;
  }
}
