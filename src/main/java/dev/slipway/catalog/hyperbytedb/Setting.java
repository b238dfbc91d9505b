package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a HyperbytedbCluster, with its type, range and default. Every one is a constant: of
 * {@link Spec}, {@link Server}, {@link Storage} and so on.
 *
 * <p>What is not set is left to the operator, which then takes the default.
 *
 * @param <V> what its values are
 */
public final class Setting<V> implements Member {
  private final List<String> path;
  private final Field<V> field;
  private final Function<? super V, ? extends Node> toNode;

  Setting(List<String> path, Field<V> field, Function<? super V, ? extends Node> toNode) {
    this.path = path;
    this.field = field;
    this.toNode = toNode;
  }

  /** Where it stands in the spec: {@code server.port}. */
  public String name() {
    return String.join(".", path);
  }

  @Override
  public Field<V> field() {
    return field;
  }

  Node node(V value) {
    return toNode.apply(value);
  }

  /** What a spec says of it, if anything. */
  Optional<Node> find(Mapping spec) {
    return Optional.ofNullable(spec.at(path.toArray(new String[0])));
  }

  boolean isGiven(Mapping spec) {
    return find(spec).isPresent();
  }

  /** What counts: what the spec says, or the default. */
  private @Nullable Node counting(Mapping spec) {
    return find(spec)
        .orElseGet(() -> field.hasDefaultValue() ? toNode.apply(field.defaultValue()) : null);
  }

  boolean isTrue(Mapping spec) {
    return counting(spec) instanceof Scalar scalar && Boolean.TRUE.equals(scalar.asBoolean());
  }

  /** The number that counts; 0 where there is none. */
  long number(Mapping spec) {
    Long number = counting(spec) instanceof Scalar scalar ? scalar.asLong() : null;
    return number == null ? 0 : number;
  }

  /** The string that counts; empty where there is none. */
  String text(Mapping spec) {
    return counting(spec) instanceof Text text ? text.known().orElse("") : "";
  }

  @Override
  public @Nullable Node read(Given given) {
    return given.find(field).map(this::node).orElse(null);
  }

  @Override
  public @Nullable Node assemble(Map<Setting<?>, Node> settings) {
    return settings.get(this);
  }

  @Override
  public String toString() {
    return name();
  }
}
