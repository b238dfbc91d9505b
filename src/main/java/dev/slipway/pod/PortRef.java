package dev.slipway.pod;

import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import org.jspecify.annotations.Nullable;

/** A container's port, by number or by name. */
public sealed interface PortRef {

  static PortRef of(int number) {
    return new Number(number);
  }

  static PortRef of(String name) {
    return new Name(name);
  }

  /** As a manifest writes it. */
  Node toNode();

  record Number(int number) implements PortRef {
    @Override
    public Node toNode() {
      return Scalar.of(number);
    }

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Number that && number == that.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  record Name(String name) implements PortRef {
    @Override
    public Node toNode() {
      return Text.of(name);
    }

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
