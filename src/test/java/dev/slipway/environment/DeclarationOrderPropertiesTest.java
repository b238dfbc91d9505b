package dev.slipway.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Application;
import dev.slipway.app.Namespace;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In which order applications and namespaces are declared changes no byte of the manifests. */
class DeclarationOrderPropertiesTest {
  private static final Environment SHOP = read();

  @Property(tries = 100)
  void theOrderOfDeclarationChangesNoByte(
      @ForAll("orders") List<Application> applications,
      @ForAll("namespaceOrders") List<Namespace> namespaces)
      throws IOException {
    Plan plan =
        new Environment(
                SHOP.name(),
                SHOP.cluster(),
                namespaces,
                SHOP.priorityClasses(),
                applications,
                SHOP.patches(),
                SHOP.postRender(),
                SHOP.existing(),
                SHOP.requirements(),
                SHOP.scenarios(),
                SHOP.waivers(),
                SHOP.places())
            .plan();

    assertThat(yaml(plan)).isEqualTo(yaml(SHOP.plan()));
    assertThat(documents(plan)).isEqualTo(documents(SHOP.plan()));
    assertThat(new HashSet<>(plan.notices())).isEqualTo(new HashSet<>(SHOP.plan().notices()));
  }

  @Provide
  Arbitrary<List<Application>> orders() {
    return Arbitraries.shuffle(SHOP.applications());
  }

  @Provide
  Arbitrary<List<Namespace>> namespaceOrders() {
    return Arbitraries.shuffle(SHOP.namespaces());
  }

  private static String yaml(Plan plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    YamlWriter.write(plan.all(), bytes);
    return bytes.toString(UTF_8);
  }

  private static Set<Document> documents(Plan plan) {
    return new HashSet<>(plan.documents());
  }

  private static Environment read() {
    String file =
        """
        environment: shop
        cluster:
          name: prod
          kubernetes: "1.34"
          nodeGroups:
            - {name: general, labels: {pool: general}, machine: {cpu: 8, memory: 32Gi}, nodes: 3}
        namespaces:
          - {name: shop, labels: {team: shop}, quota: {pods: 50}}
          - {name: back, defaultRequests: {cpu: 100m}}
          - {name: empty}
        applications:
          - name: web
            namespace: shop
            workloads: [{name: web, replicas: 2, containers: [{name: c, image: "e.com/web:1"}]}]
            secrets: [{existing: shared, keys: [a]}]
          - name: api
            namespace: shop
            workloads:
              - name: api
                replicas: {min: 2, max: 4, cpu: 70}
                containers:
                  - name: c
                    image: e.com/api:1
                    resources: {requests: {cpu: 100m, memory: 64Mi}}
              - {name: worker, containers: [{name: c, image: "e.com/api:1"}]}
            secrets: [{existing: shared, keys: [a]}]
          - name: ledger
            namespace: back
            workloads: [{name: ledger, kind: StatefulSet, containers: [{name: c, image: "e.com/l:1"}]}]
        patches:
          - {kind: Deployment, name: "*", merge: {spec: {minReadySeconds: 10}}}
        """;
    return new Environments(List.of())
        .read("shop.yaml", Inputs.of(Map.of("shop.yaml", file.getBytes(UTF_8)), Map.of()))
        .orElseThrow();
  }
}
