package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map whose keys the user chooses. */
final class MapType<V> extends Type<Map<String, V>> {
  private final Format keys;
  private final Type<V> values;

  MapType(Format keys, Type<V> values) {
    this.keys = keys;
    this.values = values;
  }

  @Override
  @Nullable Map<String, V> read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.wrong(node, this);
      return null;
    }
    Map<String, V> read = new LinkedHashMap<>();
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i);
      String wrong = keys.check(key);
      if (wrong != null) {
        reading.report(
            mapping.keyPosition(i),
            "%s has the key '%s', which %s.".formatted(reading.subject(), key, wrong),
            reading.forExample());
      }
      reading.enter(key);
      V value = values.read(mapping.value(i), reading);
      reading.leave();
      if (value != null && wrong == null) {
        read.put(key, value);
      }
    }
    return read.isEmpty() && mapping.size() > 0 ? null : Collections.unmodifiableMap(read);
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlMapping;
  }

  @Override
  boolean mayBeSecret() {
    return values.mayBeSecret();
  }

  @Override
  String words(Wording wording) {
    Wording many = wording.plural();
    return wording.of("map") + " from " + many.of(keys.noun()) + " to " + values.words(many);
  }

  @Override
  Mapping schema(SchemaForm form) {
    Mapping.Builder names = Mapping.builder();
    keys.restrict(names, false);
    return Mapping.builder()
        .put("type", "object")
        .put("propertyNames", names.build())
        .put("additionalProperties", form.removable(values.schema(form)))
        .build();
  }

  @Override
  Node show(Map<String, V> value) {
    Mapping.Builder shown = Mapping.builder();
    value.forEach((key, item) -> shown.put(key, values.show(item)));
    return shown.build();
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    values.visit(visitor);
  }
}
