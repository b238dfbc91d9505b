package dev.slipway.catalog.hypercache;

/**
 * The ports that the server listens on, each 1 to 65535.
 *
 * @param api clients
 * @param mgmt metrics and operations
 * @param dist the other pods
 */
public record CachePorts(int api, int mgmt, int dist) {
  public static final CachePorts DEFAULT = new CachePorts(8080, 8081, 7946);
}
