package dev.slipway.check.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A definition: the fields of an object or of a part of one. */
final class ApiType {
  private final String name;
  private final List<ApiField> fields;

  /** Of several fields of a name, in several releases, the last one. */
  private final Map<String, ApiField> byName;

  private final List<ApiField> required = new ArrayList<>(2);

  private ApiType(String name, List<ApiField> fields) {
    this.name = name;
    this.fields = fields;
    this.byName = new HashMap<>(2 * fields.size());
    for (ApiField field : fields) {
      byName.put(field.name(), field);
      if (field.required()) {
        required.add(field);
      }
    }
  }

  static ApiType of(String name, String[] parts) {
    String scope = name.substring(0, name.lastIndexOf('.'));
    List<ApiField> fields = new ArrayList<>(parts.length);
    for (String part : parts) {
      fields.add(ApiField.of(part, scope));
    }
    return new ApiType(name, fields);
  }

  /** As Kubernetes' reference calls it: {@code PodSpec}. */
  String plainName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The field of a name in a release, or null; the newest of them where that is not known. */
  @Nullable ApiField field(String key, int minor) {
    @Nullable ApiField found = byName.get(key);
    if (found == null || found.releases().include(minor)) {
      return found;
    }
    found = null;
    for (ApiField field : fields) {
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
    return fields;
  }

  /** Those of the fields that must be there. */
  List<ApiField> required() {
    return required;
  }

  /** The names of the fields in a release. */
  List<String> names(int minor) {
    List<String> names = new ArrayList<>();
    for (ApiField field : fields) {
      if (field.releases().include(minor)) {
        names.add(field.name());
      }
    }
    return names;
  }
}
