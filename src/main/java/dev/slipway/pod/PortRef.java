package dev.slipway.pod;

import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;

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
  }

  record Name(String name) implements PortRef {
    @Override
    public Node toNode() {
      return Text.of(name);
    }
  }
}
