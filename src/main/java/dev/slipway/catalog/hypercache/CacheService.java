package dev.slipway.catalog.hypercache;

import dev.slipway.manifest.Copies;
import dev.slipway.network.Exposure;
import java.util.Map;

/**
 * How one of the two Services is reached.
 *
 * @param type ClusterIP by default
 * @param port the Service's port
 * @param annotations such as a cloud's load balancer reads
 */
public record CacheService(Exposure.Type type, int port, Map<String, String> annotations) {
  public static final CacheService CLIENT =
      new CacheService(Exposure.Type.CLUSTER_IP, 8080, Map.of());
  public static final CacheService MGMT =
      new CacheService(Exposure.Type.CLUSTER_IP, 8081, Map.of());

  public CacheService {
    annotations = Copies.sorted(annotations);
  }

  Exposure.Builder begun() {
    Exposure.Builder service =
        switch (type) {
          case CLUSTER_IP -> Exposure.clusterIp();
          case HEADLESS -> Exposure.headless();
          case NODE_PORT -> Exposure.nodePort();
          case LOAD_BALANCER -> Exposure.loadBalancer();
        };
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      service.annotation(annotation.getKey(), annotation.getValue());
    }
    return service;
  }
}
