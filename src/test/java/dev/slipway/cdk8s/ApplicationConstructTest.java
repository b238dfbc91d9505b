package dev.slipway.cdk8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.app.Workload;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.manifest.patch.PatchTarget;
import dev.slipway.manifest.patch.TargetedPatch;
import dev.slipway.network.Exposure;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.render.Planner;
import dev.slipway.secret.SecretSource;
import dev.slipway.security.SecurityProfile;
import java.util.List;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Testing;
import org.cdk8s.plus28.Ingress;
import org.cdk8s.plus28.IngressBackend;
import org.cdk8s.plus28.NetworkPolicy;
import org.cdk8s.plus28.NetworkPolicyPort;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class ApplicationConstructTest {
  private final Cluster cluster =
      Cluster.builder("test")
          .kubernetes("1.34")
          .nodeGroup(
              NodeGroup.builder("platform")
                  .label("pool", "platform")
                  .machine(MachineType.of("8", "32Gi", 58))
                  .nodes(2)
                  .build())
          .build();

  private final App app = Testing.app();
  private final Chart chart = new Chart(app, "team");
  private final ClusterConstruct prod = new ClusterConstruct(chart, "prod", cluster);

  @Test
  void whatItAddsIsWhatTheCommandWritesInTheSameOrder() {
    new ApplicationConstruct(chart, "shop", prod, shop());

    assertThat(nodes(chart))
        .isEqualTo(
            Planner.on(cluster).application(shop()).plan().all().asList().stream()
                .map(ApplicationConstructTest::plain)
                .toList());
  }

  @Test
  void eachObjectIsAChildCalledAfterIt() {
    new ApplicationConstruct(chart, "shop", prod, shop());

    assertThat(paths(chart))
        .containsExactly(
            "team/shop/Namespace-shop",
            "team/shop/ServiceAccount-shop-web",
            "team/shop/Service-shop-web",
            "team/shop/Deployment-shop-web",
            "team/shop/NetworkPolicy-shop-web");
  }

  @Test
  void theChartsOwnNamespaceIsNotStampedOnObjectsOfTheCluster() {
    Chart spaced = new Chart(app, "spaced", ChartProps.builder().namespace("elsewhere").build());
    new ApplicationConstruct(spaced, "shop", prod, shop());

    assertThat(at(find(spaced, "Namespace", "shop"), "metadata", "namespace")).isNull();
    assertThat(at(find(spaced, "Deployment", "shop-web"), "metadata", "namespace"))
        .isEqualTo("shop");
  }

  @Test
  void labelsOfTheChartAreKept() {
    Chart labelled =
        new Chart(app, "labelled", ChartProps.builder().labels(Map.of("team", "sales")).build());
    new ApplicationConstruct(labelled, "shop", prod, shop());

    assertThat(at(find(labelled, "Deployment", "shop-web"), "metadata", "labels", "team"))
        .isEqualTo("sales");
    assertThat(
            at(
                find(labelled, "Deployment", "shop-web"),
                "metadata",
                "labels",
                "app.kubernetes.io/instance"))
        .isEqualTo("shop");
  }

  @Test
  void twoApplicationsOfANamespaceBringItOnceAtTheLooserLevel() {
    new ApplicationConstruct(chart, "shop", prod, shop());
    Application legacy =
        Application.builder("legacy")
            .namespace("shop")
            .workload(
                Workload.deployment("job")
                    .container(Container.builder("job", "registry.example.com/job:1").build())
                    .security(
                        SecurityProfile.builder()
                            .allowPrivilegeEscalation(true)
                            .addCapabilities("SETUID")
                            .build())
                    .build())
            .build();
    new ApplicationConstruct(chart, "legacy", prod, legacy);

    assertThat(paths(chart).stream().filter(path -> path.contains("Namespace")))
        .containsExactly("team/shop/Namespace-shop");
    assertThat(
            at(
                find(chart, "Namespace", "shop"),
                "metadata",
                "labels",
                "pod-security.kubernetes.io/enforce"))
        .isEqualTo("baseline");
  }

  @Test
  void aNamespaceThatIsThereAlreadyIsNotBrought() {
    Chart other = new Chart(app, "other");
    ClusterConstruct existing =
        new ClusterConstruct(
            other,
            "prod",
            cluster,
            ClusterProps.builder().namespace(Namespace.existing("shop")).build());
    new ApplicationConstruct(other, "shop", existing, shop());

    assertThat(paths(other)).noneMatch(path -> path.contains("Namespace"));
  }

  @Test
  void objectsArePatchedByNameBeforeTheyAreAdded() {
    new ApplicationConstruct(
        chart,
        "shop",
        prod,
        shop(),
        ApplicationProps.patched(
            new TargetedPatch(
                PatchTarget.of("Deployment", "shop-web"),
                Patch.merge(Mapping.of("spec", Mapping.of("revisionHistoryLimit", Text.of("x")))),
                Origin.of("test"))));

    assertThat(at(find(chart, "Deployment", "shop-web"), "spec", "revisionHistoryLimit"))
        .isEqualTo("x");
  }

  @Test
  void anIngressOfCdk8sPlusPointsAtItsService() {
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());
    Ingress ingress = new Ingress(chart, "ingress");
    ingress.addHostRule(
        "shop.example.com", "/", IngressBackend.fromService(shop.service("shop-web")));

    assertThat(at(last(chart), "spec", "rules", "0", "http", "paths", "0", "backend", "service"))
        .isEqualTo(Map.of("name", "shop-web", "port", Map.of("number", 8080)));
    assertThat(nodes(chart).stream().filter(o -> o.toString().contains("kind=Service,")).count())
        .isZero();
    assertThat(paths(chart).stream().filter(path -> path.contains("Service-"))).hasSize(1);
  }

  @Test
  void aNetworkPolicyOfCdk8sPlusPointsAtItsPods() {
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());
    new NetworkPolicy(chart, "policy")
        .addEgressRule(shop.pods(), List.of(NetworkPolicyPort.tcp(8080)));

    assertThat(at(last(chart), "spec", "egress", "0", "to", "0"))
        .isEqualTo(
            Map.of(
                "podSelector",
                Map.of(
                    "matchLabels",
                    Map.of(
                        "app.kubernetes.io/name", "shop",
                        "app.kubernetes.io/instance", "shop",
                        "app.kubernetes.io/component", "web")),
                "namespaceSelector",
                Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", "shop"))));
  }

  @Test
  void itsAccountAndSecretsAreHandedOn() {
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());

    assertThat(shop.serviceAccount().getName()).isEqualTo("shop-web");
    assertThat(shop.serviceAccount()).isSameAs(shop.serviceAccount("shop-web"));
    assertThat(shop.secret("shop-db").getName()).isEqualTo("shop-db");
    assertThatThrownBy(() -> shop.secret("shop-bd"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Application 'shop' has no secret 'shop-bd'; it has shop-db. Did you mean 'shop-db'?");
  }

  @Test
  void anObjectOfTheirsThatOursNeedsComesBeforeIt() {
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());
    ApiObject theirs =
        new ApiObject(
            chart,
            "theirs",
            org.cdk8s.ApiObjectProps.builder().apiVersion("v1").kind("ConfigMap").build());
    shop.object("Deployment", "shop-web").addDependency(theirs);

    app.synthYaml(); // which is when cdk8s looks at dependencies
    assertThat(chart.toJson().stream().map(object -> at(object, "kind")))
        .containsSubsequence("ConfigMap", "Deployment");
  }

  @Test
  void whatTheirsNeedsOfOursComesBeforeIt() {
    ApiObject theirs =
        new ApiObject(
            chart,
            "theirs",
            org.cdk8s.ApiObjectProps.builder().apiVersion("v1").kind("ConfigMap").build());
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());
    theirs.getNode().addDependency(shop);

    app.synthYaml();
    assertThat(chart.toJson().stream().map(object -> at(object, "kind")))
        .containsExactly(
            "Namespace", "ServiceAccount", "Service", "Deployment", "NetworkPolicy", "ConfigMap");
  }

  @Test
  void anApplicationThatNeedsTheirsComesAfterIt() {
    ApplicationConstruct shop = new ApplicationConstruct(chart, "shop", prod, shop());
    Construct theirs = new Construct(chart, "theirs");
    for (String name : List.of("first", "second")) {
      new ApiObject(
          theirs,
          name,
          org.cdk8s.ApiObjectProps.builder().apiVersion("v1").kind("ConfigMap").build());
    }
    shop.getNode().addDependency(theirs);

    app.synthYaml();
    assertThat(chart.toJson().stream().map(object -> at(object, "kind")))
        .startsWith("ConfigMap", "ConfigMap")
        .hasSize(7);
  }

  @Test
  void aTreeIsBuiltInOneThread() throws Exception {
    new ApplicationConstruct(chart, "shop", prod, shop());
    Throwable[] thrown = new Throwable[1];
    Thread second =
        new Thread(
            () -> {
              try {
                new ApplicationConstruct(chart, "again", prod, shop());
              } catch (IllegalStateException e) {
                thrown[0] = e;
              }
            },
            "second");
    second.start();
    second.join();

    assertThat(thrown[0])
        .hasMessageStartingWith("Thread 'second' adds constructs where thread '")
        .hasMessageEndingWith(
            "cdk8s is not thread-safe: build all constructs of a program in one thread.");
  }

  private static Application shop() {
    return Application.builder("shop")
        .secret(SecretSource.existing("shop-db").keys("password").build())
        .workload(
            Workload.deployment("web")
                .container(
                    Container.builder("web", "registry.example.com/web:1.0")
                        .port("http", 8080)
                        .env(EnvVar.secret("PASSWORD", new KeyRef("shop-db", "password")))
                        .build())
                .expose(Exposure.clusterIp().port("http", 8080).build())
                .build())
        .build();
  }

  private static Object plain(Manifest manifest) {
    return PlainValues.toNode(PlainValues.of(manifest.body(), KnownTexts.INSTANCE));
  }

  private static List<Object> nodes(Chart chart) {
    return chart.toJson().stream().<Object>map(PlainValues::toNode).toList();
  }

  private static List<String> paths(Chart chart) {
    return chart.getNode().findAll().stream()
        .filter(ApiObject.class::isInstance)
        .map(object -> object.getNode().getPath())
        .toList();
  }

  private static Object find(Chart chart, String kind, String name) {
    return chart.toJson().stream()
        .filter(o -> kind.equals(at(o, "kind")) && name.equals(at(o, "metadata", "name")))
        .findFirst()
        .orElseThrow();
  }

  private static Object last(Chart chart) {
    List<Object> all = chart.toJson();
    return all.get(all.size() - 1);
  }

  private static Object at(Object value, String... path) {
    Object here = value;
    for (String step : path) {
      here =
          here instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : here == null ? null : ((Map<?, ?>) here).get(step);
    }
    return here;
  }
}
