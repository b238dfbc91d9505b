package dev.slipway.placement.pod;

/** A port of the node that a pod takes for itself. */
public record HostPort(String ip, String protocol, int port) {
  private static final String ANY = "0.0.0.0";

  static HostPort of(String ip, String protocol, int port) {
    return new HostPort(ip.isEmpty() ? ANY : ip, protocol.isEmpty() ? "TCP" : protocol, port);
  }

  public boolean conflicts(HostPort other) {
    return port == other.port
        && protocol.equals(other.protocol)
        && (ip.equals(other.ip) || ip.equals(ANY) || other.ip.equals(ANY));
  }
}
