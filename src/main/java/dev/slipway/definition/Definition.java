package dev.slipway.definition;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of object looks like in a file, and how it is built from it. The reader, the JSON
 * Schema ({@link JsonSchema}) and the reference page ({@link ReferencePage}) come from it.
 * Immutable.
 *
 * <pre>{@code
 * static final Definition<NodeGroup> NODE_GROUP =
 *     Definition.of("node group", "Nodes of one shape, with the same labels and taints.")
 *         .builder(NAME, NodeGroup::builder)
 *         .with(LABELS, NodeGroup.Builder::labels)
 *         .with(ZONES, NodeGroup.Builder::zones)
 *         .building(NodeGroup.Builder::build);
 *
 * static final Definition<Taint> TAINT =
 *     Definition.of("taint", "What keeps pods off a node unless they tolerate it.")
 *         .fields(KEY, VALUE, EFFECT)
 *         .building(given -> new Taint(given.get(KEY), given.get(VALUE), given.get(EFFECT)));
 * }</pre>
 *
 * <p>Where a builder finds that its values do not fit each other, the problem stands at the object,
 * or at the field whose name the problem's {@code where} begins with.
 *
 * @param <T> what an object becomes
 */
public final class Definition<T> {
  /** More names than that help nobody who misspelt one. */
  private static final int MOST_NAMED = 25;

  private final String noun;
  private final String doc;
  private final Field<?>[] fields;
  private final Map<String, Integer> ranks;
  private final Hints hints;
  private final Set<String> scope;
  private final Construction<T> construction;

  /** How an object is built from values that are right in themselves. */
  interface Construction<T> {
    /** The object, or null after reporting why there is none. */
    @Nullable T construct(Given given, Reading reading);
  }

  Definition(
      String noun,
      String doc,
      List<Field<?>> fields,
      Hints hints,
      Set<String> scope,
      Construction<T> construction) {
    this.noun = noun;
    this.doc = doc;
    this.fields = fields.toArray(new Field<?>[0]);
    this.ranks = new HashMap<>(2 * this.fields.length);
    this.hints = hints;
    this.scope = scope;
    this.construction = construction;
    for (int i = 0; i < this.fields.length; i++) {
      if (ranks.put(this.fields[i].name(), i) != null) {
        throw new IllegalArgumentException(
            "The definition of %s has the field '%s' twice.".formatted(noun, this.fields[i]));
      }
    }
  }

  /**
   * Begins a definition.
   *
   * @param noun what an object of this kind is called: "node group"
   * @param doc what it is; full sentences, of which the first stands alone
   */
  public static Outline of(String noun, String doc) {
    return new Outline(noun, doc);
  }

  /** What an object of this kind is called: "node group". */
  public String noun() {
    return noun;
  }

  /** What an object of this kind is: full sentences, of which the first stands alone. */
  public String doc() {
    return doc;
  }

  /** The fields, in the order in which people write them. */
  public List<Field<?>> fields() {
    return List.of(fields);
  }

  /** The field of a name, if there is one. */
  public Optional<Field<?>> field(String name) {
    return Optional.ofNullable(ranks.get(name)).map(rank -> fields[rank]);
  }

  /**
   * What a file says, where every string counts as it is written.
   *
   * @throws InvalidInputException with every problem, each with its place
   */
  public T read(YamlNode root) {
    return read(root, Reading.plain());
  }

  /**
   * What a file says.
   *
   * @throws InvalidInputException with every problem, each with its place
   */
  public T read(YamlNode root, Reading reading) {
    return read(root, reading, whole -> List.of());
  }

  /**
   * What a file says; where something in it is wrong, what could be read is judged all the same, so
   * that everything is told at once.
   *
   * @param judge tells what is wrong with the whole
   * @throws InvalidInputException with every problem, each with its place
   */
  public T read(YamlNode root, Reading reading, Function<? super T, List<Problem>> judge) {
    T read = readOrReport(root, reading);
    reading.closeAll();
    if (read != null && reading.problemCount() > 0) {
      reading.reportToo(Places.of(root), () -> judge.apply(read));
    }
    reading.finish();
    if (read == null) {
      throw new IllegalStateException("Reading " + noun + " gave neither a value nor a problem.");
    }
    return read;
  }

  @Nullable T readOrReport(YamlNode node, Reading reading) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.wrong(node, Type.object(this));
      return null;
    }
    if (scope.isEmpty()) {
      return readFields(mapping, reading);
    }
    NameScope names = new NameScope(scope);
    reading.open(names);
    T read = readFields(mapping, reading);
    reading.close(names);
    return read;
  }

  private @Nullable T readFields(YamlMapping mapping, Reading reading) {
    @Nullable Object[] values = new Object[fields.length];
    Set<String> misspelled = new HashSet<>();
    for (int i = 0; i < mapping.size(); i++) {
      Integer rank = ranks.get(mapping.key(i));
      if (rank == null) {
        reportUnknown(mapping, i, reading);
        meant(mapping.key(i)).ifPresent(misspelled::add);
      } else {
        values[rank] = readField(fields[rank], mapping, i, reading);
      }
    }
    for (int i = 0; i < fields.length; i++) {
      String name = fields[i].name();
      if (fields[i].isRequired() && !mapping.has(name) && !misspelled.contains(name)) {
        reportMissing(fields[i], mapping, reading);
      }
    }
    T made = constructed(new Given(fields, values, mapping), reading);
    if (made == null) {
      reading.lose();
    }
    return made;
  }

  /** Also where some fields are wrong, so that what else is wrong is found in the same run. */
  private @Nullable T constructed(Given given, Reading reading) {
    try {
      return construction.construct(given, reading);
    } catch (Unread e) {
      return null;
    }
  }

  private <V> @Nullable V readField(
      Field<V> field, YamlMapping mapping, int entry, Reading reading) {
    reading.enter(field);
    V value = field.type().read(mapping.value(entry), reading);
    reading.leave();
    if (!field.deprecated().isEmpty()) {
      noticeDeprecated(field, mapping.keyPosition(entry), reading);
    }
    return value;
  }

  private void reportUnknown(YamlMapping mapping, int entry, Reading reading) {
    String key = mapping.key(entry);
    reading.report(
        mapping.keyPosition(entry),
        "%s no field '%s'.".formatted(Nouns.has(noun), key),
        hints
            .of(key)
            .map("Did you mean '%s'?"::formatted)
            .or(() -> meant(key).map("Did you mean '%s'?"::formatted))
            .orElseGet(() -> fieldsThatThereAre(reading)));
  }

  private String fieldsThatThereAre(Reading reading) {
    List<String> names = names();
    String all =
        names.size() > MOST_NAMED
            ? "Its reference page has its fields."
            : "It can have %s.".formatted(Nouns.quoted(names, "and"));
    return (all + " " + reading.see(this)).strip();
  }

  /** The field that is meant by a word that is none. */
  private Optional<String> meant(String key) {
    return Optional.ofNullable(hints.field(key)).or(() -> Suggestions.closest(key, names()));
  }

  Hints hints() {
    return hints;
  }

  private List<String> names() {
    return fields().stream().map(Field::name).toList();
  }

  private void reportMissing(Field<?> field, YamlMapping mapping, Reading reading) {
    reading.report(
        mapping.position(),
        "%s no '%s'.".formatted(Nouns.thisHas(noun), field.name()),
        field
            .inlineExample()
            .map("Add it, for example '%s'."::formatted)
            .orElseGet(() -> ("Add it. " + reading.see(this)).strip()));
  }

  private void noticeDeprecated(Field<?> field, Position at, Reading reading) {
    reading.notice(
        at,
        "The field '%s' of %s is deprecated.".formatted(field.name(), Nouns.withArticle(noun)),
        field.deprecated());
  }

  @Override
  public String toString() {
    return noun;
  }
}
