package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.network.Egress;
import dev.slipway.network.Exposure;
import dev.slipway.network.HttpRoute;
import dev.slipway.network.Ingress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.network.ServicePort;
import dev.slipway.network.SessionKeeping;
import dev.slipway.pod.PortRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Services, ingresses and network policies, in a file. */
public final class NetworkNotation {
  // a Service's port
  private static final Field<String> PORT_NAME =
      Field.optional("name", Type.string().of(Format.DNS_LABEL), "The port's name.")
          .example("http");
  private static final Field<Integer> PORT =
      Field.required("port", Type.port(), "The Service's port.").example("80");
  private static final Field<PortRef> TARGET =
      Field.optional("target", ProbeNotation.portRef(), "The pods' port, by number or name.")
          .byDefaultIs("the pods' port of the same name, or the same number")
          .example("http");
  private static final Field<String> PROTOCOL =
      Field.optional("protocol", protocol(), "The port's protocol.")
          .byDefaultIs("TCP")
          .example("UDP");
  private static final Field<Integer> NODE_PORT =
      Field.optional("nodePort", Type.port(), "The port of every node.")
          .byDefaultIs("one that Kubernetes chooses")
          .example("30080");
  private static final Definition<ServicePort> SERVICE_PORT =
      Definition.of("service port", "A port of a Service.")
          .fields(PORT_NAME, PORT, TARGET, PROTOCOL, NODE_PORT)
          .building(NetworkNotation::servicePort);

  // a Service
  private static final Field<String> SERVICE_NAME =
      Field.optional("name", Type.string().of(Format.SERVICE_NAME), "The Service's own name.")
          .byDefaultIs("that of the workload")
          .example("shop-public");
  private static final Field<Exposure.Type> SERVICE_TYPE =
      Field.optional(
              "type",
              Type.oneOf(
                  Choice.of(
                      "ClusterIP", Exposure.Type.CLUSTER_IP, "reached inside the cluster only"),
                  Choice.of(
                      "Headless",
                      Exposure.Type.HEADLESS,
                      "no address of its own: its name resolves to every pod"),
                  Choice.of("NodePort", Exposure.Type.NODE_PORT, "at a port of every node"),
                  Choice.of(
                      "LoadBalancer",
                      Exposure.Type.LOAD_BALANCER,
                      "behind a load balancer of the cloud")),
              "How far the Service reaches.")
          .byDefault(Exposure.Type.CLUSTER_IP)
          .example("LoadBalancer");
  private static final Field<List<ServicePort>> PORTS =
      Field.required("ports", Type.someOf(Type.object(() -> SERVICE_PORT)), "The Service's ports.")
          .example("[{name: http, port: 80}]");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "Annotations, such as a cloud's load balancer reads.")
          .example("{example.com/scope: internal}");
  private static final Field<Duration> SESSION_AFFINITY =
      Field.optional(
              "sessionAffinity",
              Type.duration(),
              "How long a client stays on the pod that it was first given, at most 24h.")
          .byDefaultIs("no affinity")
          .example("1h");
  private static final Field<List<String>> FROM_RANGES =
      Field.optional(
              "from",
              Type.someOf(Type.string()),
              "Address ranges from which a load balancer may be reached.")
          .byDefaultIs("anywhere")
          .example("[203.0.113.0/24]");
  private static final Field<Boolean> NOT_READY =
      Field.optional(
              "publishNotReady",
              Type.bool(),
              "Whether pods that are not ready have an address too.")
          .byDefault(false)
          .example("true");
  private static final Definition<Exposure> SERVICE =
      Definition.of("service", "A Service in front of a workload's pods.")
          .fields(SERVICE_NAME, SERVICE_TYPE, PORTS, ANNOTATIONS, SESSION_AFFINITY, FROM_RANGES)
          .fields(NOT_READY)
          .building(NetworkNotation::exposure);

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
          .building(NetworkNotation::ingress);

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

  // a NetworkPolicy
  private static final Field<Map<String, String>> POD_LABELS =
      Field.required("pods", labels(), "Labels of the pods; every one of the namespace for {}.")
          .example("{app: client}");
  private static final Field<Map<String, String>> NAMESPACE_LABELS =
      Field.optional("namespaces", labels(), "Labels of the pods' namespaces.")
          .byDefaultIs("the workload's own namespace")
          .example("{team: shop}");
  private static final Field<String> ADDRESSES =
      Field.required("addresses", Type.string(), "A range of addresses.").example("10.0.0.0/16");
  private static final Field<List<String>> EXCEPT =
      Field.optional("except", Type.someOf(Type.string()), "Ranges within it that are not meant.")
          .example("[10.0.1.0/24]");
  private static final Field<List<PolicyPort>> POLICY_PORTS =
      Field.optional("ports", Type.someOf(policyPort()), "TCP ports, or a protocol with a port.")
          .byDefaultIs("all")
          .example("[8080, UDP/514]");
  private static final Field<String> WHY =
      Field.optional("why", Type.string(), "What the connections are for.").example("\"the CRM\"");
  private static final Definition<Side> PODS =
      Definition.of("rule for pods", "Connections with pods.")
          .fields(POD_LABELS, NAMESPACE_LABELS, POLICY_PORTS, WHY)
          .building(
              given ->
                  side(
                      given.has(NAMESPACE_LABELS)
                          ? Peer.podsIn(given.get(NAMESPACE_LABELS), given.get(POD_LABELS))
                          : Peer.pods(given.get(POD_LABELS)),
                      given));
  private static final Definition<Side> RANGE =
      Definition.of("rule for addresses", "Connections with a range of addresses.")
          .fields(ADDRESSES, EXCEPT, POLICY_PORTS, WHY)
          .building(
              given ->
                  side(
                      Peer.addresses(
                          given.get(ADDRESSES),
                          given.get(EXCEPT, List.of()).toArray(new String[0])),
                      given));
  private static final Field<List<Side>> IN =
      Field.optional("in", Type.listOf(side()), "Who may open connections to the pods.")
          .byDefaultIs("nobody but an ingress controller, where there is an ingress")
          .example("[{pods: {}, ports: [8080]}]");
  private static final Field<List<Side>> OUT =
      Field.optional(
              "out",
              Type.listOf(side()),
              "Whom the pods may connect to, beside name servers and what their backing services"
                  + " need.")
          .byDefaultIs("nobody else")
          .example("[{addresses: 10.0.0.0/16, ports: [443]}]");
  private static final Field<Boolean> OPEN =
      Field.optional("openEgress", Type.bool(), "Whether the pods may connect to anywhere.")
          .byDefault(false)
          .example("true");
  private static final Definition<NetworkAccess> ACCESS =
      Definition.of("network access", "Who may reach the pods, and whom they may reach.")
          .fields(IN, OUT, OPEN)
          .building(NetworkNotation::access);

  private NetworkNotation() {}

  public static Type<Exposure> service() {
    return Type.object(() -> SERVICE);
  }

  public static Type<Ingress> ingress() {
    return Type.object(() -> INGRESS);
  }

  public static Type<HttpRoute> route() {
    return Type.object(() -> ROUTE);
  }

  public static Type<NetworkAccess> access() {
    return Type.object(() -> ACCESS);
  }

  private record Side(Peer peer, List<PolicyPort> ports, String why) {}

  private static Type<Side> side() {
    return Type.variant(
        "rule", Variant.of("pods", () -> PODS), Variant.of("addresses", () -> RANGE));
  }

  private static Side side(Peer peer, Given given) {
    return new Side(peer, given.get(POLICY_PORTS, List.of()), given.get(WHY, ""));
  }

  private static NetworkAccess access(Given given) {
    NetworkAccess access = NetworkAccess.closed();
    for (Side side : given.get(IN, List.of())) {
      access = access.from(side.peer(), side.ports().toArray(new PolicyPort[0]));
    }
    for (Side side : given.get(OUT, List.of())) {
      access = access.to(new Egress(List.of(side.peer()), side.ports(), side.why()));
    }
    return given.get(OPEN) ? access.openEgress() : access;
  }

  private static Exposure exposure(Given given) {
    Exposure.Builder service =
        switch (given.get(SERVICE_TYPE)) {
          case CLUSTER_IP -> Exposure.clusterIp();
          case HEADLESS -> Exposure.headless();
          case NODE_PORT -> Exposure.nodePort();
          case LOAD_BALANCER -> Exposure.loadBalancer();
        };
    if (given.has(SERVICE_NAME)) {
      service.name(given.get(SERVICE_NAME));
    }
    for (ServicePort port : given.get(PORTS)) {
      service.port(port);
    }
    for (Map.Entry<String, String> annotation : given.get(ANNOTATIONS, Map.of()).entrySet()) {
      service.annotation(annotation.getKey(), annotation.getValue());
    }
    if (given.has(SESSION_AFFINITY)) {
      service.sessionAffinity(given.get(SESSION_AFFINITY));
    }
    if (given.has(FROM_RANGES)) {
      service.from(given.get(FROM_RANGES).toArray(new String[0]));
    }
    if (given.get(NOT_READY)) {
      service.publishNotReadyAddresses();
    }
    return service.build();
  }

  private static ServicePort servicePort(Given given) {
    String name = given.get(PORT_NAME, "");
    Optional<PortRef> target =
        given
            .find(TARGET)
            .or(() -> name.isEmpty() ? Optional.empty() : Optional.of(PortRef.of(name)));
    OptionalInt nodePort =
        given.has(NODE_PORT) ? OptionalInt.of(given.get(NODE_PORT)) : OptionalInt.empty();
    return new ServicePort(name, given.get(PORT), target, given.find(PROTOCOL), nodePort);
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

  private static Type<PolicyPort> policyPort() {
    Format withProtocol =
        Format.of("protocol and port", "(TCP|UDP|SCTP)/[0-9]{1,5}", "is none, such as UDP/514");
    return Type.port()
        .<PolicyPort>as(PolicyPort::tcp)
        .or(Type.string().of(withProtocol).as(NetworkNotation::policyPort));
  }

  private static PolicyPort policyPort(String written) {
    int slash = written.indexOf('/');
    return new PolicyPort(
        written.substring(0, slash), Integer.parseInt(written.substring(slash + 1)));
  }

  static Type<String> protocol() {
    return Type.oneOf(
        Choice.of("TCP", "TCP", "TCP"),
        Choice.of("UDP", "UDP", "UDP"),
        Choice.of("SCTP", "SCTP", "SCTP"));
  }

  private static Type<Map<String, String>> labels() {
    return Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty());
  }
}
