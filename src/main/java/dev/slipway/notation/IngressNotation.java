package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.SessionKeeping;
import java.util.Map;

/** Ways into the cluster for HTTP, in a file: ingresses and routes. */
public final class IngressNotation {
  private static final Format COOKIE =
      Format.of("name of a cookie", "[A-Za-z0-9_-]{1,128}", "is no name of a cookie");

  // an Ingress
  private static final Field<String> HOST =
      Field.required("host", Type.string(), "The host name.").example("shop.example.com");
  private static final Field<String> PATH =
      Field.optional("path", Type.string(), "The path that leads to the Service, and all below.")
          .byDefault("/")
          .example("/api");
  private static final Field<String> CLASS =
      Field.optional("class", Type.string(), "The ingress class.")
          .byDefaultIs("the cluster's default class")
          .example("traefik");
  private static final Field<String> TLS_SECRET =
      Field.optional(
              "tlsSecret",
              Type.string().of(Format.DNS_SUBDOMAIN),
              "The kubernetes.io/tls Secret with the host's certificate.")
          .example("shop-tls");
  private static final Field<String> ISSUER =
      Field.optional(
              "clusterIssuer",
              Type.string(),
              "The ClusterIssuer of cert-manager that makes the certificate into that Secret.")
          .example("letsencrypt");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "Annotations, such as a cloud's load balancer reads.")
          .example("{example.com/scope: internal}");
  private static final Field<Map<String, String>> CONTROLLER =
      Field.optional(
              "controllerNamespace",
              Type.mapOf(Format.LABEL_KEY, Type.string()),
              "Labels of the namespace of the ingress controller's pods, for the network policy.")
          .byDefaultIs("any namespace")
          .example("{kubernetes.io/metadata.name: traefik}");
  private static final Field<String> SESSION_COOKIE =
      Field.optional(
              "sessionCookie",
              Type.string().of(COOKIE),
              "Keeps each session on the pod that it began on, by a cookie of this name.")
          .byDefaultIs("sessions go to any pod")
          .example("shop-session");
  private static final Field<SessionKeeping> CONTROLLER_KIND =
      Field.optional(
              "controller",
              Type.oneOf(
                  Choice.of("traefik", SessionKeeping.TRAEFIK, "by the Service's annotations"),
                  Choice.of(
                      "ingress-nginx",
                      SessionKeeping.INGRESS_NGINX,
                      "by the Ingress's annotations; retired in March 2026"),
                  Choice.of("other", SessionKeeping.UNKNOWN, "in no way that is known here")),
              "What serves the class, and so how sessions are kept.")
          .byDefaultIs("traefik for the class traefik, ingress-nginx for nginx, else other")
          .example("traefik");
  private static final Definition<Ingress> INGRESS =
      Definition.of("ingress", "A way into the cluster for HTTP.")
          .hint("tlsSecret: shop-tls", "tls", "secretName")
          .hint("class: traefik", "ingressClass", "ingressClassName")
          .fields(HOST, PATH, CLASS, TLS_SECRET, ISSUER, ANNOTATIONS, CONTROLLER)
          .fields(SESSION_COOKIE, CONTROLLER_KIND)
          .building(IngressNotation::ingress);

  // an HTTPRoute
  private static final Field<String> GATEWAY =
      Field.required("gateway", Type.string().of(Format.DNS_SUBDOMAIN), "The Gateway's name.")
          .example("public");
  private static final Field<String> GATEWAY_NAMESPACE =
      Field.optional("gatewayNamespace", Type.string().of(Format.DNS_LABEL), "Its namespace.")
          .byDefaultIs("the workload's own")
          .example("gateways");
  private static final Field<String> LISTENER =
      Field.optional("listener", Type.string(), "The Gateway's listener.")
          .byDefaultIs("every one that takes the host")
          .example("https");
  private static final Definition<HttpRoute> ROUTE =
      Definition.of("route", "A way into the cluster by the Gateway API; TLS ends at the Gateway.")
          .fields(GATEWAY, GATEWAY_NAMESPACE, LISTENER, HOST, PATH, SESSION_COOKIE, CONTROLLER)
          .building(
              given ->
                  new HttpRoute(
                      given.get(GATEWAY),
                      given.find(GATEWAY_NAMESPACE),
                      given.find(LISTENER),
                      given.get(HOST),
                      given.get(PATH),
                      given.find(SESSION_COOKIE),
                      given.get(CONTROLLER, Map.of())));

  private IngressNotation() {}

  public static Type<Ingress> type() {
    return Type.object(INGRESS);
  }

  public static Type<HttpRoute> route() {
    return Type.object(ROUTE);
  }

  private static Ingress ingress(Given given) {
    Ingress.Builder ingress = Ingress.host(given.get(HOST)).path(given.get(PATH));
    if (given.has(CLASS)) {
      ingress.className(given.get(CLASS));
    }
    if (given.has(TLS_SECRET) && given.has(ISSUER)) {
      ingress.tls(given.get(TLS_SECRET), given.get(ISSUER));
    } else if (given.has(TLS_SECRET)) {
      ingress.tls(given.get(TLS_SECRET));
    }
    for (Map.Entry<String, String> annotation : given.get(ANNOTATIONS, Map.of()).entrySet()) {
      ingress.annotation(annotation.getKey(), annotation.getValue());
    }
    if (given.has(CONTROLLER)) {
      ingress.controllerNamespace(given.get(CONTROLLER));
    }
    if (given.has(SESSION_COOKIE)) {
      ingress.sessionCookie(given.get(SESSION_COOKIE));
    }
    if (given.has(CONTROLLER_KIND)) {
      ingress.sessionKeeping(given.get(CONTROLLER_KIND));
    }
    return ingress.build();
  }
}
