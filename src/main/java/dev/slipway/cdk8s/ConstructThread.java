package dev.slipway.cdk8s;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Keeps construct trees to one thread. jsii talks to one Node.js process without locks: two threads
 * that build constructs get wrong trees, silently.
 */
final class ConstructThread {
  private static final Map<IConstruct, Thread> OWNERS = new WeakHashMap<>();
  private static final AtomicReference<@Nullable Thread> BUILDING = new AtomicReference<>();

  private ConstructThread() {}

  /**
   * Does a step of building a tree.
   *
   * @throws IllegalStateException if another thread builds constructs now, or built this tree
   */
  static void build(Construct within, Runnable step) {
    Thread mine = Thread.currentThread();
    @Nullable Thread other = BUILDING.compareAndExchange(null, mine);
    if (other != null && other != mine) {
      throw busy(mine, other);
    }
    try {
      own(within.getNode().getRoot(), mine);
      step.run();
    } finally {
      if (other == null) {
        BUILDING.set(null);
      }
    }
  }

  private static void own(IConstruct root, Thread mine) {
    synchronized (OWNERS) {
      @Nullable Thread owner = OWNERS.putIfAbsent(root, mine);
      if (owner != null && owner != mine) {
        throw busy(mine, owner);
      }
    }
  }

  private static IllegalStateException busy(Thread mine, Thread other) {
    return new IllegalStateException(
        ("Thread '%s' adds constructs where thread '%s' does. cdk8s is not thread-safe: build all"
                + " constructs of a program in one thread.")
            .formatted(mine.getName(), other.getName()));
  }
}
