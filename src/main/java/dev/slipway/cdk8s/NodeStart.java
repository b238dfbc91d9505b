package dev.slipway.cdk8s;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import software.amazon.jsii.JsiiEngine;

/**
 * Starts Node.js for cdk8s while the program does something else, such as declaring its cluster and
 * applications: it takes about as long as all the rest of a small app.
 *
 * <p>Between {@link #begin} and {@link #await} the program must use nothing of cdk8s, not even a
 * new {@code App}: jsii is for one thread at a time.
 */
public final class NodeStart {
  private final CompletableFuture<Optional<String>> problem = new CompletableFuture<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  private NodeStart() {}

  /** Begins to start Node.js. */
  public static NodeStart begin() {
    return begin(start -> start.explained(System.getenv(), NodeStart::load));
  }

  /** Looks first whether there is a Node.js that will do, which takes one more process. */
  static NodeStart begin(Map<String, String> env) {
    return begin(start -> start.checked(env));
  }

  static NodeStart begin(Consumer<NodeStart> how) {
    NodeStart start = new NodeStart();
    Thread thread = new Thread(() -> start.heard(how), "slipway-node-start");
    thread.setDaemon(true);
    thread.start();
    return start;
  }

  /**
   * Waits until cdk8s can be used. What the start failed of is thrown here as it was thrown there,
   * unless Node.js is to blame.
   *
   * @throws IllegalStateException if there is no Node.js that it runs on, with what to do about it
   */
  public void await() {
    problem()
        .ifPresent(
            message -> {
              throw new IllegalStateException(message);
            });
    join(started);
  }

  /** What is wrong with the machine's Node.js, as soon as that is known. */
  Optional<String> problem() {
    return join(problem);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Whatever is thrown while it starts, somebody waits for it, and must not wait for ever. */
  private void heard(Consumer<NodeStart> how) {
    try {
      how.accept(this);
    } catch (Throwable e) {
      problem.completeExceptionally(e);
      started.completeExceptionally(e);
    }
  }

  private void checked(Map<String, String> env) {
    problem.complete(NodeRuntime.problem(env));
    if (problem().isEmpty()) {
      explained(env, NodeStart::load);
    }
  }

  private static void load() {
    JsiiEngine.getInstance().loadModule(TreeSideModule.class);
  }

  /** Starts it, and where that fails looks whether Node.js is to blame. */
  void explained(Map<String, String> env, Runnable load) {
    try {
      load.run();
      problem.complete(Optional.empty());
      started.complete(null);
    } catch (RuntimeException e) {
      problem.complete(NodeRuntime.problem(env));
      started.completeExceptionally(e);
    }
  }
}
