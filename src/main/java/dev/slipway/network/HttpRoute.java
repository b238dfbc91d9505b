package dev.slipway.network;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.Map;
import java.util.Optional;

/**
 * A way into the cluster by the Gateway API: a host name of a Gateway that leads to a Service. TLS
 * ends at the Gateway, which belongs to somebody else.
 *
 * @param gateway the Gateway's name
 * @param gatewayNamespace its namespace; empty for the workload's own
 * @param listener the Gateway's listener; empty for every one that takes the host
 * @param host such as {@code forms.example.com}
 * @param path the paths that lead to the Service: this one and all below
 * @param sessionCookie the cookie that keeps a session on its pod; empty for none
 * @param controllerNamespace labels of the namespace of the Gateway's pods, which the network
 *     policy must let in; empty for any
 * @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/#httproute">HTTPRoute</a>
 */
public record HttpRoute(
    String gateway,
    Optional<String> gatewayNamespace,
    Optional<String> listener,
    String host,
    String path,
    Optional<String> sessionCookie,
    Map<String, String> controllerNamespace) {

  /**
   * A route, checked.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
   */
  public HttpRoute {
    controllerNamespace = Map.copyOf(controllerNamespace);
    Problems problems = new Problems();
    Optional<String> wrong = Names.subdomain(host.startsWith("*.") ? host.substring(2) : host);
    if (wrong.isPresent()) {
      problems.add(
          "The host '" + host + "' " + wrong.get() + ".",
          "Give a host name without a port.",
          "host");
    }
    if (!path.startsWith("/")) {
      problems.add(
          "The path '" + path + "' does not begin with '/'.", "Begin it with '/'.", "path");
    }
    problems.throwIfAny("route");
  }

  /** A host name that a Gateway of the workload's own namespace takes. */
  public static HttpRoute of(String gateway, String host) {
    return new HttpRoute(
        gateway, Optional.empty(), Optional.empty(), host, "/", Optional.empty(), Map.of());
  }

  /** This route, keeping each session on the pod that it began on by a cookie of this name. */
  public HttpRoute keepingSessions(String cookie) {
    return new HttpRoute(
        gateway, gatewayNamespace, listener, host, path, Optional.of(cookie), controllerNamespace);
  }

  /** The HTTPRoute's {@code spec}, leading to a port of a Service. */
  public Mapping spec(String service, ServicePort port) {
    Mapping.Builder parent = Mapping.builder().put("name", gateway);
    if (gatewayNamespace.isPresent()) {
      parent.put("namespace", gatewayNamespace.get());
    }
    if (listener.isPresent()) {
      parent.put("sectionName", listener.get());
    }
    Mapping match =
        Mapping.of("path", Mapping.of("type", Text.of("PathPrefix"), "value", Text.of(path)));
    Mapping backend = Mapping.of("name", Text.of(service), "port", Scalar.of(port.port()));
    Mapping.Builder rule =
        Mapping.builder().put("matches", Seq.of(match)).put("backendRefs", Seq.of(backend));
    if (sessionCookie.isPresent()) {
      rule.put(
          "sessionPersistence",
          Mapping.of("sessionName", Text.of(sessionCookie.get()), "type", Text.of("Cookie")));
    }
    return Mapping.builder()
        .put("parentRefs", Seq.of(parent.build()))
        .put("hostnames", Seq.of(Text.of(host)))
        .put("rules", Seq.of(rule.build()))
        .build();
  }
}
