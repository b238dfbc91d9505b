package dev.slipway.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a controller of ingresses is told to keep each session on the pod that it began on, by a
 * cookie that it sets on the first answer. A hash of the client's own header would not do: the
 * session's id is in the first answer, so that its first request goes to any pod.
 */
public enum SessionKeeping {
  /**
   * By annotations of the Ingress.
   *
   * @see <a href="https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/">Sticky
   *     sessions</a>
   */
  INGRESS_NGINX {
    @Override
    Map<String, String> ofIngress(String cookie) {
      String prefix = "nginx.ingress.kubernetes.io/";
      return Map.of(
          prefix + "affinity", "cookie",
          // Sessions are not moved when pods are added.
          prefix + "affinity-mode", "persistent",
          prefix + "session-cookie-name", cookie);
    }
  },
  /**
   * By annotations of the Service.
   *
   * @see <a
   *     href="https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/">Annotations
   *     of Services</a>
   */
  TRAEFIK {
    @Override
    Map<String, String> ofService(String cookie, boolean tls) {
      String prefix = "traefik.ingress.kubernetes.io/service.sticky.cookie";
      Map<String, String> annotations = new TreeMap<>();
      annotations.put(prefix, "true");
      annotations.put(prefix + ".name", cookie);
      annotations.put(prefix + ".httponly", "true");
      if (tls) {
        annotations.put(prefix + ".secure", "true");
      }
      return annotations;
    }
  },
  /** In no way that is known here. */
  UNKNOWN;

  /** The usual controller behind an ingress class. */
  static SessionKeeping ofClass(String ingressClass) {
    return switch (ingressClass) {
      case "nginx" -> INGRESS_NGINX;
      case "traefik" -> TRAEFIK;
      default -> UNKNOWN;
    };
  }

  Map<String, String> ofIngress(String cookie) {
    return Map.of();
  }

  Map<String, String> ofService(String cookie, boolean tls) {
    return Map.of();
  }
}
