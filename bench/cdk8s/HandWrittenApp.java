import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Size;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.DeploymentExposeViaServiceOptions;
import org.cdk8s.plus28.DeploymentProps;
import org.cdk8s.plus28.EnvValue;
import org.cdk8s.plus28.HttpGetProbeOptions;
import org.cdk8s.plus28.MemoryResources;
import org.cdk8s.plus28.Probe;
import org.cdk8s.plus28.ServicePort;

/** The same Deployments and Services, written by hand with cdk8s-plus. */
public final class HandWrittenApp {
  public static void main(String[] args) {
    App app = new App();
    Chart chart = new Chart(app, "bench", ChartProps.builder().namespace("apps").build());
    int count = Integer.parseInt(args[0]);
    for (int i = 0; i < count; i++) {
      deployment(chart, "app-" + i)
          .exposeViaService(
              DeploymentExposeViaServiceOptions.builder()
                  .ports(
                      List.of(ServicePort.builder().name("http").port(80).targetPort(8080).build()))
                  .build());
    }
    app.synth();
  }

  private static Deployment deployment(Chart chart, String name) {
    HttpGetProbeOptions port = HttpGetProbeOptions.builder().port(8080).build();
    return new Deployment(
        chart,
        name,
        DeploymentProps.builder()
            .replicas(2)
            .containers(
                List.of(
                    ContainerProps.builder()
                        .name("app")
                        .image("registry.example.com/" + name + ":1.0")
                        .portNumber(8080)
                        .envVariables(Map.of("LOG_LEVEL", EnvValue.fromValue("info")))
                        .liveness(Probe.fromHttpGet("/healthz", port))
                        .readiness(Probe.fromHttpGet("/ready", port))
                        .resources(
                            ContainerResources.builder()
                                .cpu(
                                    CpuResources.builder()
                                        .request(Cpu.millis(100))
                                        .limit(Cpu.millis(500))
                                        .build())
                                .memory(
                                    MemoryResources.builder()
                                        .request(Size.mebibytes(128))
                                        .limit(Size.mebibytes(256))
                                        .build())
                                .build())
                        .build()))
            .build());
  }
}
