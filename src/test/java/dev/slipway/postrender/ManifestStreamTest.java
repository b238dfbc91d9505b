package dev.slipway.postrender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestStreamTest {
  private static final String HELM =
      """
      ---
      # Source: shop/templates/config.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
          name:   "settings"     # four spaces, and more
      data: { A: 'yes', B: "no" }
      ---
      # Source: shop/templates/nothing.yaml

      ---
      # Source: shop/templates/web.yaml
      # Above the object.
      apiVersion: v1
      kind: Pod
      metadata:
          name: web   # within
      # Below the object.

      ---
      # Source: shop/templates/last.yaml
      apiVersion: v1
      kind: Secret
      metadata: {name: last}
      """;

  private static ManifestStream read(String content) {
    return ManifestStream.read("-", content.getBytes(UTF_8), new Problems());
  }

  /** What a stream becomes when the objects of some names get a field each. */
  private static String changed(String content, String... names) {
    ManifestStream stream = read(content);
    List<Mapping> bodies = new ArrayList<>();
    for (StreamedObject object : stream.objects()) {
      Mapping body = object.manifest().body();
      boolean meant = List.of(names).contains(object.manifest().ref().name());
      bodies.add(meant ? body.with("added", Text.of("here")) : body);
    }
    return new String(stream.with(bodies), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "# nothing\n",
        "---\n---\n# nothing\n---\n",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}",
        "apiVersion: v1\r\nkind: Pod\r\nmetadata: {name: a}\r\n---\r\n# b\r\n",
        "\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: a}\n",
        "%YAML 1.2\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n...\n# after\n",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}}\n"
      })
  void whatNobodyChangesGoesOutAsItCame(String content) {
    assertThat(changed(content)).isEqualTo(content);
  }

  @Test
  void helmsStreamGoesOutAsItCame() {
    assertThat(changed(HELM)).isEqualTo(HELM);
  }

  @Test
  void anObjectThatIsChangedLeavesAllAroundItAsItWas() {
    String web =
        """
        apiVersion: v1
        kind: Pod
        metadata:
            name: web   # within
        """;
    String changed =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        added: here
        """;

    assertThat(changed(HELM, "web")).isEqualTo(HELM.replace(web, changed));
  }

  @Test
  void linesEndAsTheyDid() {
    assertThat(
            changed(
                "# top\r\napiVersion: v1\r\nkind: Pod\r\nmetadata: {name: a}\r\n---\r\n# b\r\n",
                "a"))
        .isEqualTo(
            "# top\r\napiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: a\r\nadded: here\r\n"
                + "---\r\n# b\r\n");
  }

  @Test
  void aByteOrderMarkStaysInFront() {
    assertThat(changed("\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: a}\n", "a"))
        .isEqualTo("\uFEFFapiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nadded: here\n");
  }

  @Test
  void anObjectThatStandsFurtherInIsWrittenFromTheMargin() {
    assertThat(changed("---\n  apiVersion: v1\n  kind: Pod\n  metadata: {name: a}\n  # in\n", "a"))
        .isEqualTo("---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nadded: here\n  # in\n");
  }

  @Test
  void anObjectBesideItsMarkerStaysThere() {
    assertThat(
            changed(
                "--- {\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"a\"}}\n"
                    + "---\n",
                "a"))
        .isEqualTo(
            """
            --- {
              "apiVersion": "v1",
              "kind": "Pod",
              "metadata": {
                "name": "a"
              },
              "added": "here"
            }
            ---
            """);
  }

  @Test
  void blankLinesThatBelongToATextAreNotDoubled() {
    String content =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: a
        data:
          text: |+
            kept


        # Source: b
        """;

    String once = changed(content, "a");
    Mapping data = read(once).objects().get(0).manifest().body().mapping("data");

    assertThat(data.string("text")).isEqualTo("kept\n\n\n");
    assertThat(once).endsWith("added: here\n\n\n# Source: b\n");
  }

  @Test
  void aTextThatKeepsItsLineBreaksAndEndsTheObjectKeepsAsMany() {
    ManifestStream stream =
        read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  t: |+\n    x\n\n\n");
    Mapping body = stream.objects().get(0).manifest().body();

    String written =
        new String(
            stream.with(List.of(body.with("kind", Text.of("ConfigMap")).without("x"))), UTF_8);
    String changed =
        new String(
            stream.with(
                List.of(
                    body.with(
                        "metadata", Mapping.of("name", Text.of("a"), "labels", Mapping.EMPTY)))),
            UTF_8);

    assertThat(written).endsWith("data:\n  t: |+\n    x\n\n\n");
    assertThat(changed)
        .isEqualTo(
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: {}\ndata:\n"
                + "  t: |+\n    x\n\n\n");
  }

  @Test
  void anObjectOfAListLeavesItsNeighboursAsTheyAre() {
    String list =
        """
        apiVersion: v1
        items:
        # The first.
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: 'a'}   # a
        # The second.
        - kind: ConfigMap
          apiVersion: v1
          metadata: {name: 'b'}   # b
          data:
            x: |
              one

              # two
          # below b
        -
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: 'c'}   # c
        kind: List
        metadata: {resourceVersion: ""}
        """;

    assertThat(changed(list, "b"))
        .isEqualTo(
            list.replace(
                """
                - kind: ConfigMap
                  apiVersion: v1
                  metadata: {name: 'b'}   # b
                  data:
                    x: |
                      one

                      # two
                """,
                """
                - kind: ConfigMap
                  apiVersion: v1
                  metadata:
                    name: b
                  data:
                    x: |
                      one

                      # two
                  added: here
                """));
    assertThat(changed(list, "c"))
        .isEqualTo(
            list.replace(
                "  metadata: {name: 'c'}   # c\n", "  metadata:\n    name: c\n  added: here\n"));
  }

  @Test
  void aListWhoseObjectsShareAnchorsIsWrittenAsAWhole() {
    String list =
        """
        # top
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Pod
          metadata: &m {name: a}
        - apiVersion: v1
          kind: Secret
          metadata: *m
        """;

    assertThat(changed(list, "a"))
        .isEqualTo(
            """
            # top
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: Pod
              metadata:
                name: a
              added: here
            - apiVersion: v1
              kind: Secret
              metadata:
                name: a
              added: here
            """);
  }

  @Test
  void twoObjectsOfOneIdentityBothStand() {
    String twice = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n".repeat(2);

    assertThat(read(twice).objects()).hasSize(2);
    assertThat(changed(twice, "a"))
        .isEqualTo("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nadded: here\n---\n".repeat(2));
  }

  @Test
  void whatTheApiServerNamesAndWhatIsForKustomizePassesBy() {
    String content =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {generateName: migrate-}
        ---
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        """;

    assertThat(read(content).objects()).isEmpty();
    assertThat(changed(content)).isEqualTo(content);
  }

  @Test
  void everythingThatIsNoObjectIsTold() {
    assertThatThrownBy(() -> read("kind: Pod\nmetadata: {name: a}\n---\n- b\n---\nc: [\n"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.at().orElseThrow().line())
                    .containsExactly(7));
    assertThatThrownBy(() -> read("kind: Pod\nmetadata: {name: a}\n---\n- b\n"))
        .hasMessageContaining("-:1:1: Pod 'a': There is no apiVersion.")
        .hasMessageContaining("-:4:1: An object must be a map, but this is a list.");
  }
}
