package dev.slipway.catalog.hypercache;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.network.Exposure;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the Services of HyperCache are reached, in a file. */
final class CacheServicesNotation {
  private static final Field<Exposure.Type> SERVICE_TYPE =
      Field.optional(
              "type",
              Type.oneOf(
                  Choice.of(
                      "ClusterIP", Exposure.Type.CLUSTER_IP, "reached inside the cluster only"),
                  Choice.of("NodePort", Exposure.Type.NODE_PORT, "at a port of every node"),
                  Choice.of(
                      "LoadBalancer",
                      Exposure.Type.LOAD_BALANCER,
                      "behind a load balancer of the cloud")),
              "How far the Service reaches.")
          .byDefault(Exposure.Type.CLUSTER_IP)
          .example("LoadBalancer");
  private static final Field<Integer> SERVICE_PORT =
      Field.optional("port", Type.port(), "The Service's port.")
          .byDefaultIs("8080 for clients, 8081 for mgmt")
          .example("80");
  private static final Field<Map<String, String>> ANNOTATIONS =
      Field.optional(
              "annotations",
              Type.mapOf(Format.LABEL_KEY, Type.string().orEmpty()),
              "Annotations, such as a cloud's load balancer reads.")
          .example("{example.com/scope: internal}");
  private static final Definition<UnaryOperator<CacheService>> SERVICE =
      Definition.of("HyperCache service", "How a Service is reached.")
          .fields(SERVICE_TYPE, SERVICE_PORT, ANNOTATIONS)
          .building(
              given ->
                  usual ->
                      new CacheService(
                          given.get(SERVICE_TYPE),
                          given.get(SERVICE_PORT, usual.port()),
                          given.get(ANNOTATIONS, Map.of())));
  private static final Field<UnaryOperator<CacheService>> CLIENT_SERVICE =
      Field.optional("client", Type.object(SERVICE), "The Service that clients use.")
          .example("{type: LoadBalancer}");
  private static final Field<UnaryOperator<CacheService>> MGMT_SERVICE =
      Field.optional("mgmt", Type.object(SERVICE), "The one for metrics and operations.")
          .example("{port: 9090}");
  private static final Definition<Given> SERVICES_PART =
      Definition.of("HyperCache services", "The two Services that are reached.")
          .fields(CLIENT_SERVICE, MGMT_SERVICE)
          .building(given -> given);

  private CacheServicesNotation() {}

  static Type<Given> type() {
    return Type.object(SERVICES_PART);
  }

  static void read(Given services, HyperCache.Builder system) {
    if (services.has(CLIENT_SERVICE)) {
      system.client(services.get(CLIENT_SERVICE).apply(CacheService.CLIENT));
    }
    if (services.has(MGMT_SERVICE)) {
      system.mgmt(services.get(MGMT_SERVICE).apply(CacheService.MGMT));
    }
  }
}
