package dev.slipway.pulumi;

import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine that accepts every resource and remembers it. */
final class EngineRecorder implements Mocks {
  private final List<ResourceArgs> registered = new CopyOnWriteArrayList<>();

  /** The Kubernetes resources, in the order in which they came. */
  List<ResourceArgs> objects() {
    return registered.stream().filter(args -> args.type.startsWith("kubernetes:")).toList();
  }

  ResourceArgs object(String type, String name) {
    return objects().stream()
        .filter(args -> args.type.equals(type) && args.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + type
                        + " '"
                        + name
                        + "' among "
                        + objects().stream().map(a -> a.name).toList()));
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    registered.add(args);
    Map<String, Object> state = new HashMap<>(args.inputs);
    if (args.type.startsWith("aws:")) {
      state.putIfAbsent("name", args.name);
      state.put("arn", "arn-of-" + args.name);
      state.put("repositoryUrl", "url-of-" + args.name);
    }
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "_id"), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    return CompletableFuture.completedFuture(Map.of());
  }
}
