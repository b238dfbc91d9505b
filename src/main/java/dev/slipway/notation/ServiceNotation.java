package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.network.Exposure;
import dev.slipway.network.ServicePort;
import dev.slipway.pod.PortRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Services, in a file. */
final class ServiceNotation {
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
          .building(ServiceNotation::servicePort);

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
      Field.required("ports", Type.someOf(Type.object(SERVICE_PORT)), "The Service's ports.")
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
          .building(ServiceNotation::exposure);

  private ServiceNotation() {}

  static Type<Exposure> type() {
    return Type.object(SERVICE);
  }

  static Type<String> protocol() {
    return Type.oneOf(
        Choice.of("TCP", "TCP", "TCP"),
        Choice.of("UDP", "UDP", "UDP"),
        Choice.of("SCTP", "SCTP", "SCTP"));
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
}
