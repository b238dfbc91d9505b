package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of several kinds of object, told apart by a field that only one kind has. */
final class VariantType<T> extends Type<T> {
  private final String noun;
  private final List<Variant<? extends T>> variants;

  VariantType(String noun, List<Variant<? extends T>> variants) {
    this.noun = noun;
    this.variants = List.copyOf(variants);
  }

  @Override
  @Nullable T read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.wrong(node, this);
      reading.lose();
      return null;
    }
    List<Variant<? extends T>> meant = new ArrayList<>(1);
    for (Variant<? extends T> variant : variants) {
      if (mapping.has(variant.key())) {
        meant.add(variant);
      }
    }
    if (meant.size() == 1) {
      return meant.get(0).definition().get().readOrReport(node, reading);
    }
    if (meant.isEmpty()) {
      reportNone(mapping, reading);
    } else {
      reportSeveral(mapping, meant, reading);
    }
    reading.lose();
    return null;
  }

  private void reportNone(YamlMapping mapping, Reading reading) {
    List<String> keys = keys(variants);
    for (int i = 0; i < mapping.size(); i++) {
      String near = Suggestions.didYouMean(mapping.key(i), keys);
      if (!near.isEmpty()) {
        reading.report(
            mapping.keyPosition(i),
            "%s no field '%s'.".formatted(Nouns.has(noun), mapping.key(i)),
            near);
        return;
      }
    }
    reading.report(
        mapping.position(),
        "This %s does not say what kind it is.".formatted(noun),
        "Give it %s. %s".formatted(Nouns.quoted(keys, "or"), reading.forExample()));
  }

  private void reportSeveral(
      YamlMapping mapping, List<Variant<? extends T>> meant, Reading reading) {
    int last = meant.stream().mapToInt(variant -> mapping.indexOf(variant.key())).max().orElse(0);
    reading.report(
        mapping.keyPosition(last),
        "This %s has %s; it can have only one of them."
            .formatted(noun, Nouns.quoted(keys(meant), "and")),
        "Remove what is not meant.");
  }

  private static <T> List<String> keys(List<Variant<? extends T>> variants) {
    return variants.stream().<String>map(Variant::key).toList();
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlMapping;
  }

  @Override
  String words(Wording wording) {
    List<String> kinds = new ArrayList<>();
    for (Variant<? extends T> variant : variants) {
      kinds.add(wording.link(wording.code(variant.key() + ":"), variant.definition().get()));
    }
    return wording.of(noun) + " (" + Nouns.listed(kinds, "or") + ")";
  }

  @Override
  Mapping schema(SchemaForm form) {
    List<Mapping> schemas = new ArrayList<>();
    for (Variant<? extends T> variant : variants) {
      schemas.add(form.reference(variant.definition().get()));
    }
    return Mapping.of(form.isOverlay() ? "anyOf" : "oneOf", Seq.of(schemas));
  }

  @Override
  boolean hasName() {
    return variants.stream()
        .allMatch(variant -> variant.definition().get().field("name").isPresent());
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    variants.forEach(variant -> visitor.accept(variant.definition().get()));
  }
}
