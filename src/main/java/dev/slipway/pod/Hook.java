package dev.slipway.pod;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import java.util.List;

/** What the kubelet does in a container before it sends SIGTERM, or after it has started it. */
public sealed interface Hook {

  Mapping toNode();

  static Hook exec(String... command) {
    return new Exec(List.of(command));
  }

  /** Waits, so that load balancers can learn that the pod is going; needs Kubernetes 1.30. */
  static Hook sleep(int seconds) {
    return new Sleep(seconds);
  }

  static Hook http(String path, PortRef port) {
    return new Http(path, port);
  }

  record Exec(List<String> command) implements Hook {
    @Override
    public Mapping toNode() {
      return Mapping.of("exec", Mapping.of("command", Seq.ofStrings(command)));
    }
  }

  record Sleep(int seconds) implements Hook {
    @Override
    public Mapping toNode() {
      return Mapping.of("sleep", Mapping.builder().put("seconds", seconds).build());
    }
  }

  record Http(String path, PortRef port) implements Hook {
    @Override
    public Mapping toNode() {
      return Mapping.of(
          "httpGet", Mapping.builder().put("path", path).put("port", port.toNode()).build());
    }
  }
}
