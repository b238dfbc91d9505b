import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;
import java.util.TreeMap;

/** The same Deployments and Services, written by hand with the typed SDK. */
final class HandWrittenProgram {
  private HandWrittenProgram() {}

  static void register(int count) {
    Group apps = new Group("apps");
    CustomResourceOptions child = CustomResourceOptions.builder().parent(apps).build();
    for (int i = 0; i < count; i++) {
      String component = "app-" + i;
      String name = "apps-" + component;
      Map<String, String> selector =
          Map.of(
              "app.kubernetes.io/name", "apps",
              "app.kubernetes.io/instance", "apps",
              "app.kubernetes.io/component", component);
      Map<String, String> labels = new TreeMap<>(selector);
      labels.put("app.kubernetes.io/part-of", "apps");
      labels.put("app.kubernetes.io/managed-by", "slipway");
      ObjectMetaArgs metadata =
          ObjectMetaArgs.builder().name(name).namespace("apps").labels(labels).build();
      service(name, metadata, selector, child);
      deployment(component, name, metadata, selector, labels, child);
    }
  }

  private static void service(
      String name,
      ObjectMetaArgs metadata,
      Map<String, String> selector,
      CustomResourceOptions options) {
    new Service(
        name,
        ServiceArgs.builder()
            .metadata(metadata)
            .spec(
                ServiceSpecArgs.builder()
                    .type("ClusterIP")
                    .selector(selector)
                    .ports(
                        ServicePortArgs.builder()
                            .name("http")
                            .port(80)
                            .targetPort(Output.ofRight("http"))
                            .build())
                    .build())
            .build(),
        options);
  }

  private static void deployment(
      String component,
      String name,
      ObjectMetaArgs metadata,
      Map<String, String> selector,
      Map<String, String> labels,
      CustomResourceOptions options) {
    new Deployment(
        name,
        DeploymentArgs.builder()
            .metadata(metadata)
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(2)
                    .selector(LabelSelectorArgs.builder().matchLabels(selector).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(labels).build())
                            .spec(PodSpecArgs.builder().containers(container(component)).build())
                            .build())
                    .build())
            .build(),
        options);
  }

  private static ContainerArgs container(String component) {
    return ContainerArgs.builder()
        .name("app")
        .image("registry.example.com/" + component + ":1.0")
        .ports(ContainerPortArgs.builder().name("http").containerPort(8080).build())
        .env(EnvVarArgs.builder().name("LOG_LEVEL").value("info").build())
        .resources(
            ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", "100m", "memory", "128Mi"))
                .limits(Map.of("cpu", "500m", "memory", "256Mi"))
                .build())
        .livenessProbe(probe("/healthz"))
        .readinessProbe(probe("/ready"))
        .build();
  }

  private static ProbeArgs probe(String path) {
    return ProbeArgs.builder()
        .httpGet(HTTPGetActionArgs.builder().path(path).port(Output.ofLeft(8080)).build())
        .build();
  }

  /** What groups them, as an application of Slipway's does. */
  private static final class Group extends ComponentResource {
    Group(String name) {
      super("bench:index:Group", name);
      registerOutputs(Map.of());
    }
  }
}
