package dev.slipway.notation;

import dev.slipway.app.Application;
import dev.slipway.app.CustomResource;
import dev.slipway.app.Workload;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.secret.SecretSource;
import java.util.List;

/** An application whose workloads are spelled out, in a file. */
public final class ApplicationNotation {
  private static final Field<String> SOFTWARE =
      Field.optional("software", Type.string(), "What software it is, for labels.")
          .byDefaultIs("the application's name")
          .example("nginx");
  private static final Field<List<Workload>> WORKLOADS =
      Field.required("workloads", Type.someOf(WorkloadNotation.type()), "The workloads.")
          .example("[{name: web, containers: [{name: web, image: \"shop:1.4.2\"}]}]");
  private static final Field<List<SecretSource>> SECRETS =
      Field.optional(
              "secrets",
              Type.someOf(Type.later(() -> SecretNotation.type())),
              "Secrets that the workloads name; pods are rolled when one changes whose source can"
                  + " tell.")
          .example("[{existing: shop-db, keys: [url]}]");
  private static final Field<List<CustomResource>> RESOURCES =
      Field.optional(
              "resources",
              Type.someOf(Type.object(() -> customResource())),
              "Objects of kinds that operators and extensions of the cluster bring.")
          .example("[{apiVersion: example.com/v1, kind: Queue, name: jobs, spec: {size: 3}}]");
  private static final Field<Boolean> EXACT =
      Field.optional(
              "exactSecurity",
              Type.bool(),
              "Whether a policy refuses in the namespace what no workload declares (Kubernetes"
                  + " 1.30).")
          .byDefault(false)
          .example("true");

  private static final Field<String> API_VERSION =
      Field.required("apiVersion", Type.string(), "The object's API group and version.")
          .example("example.com/v1");
  private static final Field<String> KIND =
      Field.required("kind", Type.string(), "The object's kind.").example("Queue");
  private static final Field<String> OBJECT_NAME =
      Field.required("name", Type.string(), "The object's name.").example("jobs");
  private static final Field<Mapping> SPEC =
      Field.required("spec", Type.mapping(), "The object's spec.").example("{size: 3}");
  private static final Definition<CustomResource> CUSTOM_RESOURCE =
      Definition.of("custom resource", "An object of a kind that is not built in.")
          .fields(API_VERSION, KIND, OBJECT_NAME, SPEC)
          .building(
              given ->
                  CustomResource.of(
                      GroupVersionKind.of(given.get(API_VERSION), given.get(KIND)),
                      given.get(OBJECT_NAME),
                      given.get(SPEC)));

  public static final Definition<Application> DEFINITION =
      Definition.of("application", "An application whose workloads are spelled out.")
          .hint(
              "workloads: [{name: web, containers: [{name: web, image: \"shop:1.4.2\"}]}]",
              "containers",
              "image",
              "deployment",
              "deployments",
              "replicas",
              "env",
              "services")
          .scope(WorkloadNotation.WORKLOAD)
          .fields(SystemNotation.NAME, SystemNotation.NAMESPACE, SOFTWARE, SystemNotation.VERSION)
          .fields(SystemNotation.DEFAULTS, WORKLOADS, SECRETS, RESOURCES, EXACT)
          .building(ApplicationNotation::application);

  private ApplicationNotation() {}

  private static Definition<CustomResource> customResource() {
    return CUSTOM_RESOURCE;
  }

  private static Application application(Given given) {
    Application.Builder application = Application.builder(given.get(SystemNotation.NAME));
    if (given.has(SystemNotation.NAMESPACE)) {
      application.namespace(given.get(SystemNotation.NAMESPACE));
    }
    if (given.has(SOFTWARE)) {
      application.software(given.get(SOFTWARE));
    }
    if (given.has(SystemNotation.VERSION)) {
      application.version(given.get(SystemNotation.VERSION));
    }
    application.defaults(given.get(SystemNotation.DEFAULTS));
    for (Workload workload : given.get(WORKLOADS)) {
      application.workload(workload);
    }
    for (SecretSource secret : given.get(SECRETS, List.of())) {
      application.secret(secret);
    }
    for (CustomResource part : given.get(RESOURCES, List.of())) {
      application.with(part);
    }
    if (given.get(EXACT)) {
      application.exactSecurity();
    }
    return application.build();
  }
}
