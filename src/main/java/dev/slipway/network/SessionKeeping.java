package dev.slipway.network;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
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

    /**
     * As its maintainers announced.
     *
     * @see <a href="https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/">Ingress NGINX
     *     Retirement</a>
     */
    @Override
    Optional<YearMonth> ended() {
      return Optional.of(YearMonth.of(2026, 3));
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

  /** The last month in which the controller was maintained, if it no longer is. */
  Optional<YearMonth> ended() {
    return Optional.empty();
  }

  Map<String, String> ofIngress(String cookie) {
    return Map.of();
  }

  Map<String, String> ofService(String cookie, boolean tls) {
    return Map.of();
  }
}
