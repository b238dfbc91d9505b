package dev.slipway.postrender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.app.Placement;
import dev.slipway.app.PodAffinity;
import dev.slipway.app.Spread;
import dev.slipway.app.Toleration;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlWriter;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.testing.YamlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostRendererTest {
  private static final Cluster CLUSTER =
      Cluster.builder("prod")
          .kubernetes("1.34")
          .nodeGroup(group("platform").build())
          .nodeGroup(
              group("trainer")
                  .taint(new Taint("dedicated", "trainer", Taint.Effect.NO_SCHEDULE))
                  .build())
          .build();

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {tier: front}}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web, version: "3"}}
          spec:
            containers: [{name: web, image: "web:3"}]
      """;

  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("part", name)
        .machine(MachineType.of("8", "32Gi"))
        .nodes(2);
  }

  private static Match named(String... names) {
    return new Match(List.of(), Optional.empty(), List.of(names), List.of(), Map.of());
  }

  private static PostRenderRule rule(String name, Match match, Placement placement) {
    return new PostRenderRule(
        name, match, false, PodChange.NONE.placed(placement), List.of(), Origin.of("env.yaml"));
  }

  private static PostRenderRule place(Placement placement) {
    return rule("some", named("*"), placement);
  }

  private static PostRenderRule patch(String name, Match match, String merge) {
    return new PostRenderRule(
        name,
        match,
        false,
        PodChange.NONE,
        List.of(Patch.strategic(YamlText.mapping(merge))),
        Origin.of("env.yaml"));
  }

  private static String rendered(String stream, PostRenderRule... rules) {
    return new String(render(stream, rules).bytes(), UTF_8);
  }

  private static PostRendered render(String stream, PostRenderRule... rules) {
    return PostRenderer.on(CLUSTER, List.of(rules))
        .render(ManifestStream.read("-", stream.getBytes(UTF_8), new Problems()), List.of());
  }

  /** The pod's spec that a Deployment's has become. */
  private static Mapping spec(String stream, PostRenderRule... rules) {
    Mapping body = YamlText.documents(rendered(stream, rules)).get(0);
    return body.mapping("spec").mapping("template").mapping("spec");
  }

  private static String withSpec(String fields) {
    return WEB + fields.indent(6);
  }

  private static List<Problem> problems(String stream, PostRenderRule... rules) {
    try {
      render(stream, rules);
    } catch (InvalidInputException e) {
      return e.problems();
    }
    return List.of();
  }

  @Test
  void aWorkloadIsPutOnItsGroupWithWhatThatTakes() {
    assertThat(rendered(WEB, place(Placement.on("trainer"))))
        .isEqualTo(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels:
                tier: front
            spec:
              selector:
                matchLabels:
                  app: web
              template:
                metadata:
                  labels:
                    app: web
                    version: "3"
                spec:
                  containers:
                  - name: web
                    image: web:3
                  nodeSelector:
                    part: trainer
                  tolerations:
                  - key: dedicated
                    operator: Equal
                    value: trainer
                    effect: NoSchedule
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, spec",
    "v1, ReplicationController, spec.template.spec",
    "apps/v1, ReplicaSet, spec.template.spec",
    "apps/v1, StatefulSet, spec.template.spec",
    "apps/v1, DaemonSet, spec.template.spec",
    "batch/v1, Job, spec.template.spec",
    "batch/v1, CronJob, spec.jobTemplate.spec.template.spec"
  })
  void everyKindOfWorkloadIsPlaced(String apiVersion, String kind, String way) {
    Mapping spec = YamlText.mapping("containers: [{name: a, image: \"a:1\"}]");
    String[] keys = way.split("\\.");
    Mapping body = spec;
    for (int i = keys.length - 1; i >= 0; i--) {
      body = Mapping.of(keys[i], body);
    }
    body =
        YamlText.mapping(
                "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}}")
            .with("spec", body.mapping("spec"));

    Mapping placed =
        YamlText.mapping(rendered(YamlWriter.write(body), place(Placement.on("platform"))));

    assertThat(placed.at(keys))
        .isEqualTo(
            YamlText.mapping(
                "{containers: [{name: a, image: \"a:1\"}], nodeSelector: {part: platform}}"));
  }

  @Test
  void whatAChartSelectsAndToleratesStaysUnlessItSaysOtherwise() {
    String chart =
        withSpec(
            """
            nodeSelector: {kubernetes.io/os: linux, part: chart}
            tolerations:
            - {key: spot, operator: Exists}
            - {key: dedicated, operator: Exists, effect: NoSchedule}
            """);

    assertThat(spec(chart, place(Placement.on("trainer"))))
        .isEqualTo(
            YamlText.mapping(
                """
                containers: [{name: web, image: "web:3"}]
                nodeSelector: {kubernetes.io/os: linux, part: trainer}
                tolerations:
                - {key: spot, operator: Exists}
                - {key: dedicated, operator: Exists, effect: NoSchedule}
                """));
  }

  @Test
  void aTolerationOfAnotherValueDoesNotDo() {
    String chart = withSpec("tolerations: [{key: dedicated, value: other, effect: NoSchedule}]\n");

    assertThat(spec(chart, place(Placement.on("trainer"))).seq("tolerations"))
        .isEqualTo(
            YamlText.mapping(
                    """
                    t:
                    - {key: dedicated, value: other, effect: NoSchedule}
                    - {key: dedicated, operator: Equal, value: trainer, effect: NoSchedule}
                    """)
                .seq("t"));
  }

  @Test
  void severalGroupsAreAnAffinityThatHoldsBesideTheCharts() {
    String chart =
        withSpec(
            """
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                  - matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [amd64]}]
                  - matchExpressions: [{key: kubernetes.io/arch, operator: In, values: [arm64]}]
            """);
    PostRenderRule both = place(Placement.on("platform", "trainer"));

    String once = rendered(chart, both);
    Mapping affinity =
        YamlText.mapping(once)
            .mapping("spec")
            .mapping("template")
            .mapping("spec")
            .mapping("affinity");

    assertThat(affinity)
        .isEqualTo(
            YamlText.mapping(
                """
                nodeAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                    nodeSelectorTerms:
                    - matchExpressions:
                      - {key: kubernetes.io/arch, operator: In, values: [amd64]}
                      - {key: part, operator: In, values: [platform]}
                    - matchExpressions:
                      - {key: kubernetes.io/arch, operator: In, values: [amd64]}
                      - {key: part, operator: In, values: [trainer]}
                    - matchExpressions:
                      - {key: kubernetes.io/arch, operator: In, values: [arm64]}
                      - {key: part, operator: In, values: [platform]}
                    - matchExpressions:
                      - {key: kubernetes.io/arch, operator: In, values: [arm64]}
                      - {key: part, operator: In, values: [trainer]}
                """));
    assertThat(rendered(once, both)).isEqualTo(once);
  }

  @Test
  void wishesStandBesideTheCharts() {
    String chart =
        withSpec(
            """
            affinity:
              podAntiAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  podAffinityTerm: {topologyKey: zone, labelSelector: {matchLabels: {app: web}}}
            """);
    Placement wished =
        Placement.ANYWHERE
            .preferring("platform")
            .affinity(
                PodAffinity.preferApart(50, "host", YamlText.mapping("matchLabels: {app: other}")));

    assertThat(spec(chart, place(wished)).mapping("affinity"))
        .isEqualTo(
            YamlText.mapping(
                """
                podAntiAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                  - weight: 1
                    podAffinityTerm: {topologyKey: zone, labelSelector: {matchLabels: {app: web}}}
                  - weight: 50
                    podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {app: other}}}
                nodeAffinity:
                  preferredDuringSchedulingIgnoredDuringExecution:
                  - weight: 100
                    preference:
                      matchExpressions: [{key: part, operator: In, values: [platform]}]
                """));
  }

  @Test
  void podsAreSpreadByTheirControllersSelectorAndEachRolloutByItself() {
    assertThat(
            spec(WEB, place(Placement.ANYWHERE.spread(Spread.required(Spread.ZONE))))
                .seq("topologySpreadConstraints"))
        .isEqualTo(
            YamlText.mapping(
                    """
                    s:
                    - maxSkew: 1
                      topologyKey: topology.kubernetes.io/zone
                      whenUnsatisfiable: DoNotSchedule
                      labelSelector: {matchLabels: {app: web}}
                      matchLabelKeys: [pod-template-hash]
                      nodeTaintsPolicy: Honor
                    """)
                .seq("s"));
  }

  @Test
  void aSpreadOfNoneTakesTheChartsAway() {
    String chart = withSpec("topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone}]\n");

    assertThat(
            spec(chart, place(Placement.ANYWHERE.spread(new Spread[0])))
                .has("topologySpreadConstraints"))
        .isFalse();
  }

  @Test
  void aDaemonSetIsOnEveryNodeAndIsNotSpread() {
    String daemons = WEB.replace("Deployment", "DaemonSet");

    assertThat(rendered(daemons, place(Placement.ANYWHERE.spread(Spread.preferred(Spread.ZONE)))))
        .isEqualTo(daemons);
  }

  @ParameterizedTest
  @CsvSource({
    "web, true",
    "*, true",
    "w*b, true",
    "*we*b*, true",
    "we, false",
    "*wb*, false",
    "Web, false"
  })
  void aStarInANameStandsForAnyLetters(String name, boolean matches) {
    PostRenderRule rule =
        new PostRenderRule(
            "some",
            named(name),
            true,
            PodChange.NONE.placed(Placement.on("platform")),
            List.of(),
            Origin.of("env.yaml"));

    assertThat(render(WEB, rule).changed()).isEqualTo(matches ? 1 : 0);
  }

  @Test
  void anObjectWithoutANamespaceMayBeInAny() {
    Match inShop = new Match(List.of(), Optional.empty(), List.of(), List.of("shop"), Map.of());
    String elsewhere = WEB.replace("{name: web", "{name: web2, namespace: elsewhere");

    PostRendered rendered =
        render(WEB + "---\n" + elsewhere, rule("shop", inShop, Placement.on("platform")));

    assertThat(rendered.rules()).containsExactly(List.of("shop"), List.of());
  }

  @Test
  void patchesAreForEveryKindAndAreMadeLast() {
    PostRenderRule one =
        new PostRenderRule(
            "all",
            new Match(List.of("Deployment"), Optional.empty(), List.of(), List.of(), Map.of()),
            false,
            PodChange.NONE.placed(Placement.on("trainer")),
            List.of(
                Patch.strategic(
                    YamlText.mapping("spec: {template: {spec: {nodeSelector: {part: other}}}}"))),
            Origin.of("env.yaml"));
    PostRenderRule queue =
        patch(
            "queue",
            new Match(List.of("Queue"), Optional.empty(), List.of(), List.of(), Map.of()),
            "spec: {nodeSelector: {part: trainer}}");

    assertThat(
            YamlText.documents(
                rendered(
                    WEB
                        + "---\n"
                        + "{apiVersion: example.com/v1, kind: Queue, metadata: {name: q}}\n",
                    one,
                    queue)))
        .satisfies(
            documents -> {
              assertThat(documents.get(0).at("spec", "template", "spec", "nodeSelector", "part"))
                  .hasToString("other");
              assertThat(documents.get(1).at("spec", "nodeSelector", "part"))
                  .hasToString("trainer");
            });
  }

  @Test
  void whatHasNoPodsCannotBePlaced() {
    Match queues = new Match(List.of("Queue"), Optional.empty(), List.of(), List.of(), Map.of());

    assertThat(
            problems(
                "{apiVersion: example.com/v1, kind: Queue, metadata: {name: q}}\n",
                rule("queue", queues, Placement.on("trainer"))))
        .extracting(Problem::toString)
        .containsExactly(
            "rule 'queue' on Queue q: Queue q has no pods that are known here."
                + " Match workloads only, or say what is to be changed as patches.");
  }

  @Test
  void aPatchMustNotMakeAnotherObject() {
    assertThat(problems(WEB, patch("rename", named("*"), "metadata: {name: other}")))
        .extracting(Problem::message)
        .containsExactly("A patch makes another object of it: Deployment other.");
  }

  @Test
  void aRuleThatMatchesNothingIsAnErrorThatSaysWhy() {
    PostRenderRule misspelt = rule("a", named("wbe"), Placement.on("platform"));
    PostRenderRule kind =
        rule(
            "b",
            new Match(List.of("Deploymnt"), Optional.empty(), List.of(), List.of(), Map.of()),
            Placement.on("platform"));
    PostRenderRule labels =
        rule(
            "c",
            new Match(
                List.of("Deployment"),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of("tier", "back")),
            Placement.on("platform"));
    PostRenderRule far = rule("d", named("database-*"), Placement.on("platform"));

    assertThat(problems(WEB, misspelt, kind, labels, far))
        .extracting(problem -> problem.message() + " " + problem.remedy())
        .containsExactly(
            "The rule 'a' matches nothing that came in: there is no workload named 'wbe'. Did you"
                + " mean 'web'? Say 'optional: true' if that may be so.",
            "The rule 'b' matches nothing that came in: there is no Deploymnt. Did you mean"
                + " 'Deployment'? Say 'optional: true' if that may be so.",
            "The rule 'c' matches nothing that came in: there is none with the labels tier=back."
                + " There is Deployment web. Say 'optional: true' if that may be so.",
            "The rule 'd' matches nothing that came in: there is no workload named 'database-*'."
                + " There is Deployment web. Say 'optional: true' if that may be so.");
  }

  @Test
  void hooksThatComeByThemselvesNeedMatchNoRule() {
    String hook =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: test, annotations: {helm.sh/hook: test}}
        spec: {containers: [{name: a, image: "a:1"}]}
        """;
    PostRenderRule web = rule("web", named("web"), Placement.on("platform"));

    assertThat(rendered(hook, web)).isEqualTo(hook);
    assertThatThrownBy(() -> render("", web)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void rulesThatContradictEachOtherAreAnError() {
    PostRenderRule platform = rule("a", named("w*"), Placement.on("platform"));
    PostRenderRule trainer = rule("b", named("*b"), Placement.on("trainer"));
    PostRenderRule label =
        rule("c", named("web"), Placement.ANYWHERE.selecting(Map.of("part", "other")));

    assertThat(problems(WEB, platform, trainer, label))
        .extracting(Problem::message)
        .containsExactly(
            "The rules 'a' and 'b' contradict each other on Deployment web: one puts it on node"
                + " group 'platform', the other on node group 'trainer'.",
            "The rules 'a' and 'c' contradict each other on Deployment web: one asks for nodes"
                + " with the label part=platform, the other with part=other.",
            "The rules 'b' and 'c' contradict each other on Deployment web: one asks for nodes"
                + " with the label part=trainer, the other with part=other.");
  }

  @Test
  void rulesThatAddToEachOtherAreAllFollowed() {
    Toleration spot = new Toleration("spot", Optional.empty(), Optional.empty());

    assertThat(
            spec(
                WEB,
                rule("a", named("web"), Placement.on("platform")),
                rule("b", named("*"), Placement.ANYWHERE.tolerating(spot)),
                rule("c", named("web"), Placement.on("platform"))))
        .isEqualTo(
            YamlText.mapping(
                """
                containers: [{name: web, image: "web:3"}]
                nodeSelector: {part: platform}
                tolerations: [{key: spot, operator: Exists}]
                """));
  }

  @Test
  void patchesOfTwoRulesContradictWhereTheirOrderMatters() {
    PostRenderRule ten = patch("ten", named("web"), "spec: {minReadySeconds: 10}");
    PostRenderRule five = patch("five", named("w*"), "spec: {minReadySeconds: 5}");
    PostRenderRule paused = patch("paused", named("*"), "spec: {paused: true}");

    assertThat(problems(WEB, ten, five, paused))
        .extracting(Problem::message)
        .containsExactly(
            "The rules 'ten' and 'five' contradict each other on Deployment web: one patches"
                + " something to one value, the other to another.");
    assertThat(problems(WEB, ten, paused)).isEmpty();
  }
}
