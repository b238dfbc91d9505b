package dev.slipway.testing.controlplane;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Something that runs while tests do, and is closed after them, whatever happens.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Running<ControlPlane> cluster = Running.forClass(() -> ControlPlane.start(nodes));
 * }</pre>
 *
 * <p>Several of a class start in the order of {@link org.junit.jupiter.api.Order} and are closed in
 * the reverse one.
 */
public final class Running<T extends AutoCloseable> implements BeforeAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(Running.class);

  private final Object key;
  private final boolean shared;
  private final Supplier<T> start;
  private @Nullable T running;

  private Running(Object key, boolean shared, Supplier<T> start) {
    this.key = key;
    this.shared = shared;
    this.start = start;
  }

  /** Starts before the class's first test and closes after its last. */
  public static <T extends AutoCloseable> Running<T> forClass(Supplier<T> start) {
    return new Running<>(new Object(), false, start);
  }

  /** Starts before the first test that shares the name, and closes after the run's last test. */
  public static <T extends AutoCloseable> Running<T> shared(String name, Supplier<T> start) {
    return new Running<>(name, true, start);
  }

  /** What runs. */
  public T get() {
    return Objects.requireNonNull(running, "starts before the first test of a class");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Store store = (shared ? context.getRoot() : context).getStore(NAMESPACE);
    @SuppressWarnings("unchecked") // A shared name stands for one supplier.
    T started = (T) store.computeIfAbsent(key, any -> start.get());
    running = started;
  }
}
