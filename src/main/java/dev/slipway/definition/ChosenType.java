package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of several kinds of object, told apart by the word that one field holds. */
final class ChosenType<T> extends Type<T> {
  private final String noun;
  private final String key;
  private final List<Choice<Supplier<Definition<T>>>> choices;
  private final Supplier<Definition<T>> otherwise;

  ChosenType(
      String noun,
      String key,
      List<Choice<Supplier<Definition<T>>>> choices,
      Supplier<Definition<T>> otherwise) {
    this.noun = noun;
    this.key = key;
    this.choices = List.copyOf(choices);
    this.otherwise = otherwise;
  }

  @Override
  @Nullable T read(YamlNode node, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.wrong(node, this);
      reading.lose();
      return null;
    }
    int entry = mapping.indexOf(key);
    if (entry < 0) {
      return otherwise.get().readOrReport(node, reading);
    }
    YamlNode chosen = mapping.value(entry);
    String word = chosen instanceof YamlScalar scalar ? scalar.string() : null;
    for (Choice<Supplier<Definition<T>>> choice : choices) {
      if (choice.word().equals(word)) {
        return choice.value().get().readOrReport(node, reading);
      }
    }
    List<String> words = choices.stream().map(Choice::word).toList();
    String near = word == null ? "" : Suggestions.didYouMean(word, words);
    reading.report(
        chosen.position(),
        "There is no %s '%s'.".formatted(key, word == null ? chosen.describe() : word),
        near.isEmpty()
            ? "There %s %s.".formatted(words.size() == 1 ? "is" : "are", Nouns.quoted(words, "and"))
            : near);
    reading.lose();
    return null;
  }

  @Override
  boolean resembles(YamlNode node) {
    return node instanceof YamlMapping;
  }

  @Override
  String words(Wording wording) {
    List<String> kinds = new ArrayList<>();
    for (Choice<Supplier<Definition<T>>> choice : choices) {
      kinds.add(wording.link(wording.code(key + ": " + choice.word()), choice.value().get()));
    }
    kinds.add(wording.link(wording.code("no " + key), otherwise.get()));
    return wording.of(noun) + " (" + Nouns.listed(kinds, "or") + ")";
  }

  @Override
  Mapping schema(SchemaForm form) {
    List<Mapping> schemas = new ArrayList<>();
    definitions().forEach(definition -> schemas.add(form.reference(definition)));
    return Mapping.of(form.isOverlay() ? "anyOf" : "oneOf", Seq.of(schemas));
  }

  @Override
  boolean hasName() {
    return definitions().stream().allMatch(definition -> definition.field("name").isPresent());
  }

  @Override
  void visit(Consumer<Definition<?>> visitor) {
    definitions().forEach(visitor);
  }

  private List<Definition<T>> definitions() {
    List<Definition<T>> all = new ArrayList<>();
    choices.forEach(choice -> all.add(choice.value().get()));
    all.add(otherwise.get());
    return all;
  }
}
