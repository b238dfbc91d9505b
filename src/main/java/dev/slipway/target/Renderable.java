package dev.slipway.target;

/** A part of the model that renders itself. */
public interface Renderable {

  /** Gives everything that this part is in a cluster to {@code out}, in any order. */
  void render(Target target, Sink out);
}
