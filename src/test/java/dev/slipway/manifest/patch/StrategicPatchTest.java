package dev.slipway.manifest.patch;

import static dev.slipway.testing.YamlText.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code kubectl patch --type strategic} does; {@link KubectlPatchIT} asks it. */
class StrategicPatchTest {

  @Nested
  class Lists {
    @Test
    void containersAreMergedByNameAndNewOnesStandFirst() {
      assertPatched(
          "containers: [{name: app, image: a:1, args: [x]}, {name: sidecar, image: s:1}]",
          "containers: [{name: app, image: a:2}, {name: proxy, image: p:1}]",
          """
          containers:
          - {name: app, image: a:2, args: [x]}
          - {name: proxy, image: p:1}
          - {name: sidecar, image: s:1}
          """);
    }

    @Test
    void anAddedItemStandsBeforeTheOthers() {
      assertPatched(
          "containers: [{name: a}, {name: b}]",
          "containers: [{name: c}]",
          "containers: [{name: c}, {name: a}, {name: b}]");
    }

    @Test
    void thePatchsOrderCountsForItsOwnItems() {
      assertPatched(
          "containers: [{name: a}, {name: b}, {name: c}]",
          "containers: [{name: c}, {name: a}]",
          "containers: [{name: b}, {name: c}, {name: a}]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "initContainers   | name        | image",
          "volumes          | name        | emptyDir",
          "imagePullSecrets | name        | x",
          "hostAliases      | ip          | hostnames",
          "topologySpreadConstraints | topologyKey | maxSkew",
          "schedulingGates  | name        | x",
          "resourceClaims   | name        | resourceClaimName",
        })
    void aPodsListsAreMergedByTheirKeys(String list, String key, String other) {
      assertPatched(
          "%s: [{%s: a, %s: old}, {%s: b, %s: old}]".formatted(list, key, other, key, other),
          "%s: [{%s: b, %s: new}]".formatted(list, key, other),
          "%s: [{%s: a, %s: old}, {%s: b, %s: new}]".formatted(list, key, other, key, other));
    }

    @ParameterizedTest
    @CsvSource({
      "env, name, value", "volumeMounts, mountPath, name",
      "ports, containerPort, name", "volumeDevices, devicePath, name"
    })
    void aContainersListsAreMergedByTheirKeys(String list, String key, String other) {
      assertPatched(
          "containers: [{name: c, %s: [{%s: 1, %s: old}, {%s: 2, %s: old}]}]"
              .formatted(list, key, other, key, other),
          "containers: [{name: c, %s: [{%s: 2, %s: new}]}]".formatted(list, key, other),
          "containers: [{name: c, %s: [{%s: 1, %s: old}, {%s: 2, %s: new}]}]"
              .formatted(list, key, other, key, other));
    }

    @ParameterizedTest
    @CsvSource({
      "tolerations, '[{key: a}]', '[{key: b}]'",
      "readinessGates, '[{conditionType: a}]', '[{conditionType: b}]'"
    })
    void listsWithoutAMergeKeyAreReplaced(String list, String before, String patch) {
      assertPatched(list + ": " + before, list + ": " + patch, list + ": " + patch);
    }

    @Test
    void commandsAreReplaced() {
      assertPatched(
          "containers: [{name: c, command: [a, b], args: [x]}]",
          "containers: [{name: c, command: [d]}]",
          "containers: [{name: c, command: [d], args: [x]}]");
    }

    @Test
    void aServicesPortsAreMergedByPort() {
      Mapping service =
          mapping(
              """
              apiVersion: v1
              kind: Service
              spec: {ports: [{port: 80, name: http}, {port: 443, name: https}]}
              """);

      assertThat(
              Patch.strategic(mapping("spec: {ports: [{port: 443, targetPort: 8443}]}"))
                  .apply(service)
                  .mapping("spec"))
          .isEqualTo(
              mapping(
                  "ports: [{port: 80, name: http}, {port: 443, name: https, targetPort: 8443}]"));
    }

    @Test
    void finalizersAreASet() {
      assertThat(
              Patch.strategic(mapping("metadata: {finalizers: [c, a]}"))
                  .apply(mapping("{apiVersion: v1, kind: Pod, metadata: {finalizers: [a, b]}}"))
                  .mapping("metadata"))
          .isEqualTo(mapping("finalizers: [c, a, b]"));
    }

    @Test
    void podTemplatesOfJobsOfCronJobsAreKnown() {
      Mapping cronJob =
          mapping(
              """
              apiVersion: batch/v1
              kind: CronJob
              spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a}, {name: b}]}}}}}
              """);
      Mapping patch =
          mapping(
              """
              spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: b, image: i}]}}}}}
              """);

      assertThat(Patch.strategic(patch).apply(cronJob).at("spec", "jobTemplate", "spec"))
          .isEqualTo(mapping("template: {spec: {containers: [{name: a}, {name: b, image: i}]}}"));
    }

    @Test
    void aBudgetsSelectorIsReplaced() {
      Mapping budget =
          mapping(
              """
              apiVersion: policy/v1
              kind: PodDisruptionBudget
              spec: {minAvailable: 1, selector: {matchLabels: {a: b}}}
              """);

      assertThat(
              Patch.strategic(mapping("spec: {selector: {matchLabels: {c: d}}}"))
                  .apply(budget)
                  .mapping("spec"))
          .isEqualTo(mapping("{minAvailable: 1, selector: {matchLabels: {c: d}}}"));
    }

    @Test
    void mapsAreMergedAndNullRemoves() {
      assertPatched(
          "{nodeSelector: {a: b, c: d}, priorityClassName: high}",
          "{nodeSelector: {a: null, e: f}, priorityClassName: null, hostname: null}",
          "nodeSelector: {c: d, e: f}");
    }

    @Test
    void nullsInNewItemsAreLeftOut() {
      assertPatched(
          "tolerations: []",
          "{tolerations: [{key: a, value: null}], containers: [{name: a, image: null}]}",
          "{tolerations: [{key: a}], containers: [{name: a}]}");
    }
  }

  @Nested
  class Directives {
    @Test
    void deleteRemovesAnItem() {
      assertPatched(
          "containers: [{name: a}, {name: b}]",
          "containers: [{name: b, $patch: delete}, {name: c, $patch: delete}]",
          "containers: [{name: a}]");
    }

    @Test
    void deleteEmptiesAMap() {
      assertPatched(
          "securityContext: {fsGroup: 1}",
          "{securityContext: {$patch: delete}, affinity: {$patch: delete}}",
          "securityContext: {}");
    }

    @Test
    void replaceTakesTheMapAsItIs() {
      assertPatched(
          "securityContext: {fsGroup: 1, runAsUser: 2}",
          "securityContext: {$patch: replace, runAsUser: 3}",
          "securityContext: {runAsUser: 3}");
    }

    @Test
    void replaceAlsoSetsWhatWasNotThere() {
      assertPatched(
          "{}",
          "securityContext: {$patch: replace, runAsUser: 3}",
          "securityContext: {runAsUser: 3}");
    }

    @Test
    void replaceInAListReplacesTheList() {
      assertPatched(
          "containers: [{name: a, image: i}, {name: b}]",
          "containers: [{$patch: replace}, {name: a}]",
          "containers: [{name: a}]");
    }

    @Test
    void replaceIsAllowedInAListThatIsReplacedAnyway() {
      assertPatched(
          "tolerations: [{key: a}]",
          "tolerations: [{$patch: replace}, {key: b}]",
          "tolerations: [{key: b}]");
    }

    @Test
    void mergeIsWhatHappensAnyway() {
      assertPatched(
          "securityContext: {fsGroup: 1}",
          "securityContext: {$patch: merge, runAsUser: 3}",
          "securityContext: {fsGroup: 1, runAsUser: 3}");
    }

    @Test
    void retainKeysRemovesTheOthers() {
      assertPatched(
          "volumes: [{name: data, emptyDir: {}}]",
          "volumes: [{name: data, $retainKeys: [name, configMap], configMap: {name: c}}]",
          "volumes: [{name: data, configMap: {name: c}}]");
    }

    @Test
    void valuesAreDeletedFromASet() {
      assertThat(
              Patch.strategic(mapping("metadata: {$deleteFromPrimitiveList/finalizers: [a, x]}"))
                  .apply(mapping("{apiVersion: v1, kind: Pod, metadata: {finalizers: [a, b]}}"))
                  .mapping("metadata"))
          .isEqualTo(mapping("finalizers: [b]"));
    }

    @Test
    void theOrderOfItemsCanBeSet() {
      assertPatched(
          "containers: [{name: a}, {name: b}, {name: c}]",
          """
          $setElementOrder/containers: [{name: c}, {name: d}, {name: a}]
          containers: [{name: d}]
          """,
          "containers: [{name: b}, {name: c}, {name: d}, {name: a}]");
    }

    @Test
    void theOrderOfItemsCanBeSetAlone() {
      assertPatched(
          "containers: [{name: a}, {name: b}]",
          "$setElementOrder/containers: [{name: b}, {name: a}]",
          "containers: [{name: b}, {name: a}]");
    }
  }

  @Nested
  class Refusals {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "containers: [{image: x}] | spec.containers[0] has no 'name', by which this list is"
              + " merged. Say which item is meant, or use a JSON patch, which counts the items.",
          "containers: [x] | spec.containers[0] is a string in a list of maps. Give a map with the"
              + " key 'name', by which the list is merged.",
          "containers: [{name: a, $patch: replace}] | spec.containers[0] says '$patch: replace',"
              + " which replaces the whole list. Say '- $patch: replace' in an item of its own if"
              + " you mean that.",
          "containers: [{name: a, $patch: remove}] | '$patch' says remove at spec.containers[0]. It"
              + " may say replace, delete, merge.",
          "tolerations: [{key: a, $patch: delete}] | '$patch' cannot be used at"
              + " spec.tolerations[0]: this list is replaced as a whole. Use a JSON patch, or give"
              + " the whole list.",
          "{$retainkeys: [a]} | '$retainkeys' at spec is no directive. There are $patch,"
              + " $retainKeys, $setElementOrder/<list> and $deleteFromPrimitiveList/<list>.",
          "{$retainKeys: a} | '$retainKeys' is a string at spec. Give it a list.",
          "{$retainKeys: [a], hostname: b} | The patch sets spec.hostname, which its $retainKeys"
              + " does not name. Name it there, too, or do not set it.",
          "topologySpreadConstraints: [{topologyKey: zone, maxSkew: 1}] |"
              + " spec.topologySpreadConstraints has 2 items with the topologyKey zone, and the"
              + " patch does not say which of them it means. Use a JSON patch, which counts the"
              + " items.",
        })
    void whatACollectionCannotTakeIsNamed(String patch, String message) {
      Mapping pod =
          pod(
              """
              containers: [{name: a}]
              tolerations: [{key: a}]
              topologySpreadConstraints: [{topologyKey: zone}, {topologyKey: zone}]
              """);

      assertThatThrownBy(() -> Patch.strategic(Mapping.of("spec", mapping(patch))).apply(pod))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(message);
    }

    @Test
    void everyRefusalIsTold() {
      assertThatThrownBy(
              () ->
                  Patch.strategic(mapping("spec: {containers: [{image: x}], volumes: [1]}"))
                      .apply(pod("{}")))
          .isInstanceOfSatisfying(
              InvalidInputException.class, e -> assertThat(e.problems()).hasSize(2));
    }
  }

  @Nested
  class CustomResources {
    private final Mapping resource =
        mapping(
            """
            apiVersion: example.com/v1
            kind: Thing
            spec: {containers: [{name: a, image: x}], map: {a: b}}
            """);

    @Test
    void theirListsAreReplacedAndMapsMerged() {
      assertThat(
              Patch.strategic(mapping("spec: {containers: [{name: b}], map: {a: null, c: d}}"))
                  .apply(resource)
                  .mapping("spec"))
          .isEqualTo(mapping("{containers: [{name: b}], map: {c: d}}"));
    }

    @Test
    void directivesAreRefused() {
      assertThatThrownBy(
              () ->
                  Patch.strategic(mapping("spec: {containers: [{name: a, $patch: delete}]}"))
                      .apply(resource))
          .hasMessage(
              "'$patch' cannot be used at spec.containers[0]: a custom resource tells no merge"
                  + " keys. Use a JSON patch, or give the whole list.");
    }

    @Test
    void schemasMayHoldReferences() {
      Mapping definition =
          mapping("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition}");

      assertThat(Patch.strategic(mapping("spec: {$ref: x}")).apply(definition).mapping("spec"))
          .isEqualTo(mapping("$ref: x"));
    }
  }

  private static void assertPatched(String before, String patch, String after) {
    assertThat(Patch.strategic(Mapping.of("spec", mapping(patch))).apply(pod(before)).get("spec"))
        .isEqualTo(mapping(after));
  }

  private static Mapping pod(String spec) {
    return mapping("{apiVersion: v1, kind: Pod, metadata: {name: p}}").with("spec", mapping(spec));
  }
}
