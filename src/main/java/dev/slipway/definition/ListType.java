package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A list of values of one type. */
final class ListType<V> extends Type<List<V>> {
  private final Type<V> items;
  private final int fewest;

  ListType(Type<V> items, int fewest) {
    this.items = items;
    this.fewest = fewest;
  }

  @Override
  @Nullable List<V> read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlSequence sequence)) {
      reading.wrong(node, this);
      return null;
    }
    if (sequence.size() < fewest) {
      reading.wrong(node, "is empty", "Give it one item or more.");
      return null;
    }
    List<V> read = new ArrayList<>(sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      reading.enter(i);
      V item = items.read(sequence.get(i), reading);
      reading.leave();
      if (item != null) {
        read.add(item);
      }
    }
    return read.isEmpty() && sequence.size() > 0 ? null : Collections.unmodifiableList(read);
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlSequence;
  }

  /** A list of it, where it could be an item. */
  @Override
  Optional<String> meantBy(YamlScalar written) {
    return !written.isNull() && items.resembles(written)
        ? Optional.of("[" + written.text() + "]")
        : Optional.empty();
  }

  @Override
  boolean mayBeSecret() {
    return items.mayBeSecret();
  }

  @Override
  String words(Wording wording) {
    return wording.of("list") + " of " + items.words(wording.plural());
  }

  @Override
  Mapping schema(SchemaForm form) {
    Mapping.Builder schema =
        Mapping.builder().put("type", "array").put("items", items.schema(form));
    if (fewest > 0) {
      schema.put("minItems", fewest);
    }
    return form.listOf(items, schema.build());
  }

  @Override
  Node show(List<V> value) {
    return Seq.from(value, items::show);
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    items.visit(visitor);
  }
}
