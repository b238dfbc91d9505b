package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several words. */
final class ChoiceType<V> extends Type<V> {
  private final List<Choice<V>> choices;

  ChoiceType(List<Choice<V>> choices) {
    this.choices = List.copyOf(choices);
  }

  @Override
  @Nullable V read(YamlNode node, Reading reading) {
    String word = node instanceof YamlScalar scalar ? scalar.string() : null;
    for (Choice<V> choice : choices) {
      if (choice.word().equals(word)) {
        return choice.value();
      }
    }
    String near = word == null ? "" : Suggestions.didYouMean(word, words());
    if (near.isEmpty()) {
      reading.wrong(node, this);
    } else {
      reading.wrong(
          node, "must be %s, but is '%s'".formatted(Nouns.quoted(words(), "or"), word), near);
    }
    return null;
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.string() != null;
  }

  @Override
  String words(Wording wording) {
    return (wording.many() ? "any of " : "") + wording.codes(words(), "or");
  }

  @Override
  Mapping schema(SchemaForm form) {
    return Mapping.builder()
        .put("type", "string")
        .put("enum", Seq.ofStrings(words()))
        .put("enumDescriptions", Seq.from(choices, choice -> Text.of(choice.doc())))
        .build();
  }

  @Override
  Node show(V value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .findFirst()
        .<Node>map(choice -> Text.of(choice.word()))
        .orElseThrow(() -> new IllegalArgumentException("No word means " + value + "."));
  }

  @Override
  List<Choice<V>> choices() {
    return choices;
  }

  private List<String> words() {
    return choices.stream().map(Choice::word).toList();
  }
}
