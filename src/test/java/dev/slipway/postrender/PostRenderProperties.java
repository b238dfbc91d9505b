package dev.slipway.postrender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.Placement;
import dev.slipway.app.Spread;
import dev.slipway.app.Toleration;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.MachineType;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.cluster.Taint;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.patch.Patch;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.security.SecurityProfile;
import dev.slipway.testing.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every stream and of all rules that agree. */
class PostRenderProperties {
  private static final Cluster CLUSTER =
      Cluster.builder("prod")
          .kubernetes("1.34")
          .nodeGroup(group("platform").build())
          .nodeGroup(
              group("trainer")
                  .taint(new Taint("dedicated", "trainer", Taint.Effect.NO_SCHEDULE))
                  .build())
          .build();

  private static NodeGroup.Builder group(String name) {
    return NodeGroup.builder(name)
        .label("part", name)
        .machine(MachineType.of("8", "32Gi"))
        .nodes(2);
  }

  /** What stands before a document; each begins one. */
  private static final List<String> BEGINNINGS =
      List.of(
          "---\n",
          "---\n# Source: chart/templates/x.yaml\n",
          "--- # here\n\n",
          "---\n---\n# nothing\n---\n",
          "---   \n\n# a\n#b\n");

  /** Documents as charts write them; N is the object's name. */
  private static final List<String> DOCUMENTS =
      List.of(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
              name: N
              labels: {app: "N"}   # odd
          spec:
            selector: {matchLabels: {app: N}}
            template:
              metadata: {labels: {app: N}}
              spec:
                tolerations: [{key: spot, operator: Exists}]
                containers:
                - name: web
                  image: 'web:1'
                  env: [{name: TEXT, value: "a: b # c"}]
                - name: side
          """,
          """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: N}
            spec:
              schedule: "*/5 * * * *"
              jobTemplate:
                spec:
                  template:
                    metadata: {labels: {job: N}}
                    spec:
                      containers:
                        - {name: web, args: [ 'a', "b" ]}
                      securityContext:
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: N}
          data:
            script: |+
              #!/bin/sh

              # not a comment
              echo '---'


          """,
          """
          apiVersion: v1
          kind: Pod
          metadata:
            name: N
            labels: &l {app: N}
            annotations: {<<: *l}
          spec:
            containers: [{name: web}]
            hostNetwork: yes
            priority: 010
          """,
          """
          {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "N"},
           "spec": {"selector": {"matchLabels": {"app": "N"}},
                    "template": {"spec": {"containers": [{"name": "web"}]}}}}
          """,
          """
          kind: List
          apiVersion: v1
          items:
          # first
          - apiVersion: v1
            kind: Pod
            metadata: {name: N-1,   labels: {app: x}}
            spec: {containers: [{name: web}]}
          # second
          -   kind: Service
              apiVersion: v1
              metadata: {name: N-2}   # odd
          - apiVersion: v1
            kind: Pod
            metadata: {name: N-3, labels: {app: x}}
            spec:
              containers:
              - name: web
                args:
                - |
                  x

                  # y
            # below
          metadata: {}
          """);

  private static final List<String> ENDINGS = List.of("", "\n", "# below\n", "\n\n# a\n\n");

  /** What rules say; each may stand beside every other. */
  private static final List<PodChange> CHANGES =
      List.of(
          PodChange.NONE.placed(Placement.on("trainer")),
          PodChange.NONE.placed(Placement.on("platform", "trainer")),
          PodChange.NONE.placed(Placement.ANYWHERE.preferring("platform")),
          PodChange.NONE.placed(
              Placement.on("platform")
                  .tolerating(new Toleration("", Optional.empty(), Optional.empty()))),
          PodChange.NONE.placed(Placement.ANYWHERE.spread(new Spread[0])),
          PodChange.NONE.secured(SecurityProfile.restricted()),
          PodChange.NONE.runningAs("other").pullingWith(List.of("login")),
          PodChange.NONE.injected(
              new Injection(
                  List.of("web"),
                  List.of(EnvVar.secret("TEXT", new KeyRef("s", "k"))),
                  List.of(),
                  List.of(Mount.readOnly(Volume.secret("s", "s"), "/s")))));

  /** A document with all that stands around it. */
  record Piece(String before, String document, String after) {
    String text() {
      return before + document + after;
    }
  }

  @Provide
  Arbitrary<List<Piece>> streams() {
    Arbitrary<Piece> piece =
        Combinators.combine(
                Arbitraries.of(BEGINNINGS),
                Arbitraries.of(DOCUMENTS),
                Arbitraries.of("a", "b", "c"),
                Arbitraries.of(ENDINGS))
            .as(
                (before, document, name, after) ->
                    new Piece(before, document.replace("N", name), after));
    return piece.list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<PostRenderRule>> rules() {
    Arbitrary<PostRenderRule> rule =
        Combinators.combine(Arbitraries.of("a", "b", "*", "a-1", "*-3"), Arbitraries.of(CHANGES))
            .as(
                (name, change) ->
                    new PostRenderRule(
                        "rule",
                        new Match(List.of(), Optional.empty(), List.of(name), List.of(), Map.of()),
                        true,
                        change,
                        List.of(),
                        Origin.of("test")));
    Arbitrary<PostRenderRule> patch =
        Arbitraries.of("ConfigMap", "Service", "Pod")
            .map(
                kind ->
                    new PostRenderRule(
                        "patch",
                        new Match(
                            List.of(kind), Optional.empty(), List.of("a*"), List.of(), Map.of()),
                        true,
                        PodChange.NONE,
                        List.of(
                            Patch.strategic(
                                YamlText.mapping("metadata: {annotations: {patched: here}}"))),
                        Origin.of("test")));
    return Combinators.combine(rule, patch, Arbitraries.of(true, false))
        .as((one, other, both) -> both ? List.of(one, other) : List.of(one));
  }

  private static ManifestStream read(byte[] content) {
    return ManifestStream.read("-", content, new Problems());
  }

  private static PostRendered render(byte[] content, List<PostRenderRule> rules) {
    return PostRenderer.on(CLUSTER, rules).render(read(content), List.of());
  }

  private static byte[] bytes(List<Piece> pieces, String lineEnd) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    return text.toString().replace("\n", lineEnd).getBytes(UTF_8);
  }

  @Property(tries = 400)
  void whatComesOutIsWhatTheRulesMadeOfItAndStaysSo(
      @ForAll("streams") List<Piece> stream,
      @ForAll("rules") List<PostRenderRule> rules,
      @ForAll boolean windows) {
    byte[] in = bytes(stream, windows ? "\r\n" : "\n");
    PostRendered rendered = render(in, rules);
    byte[] out = rendered.bytes();

    assertThat(read(out).objects().stream().map(object -> object.manifest().body()).toList())
        .isEqualTo(rendered.manifests().stream().map(Manifest::body).toList());
    assertThat(new String(render(out, rules).bytes(), UTF_8)).isEqualTo(new String(out, UTF_8));
    if (rendered.changed() == 0) {
      assertThat(out).isEqualTo(in);
    }
  }

  @Property(tries = 400)
  void everyDocumentThatNoRuleChangesAndAllAroundEachStaysByteForByteInItsPlace(
      @ForAll("streams") List<Piece> stream, @ForAll("rules") List<PostRenderRule> rules) {
    String out = new String(render(bytes(stream, "\n"), rules).bytes(), UTF_8);

    int at = 0;
    for (Piece piece : stream) {
      byte[] alone = piece.text().getBytes(UTF_8);
      PostRendered rendered = render(alone, rules);
      String expected = new String(rendered.bytes(), UTF_8);
      assertThat(out.substring(at)).startsWith(expected);
      assertThat(expected).startsWith(piece.before());
      if (rendered.changed() == 0) {
        assertThat(expected).isEqualTo(piece.text());
      } else if (!piece.document().contains("|+")) {
        assertThat(expected).endsWith(piece.after());
      }
      at += expected.length();
    }
    assertThat(at).isEqualTo(out.length());
  }

  @Property(tries = 400)
  void linesWithinAnObjectOfAListThatNoRuleChangesStay(
      @ForAll("rules") List<PostRenderRule> rules) {
    String list = DOCUMENTS.get(5).replace("N", "a");
    PostRendered rendered = render(list.getBytes(UTF_8), rules);
    String out = new String(rendered.bytes(), UTF_8);

    List<String> objects = new ArrayList<>(Arrays.asList(list.split("\n(?=# |- |-  |metadata)")));
    for (int i = 0; i < rendered.manifests().size(); i++) {
      Mapping before = rendered.stream().objects().get(i).manifest().body();
      if (rendered.manifests().get(i).body().equals(before)) {
        String name = "name: " + rendered.manifests().get(i).ref().name();
        assertThat(out)
            .contains(objects.stream().filter(o -> o.contains(name)).findFirst().orElseThrow());
      }
    }
    assertThat(out).contains("# first\n", "# second\n", "  # below\nmetadata: {}\n");
  }
}
