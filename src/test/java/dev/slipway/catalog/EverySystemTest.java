package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.render.Plan;
import dev.slipway.testing.EnvironmentFiles;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every system takes every identity and every source of its secret alike. */
class EverySystemTest {

  /**
   * A system as a file has it, on one line.
   *
   * @param keys the keys that it asks its secret for
   * @param reads the field by which its pods refer to the Secret
   * @param application with %1$s for the source of the secret and %2$s for the identity
   */
  private record System(String id, List<String> keys, String reads, String application) {}

  /** One line each. */
  private static final List<System> SYSTEMS =
      List.of(
          new System(
              "hypercache",
              List.of("token"),
              "secretKeyRef",
              "{name: app, system: hypercache, auth: %1$s, serviceAccount: {identity: %2$s}}"),
          new System(
              "hyperterse",
              List.of("url"),
              "secretKeyRef",
              "{name: app, system: hyperterse, image: \"tools:1\", secrets: [%1$s],"
                  + " env: {URL: {secret: given, key: url}}, serviceAccount: {identity: %2$s}}"),
          new System(
              "mllp-server",
              List.of("tls.crt", "tls.key"),
              "secretName",
              "{name: app, system: mllp-server, image: \"mllp:1\", tls: {secret: %1$s},"
                  + " serviceAccount: {identity: %2$s}}"));

  /** What a source looks like: before its keys, for each of them, and after them. */
  private record Form(String before, String each, String after) {
    String of(List<String> keys) {
      return keys.stream()
          .map(key -> each.replace("KEY", key))
          .collect(Collectors.joining(", ", before, after));
    }
  }

  private static final Map<String, Form> SOURCES =
      Map.of(
          "existing", new Form("{existing: given, keys: [", "KEY", "], revision: \"1\"}"),
          "external",
              new Form("{external: given, clusterStore: vault, keys: {", "KEY: {remote: r}", "}}"),
          "secretsStore",
              new Form(
                  "{secretsStore: given, provider: {vault: \"https://vault.example.com\", role:"
                      + " app}, keys: {",
                  "KEY: {remote: r, property: KEY}",
                  "}}"),
          "sealed", new Form("{sealed: given, keys: {", "KEY: " + sealed(), "}}"),
          "literal", new Form("{literal: given, values: {", "KEY: open-sesame", "}}"));

  private static final String AWS =
      "cloud: aws, distribution: eks, aws: {account: \"123456789012\", region: eu-west-1,"
          + " oidcProvider: \"https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE\"}";

  /**
   * An identity, its cluster, and what must be in the pods' account, in the pods or in a document.
   */
  private record Whom(String id, String cluster, String written, String mark) {}

  private static final List<Whom> IDENTITIES =
      List.of(
          new Whom(
              "eksIrsa",
              AWS,
              "{eksIrsa: \"arn:aws:iam::123456789012:role/app\"}",
              "eks.amazonaws.com/role-arn"),
          new Whom(
              "eksPodIdentity",
              AWS,
              "{eksPodIdentity: \"arn:aws:iam::123456789012:role/app\"}",
              "pods.eks.amazonaws.com"),
          new Whom(
              "gke",
              "cloud: gcp, distribution: gke, gcp: {project: acme-documents, number:"
                  + " \"210987654321\"}",
              "{gke: app@acme-documents.iam.gserviceaccount.com}",
              "iam.gke.io/gcp-service-account"),
          new Whom(
              "azure",
              "cloud: azure, distribution: aks, azure: {tenant:"
                  + " 66666666-7777-8888-9999-000000000000, subscription:"
                  + " 11111111-2222-3333-4444-555555555555, resourceGroup: apps, region:"
                  + " westeurope, oidcIssuer: \"https://westeurope.oic.prod-aks.azure.com/a/b/\"}",
              "{azure: 77777777-8888-9999-0000-111111111111}",
              "azure.workload.identity/use"));

  static List<Arguments> combinations() {
    List<Arguments> all = new ArrayList<>();
    for (System system : SYSTEMS) {
      for (Whom identity : IDENTITIES) {
        SOURCES.keySet().stream()
            .sorted()
            .forEach(source -> all.add(Arguments.of(system.id(), identity.id(), source)));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void takesTheSecretAndTheIdentity(String systemId, String identityId, String source) {
    System system = SYSTEMS.stream().filter(s -> s.id().equals(systemId)).findFirst().orElseThrow();
    Whom whom =
        IDENTITIES.stream().filter(i -> i.id().equals(identityId)).findFirst().orElseThrow();
    Plan plan = plan(system, whom, SOURCES.get(source));

    Manifest workload =
        plan.all().asList().stream()
            .filter(m -> PodTemplate.of(m).isPresent())
            .findFirst()
            .orElseThrow();
    String pods = JsonWriter.write(workload.body());
    Mapping account = plan.all().ofKind("ServiceAccount").get(0).body();
    // Where the value stands.
    assertThat(pods).contains('"' + system.reads() + '"', "\"given\"");
    assertThat(pods).contains(system.keys());
    // What brings it there.
    switch (source) {
      case "external" -> assertThat(plan.all().ofKind("ExternalSecret")).hasSize(1);
      case "secretsStore" -> {
        assertThat(plan.all().ofKind("SecretProviderClass")).hasSize(1);
        assertThat(pods).contains("secrets-store.csi.k8s.io");
      }
      case "sealed" -> assertThat(plan.all().ofKind("SealedSecret")).hasSize(1);
      case "literal" -> assertThat(plan.all().ofKind("Secret")).hasSize(1);
      default -> assertThat(plan.all().ofKind("Secret")).isEmpty();
    }
    // What rolls the pods.
    if (List.of("existing", "literal", "sealed").contains(source)) {
      assertThat(pods).contains("slipway.dev/secret-revision");
    }
    // Whom they are.
    assertThat(pods)
        .contains("\"serviceAccountName\": \"" + account.mapping("metadata").string("name"));
    assertThat(JsonWriter.write(account) + pods + plan.documents()).contains(whom.mark());
    assertThat(plan.notices())
        .noneMatch(notice -> notice.rule().equals("grant-without-identity"))
        .noneMatch(notice -> notice.message().contains("open-sesame"));
  }

  static List<String> sources() {
    return SOURCES.keySet().stream().sorted().toList();
  }

  /**
   * Its pods are its operator's to make: the resource names the Secret, and mounts what it needs.
   */
  @ParameterizedTest
  @MethodSource("sources")
  void aHyperbytedbClusterNamesTheSecretInItsResource(String source) {
    System system =
        new System(
            "hyperbytedb",
            List.of("access_key_id", "secret_access_key"),
            "credentialsSecretName",
            "{name: app, system: hyperbytedb, secrets: {s3: %1$s}, identity: %2$s, spec:"
                + " {image: \"hyperbytedb:1\", storage: {backend: s3, s3: {bucket: data}}}}");

    Plan plan = plan(system, IDENTITIES.get(0), SOURCES.get(source));

    Mapping spec = plan.all().ofKind("HyperbytedbCluster").get(0).spec();
    assertThat(spec.at("storage", "s3", "credentialsSecretName")).isEqualTo(Text.of("given"));
    assertThat(spec.has("additionalVolumes")).isEqualTo(source.equals("secretsStore"));
    assertThat(spec.has("podAnnotations"))
        .isEqualTo(List.of("existing", "literal", "sealed").contains(source));
    assertThat(plan.notices())
        .anyMatch(notice -> notice.rule().equals("hyperbytedb-identity"))
        .noneMatch(notice -> notice.message().contains("open-sesame"));
  }

  /** As long as kubeseal's are: a session key of RSA-4096, and then the value. */
  private static String sealed() {
    byte[] encrypted = new byte[2 + 512 + 32];
    encrypted[0] = 2;
    return Base64.getEncoder().encodeToString(encrypted);
  }

  private static Plan plan(System system, Whom whom, Form source) {
    return EnvironmentFiles.parse(
            """
            environment: every
            cluster:
              {name: prod, kubernetes: "1.34", %s,
               installed: [external-secrets, secrets-store-csi, sealed-secrets],
               nodeGroups: [{name: general, machine: {cpu: 4, memory: 16Gi}, nodes: 3}]}
            applications:
              - %s
            """
                .formatted(
                    whom.cluster(),
                    system.application().formatted(source.of(system.keys()), whom.written())))
        .plan();
  }
}
