package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.JsonWriter;
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
   * @param application with SOURCE for that of the secret, IDENTITY for whom its pods are, STORE
   *     for a bucket of that cloud, and MORE for further fields
   */
  private record System(String id, List<String> keys, String reads, String application) {
    String with(String source, String identity, String store, String more) {
      return application
          .replace("SOURCE", source)
          .replace("IDENTITY", identity)
          .replace("STORE", store)
          .replace("MORE", more);
    }
  }

  /** One line each. */
  private static final List<System> SYSTEMS =
      List.of(
          new System(
              "hyperscience",
              List.of("password"),
              "secretKeyRef",
              "{name: app, system: hyperscience, database: {postgres: \"16\", host: db.example.com,"
                  + " name: forms, user: forms, credentials: SOURCE}, fileStore: STORE, registry:"
                  + " {host: registry.example.com, repositories: [forms, trainer, operator,"
                  + " blocks]}, identity: IDENTITY, platform: {image: \"forms:40\"}, trainers:"
                  + " [{image: \"trainer:40\"}], operator: {image: \"operator:40\"}}"),
          new System(
              "hypercache",
              List.of("token"),
              "secretKeyRef",
              "{name: app, system: hypercache, auth: SOURCE, serviceAccount: {identity: IDENTITY}"
                  + " MORE}"),
          new System(
              "hyperterse",
              List.of("url"),
              "secretKeyRef",
              "{name: app, system: hyperterse, image: \"tools:1\", secrets: [SOURCE], env: {URL:"
                  + " {secret: given, key: url}}, serviceAccount: {identity: IDENTITY} MORE}"),
          new System(
              "mllp-server",
              List.of("tls.crt", "tls.key"),
              "secretName",
              "{name: app, system: mllp-server, image: \"mllp:1\", tls: {secret: SOURCE},"
                  + " serviceAccount: {identity: IDENTITY} MORE}"));

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
   * An identity, its cluster, a bucket of its cloud, and what must be in the pods' account, in the
   * pods or in a document.
   */
  private record Whom(String id, String cluster, String written, String store, String mark) {}

  private static final List<Whom> IDENTITIES =
      List.of(
          new Whom(
              "eksIrsa",
              AWS,
              "{eksIrsa: \"arn:aws:iam::123456789012:role/app\"}",
              "{s3: app-files, region: eu-west-1}",
              "eks.amazonaws.com/role-arn"),
          new Whom(
              "eksPodIdentity",
              AWS,
              "{eksPodIdentity: \"arn:aws:iam::123456789012:role/app\"}",
              "{s3: app-files, region: eu-west-1}",
              "pods.eks.amazonaws.com"),
          new Whom(
              "gke",
              "cloud: gcp, distribution: gke, gcp: {project: acme-documents, number:"
                  + " \"210987654321\"}",
              "{gke: app@acme-documents.iam.gserviceaccount.com}",
              "{gcs: app-files}",
              "iam.gke.io/gcp-service-account"),
          new Whom(
              "azure",
              "cloud: azure, distribution: aks, azure: {tenant:"
                  + " 66666666-7777-8888-9999-000000000000, subscription:"
                  + " 11111111-2222-3333-4444-555555555555, resourceGroup: apps, region:"
                  + " westeurope, oidcIssuer: \"https://westeurope.oic.prod-aks.azure.com/a/b/\"}",
              "{azure: 77777777-8888-9999-0000-111111111111, principal:"
                  + " 88888888-9999-0000-1111-222222222222}",
              "{azureBlob: appfiles, container: files}",
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
    System system = named(systemId);
    Whom whom =
        IDENTITIES.stream().filter(i -> i.id().equals(identityId)).findFirst().orElseThrow();
    Plan plan = plan(system, whom, SOURCES.get(source));

    PodTemplate template =
        templates(plan).stream()
            .filter(pod -> JsonWriter.write(pod.spec()).contains("\"given\""))
            .findFirst()
            .orElseThrow();
    String pods = JsonWriter.write(template.metadata()) + JsonWriter.write(template.spec());
    String accountName = template.spec().string("serviceAccountName");
    Mapping account =
        plan.all().ofKind("ServiceAccount").stream()
            .filter(m -> m.ref().name().equals(accountName))
            .findFirst()
            .orElseThrow()
            .body();
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
            "{name: app, system: hyperbytedb, secrets: {s3: SOURCE}, identity: IDENTITY MORE, spec:"
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

  static List<String> systems() {
    return SYSTEMS.stream().map(System::id).toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void itsPodsMayUseAPolicyOfTheirOwnBeforePodSecurity(String systemId) {
    Plan plan =
        plan(named(systemId), "kubernetes: \"1.24\"", "{existing: given, keys: [KEYS]}", "");

    assertThat(plan.all().ofKind("PodSecurityPolicy")).isNotEmpty();
    assertThat(plan.all().ofKind("Role"))
        .extracting(role -> JsonWriter.write(role.body()))
        .anyMatch(role -> role.contains("podsecuritypolicies") && role.contains("\"use\""));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void itsNamespaceHasALevelThatAdmitsItsPods(String systemId) {
    Plan plan =
        plan(named(systemId), "kubernetes: \"1.34\"", "{existing: given, keys: [KEYS]}", "");

    assertThat(
            plan.all()
                .ofKind("Namespace")
                .get(0)
                .metadata()
                .mapping("labels")
                .string("pod-security.kubernetes.io/enforce"))
        .isEqualTo(systemId.equals("hyperscience") ? "baseline" : "restricted");
  }

  /** Only Hyperscience needs more than every account may do there, and OpenShift gives the user. */
  @ParameterizedTest
  @MethodSource("systems")
  void onOpenShiftItHasConstraintsOfItsOwnWhereThoseOfEverybodyAreTooNarrow(String systemId) {
    Plan plan =
        plan(
            named(systemId),
            "distribution: openshift, kubernetes: \"1.32\"",
            "{existing: given, keys: [KEYS]}",
            "");
    boolean wide = systemId.equals("hyperscience");

    assertThat(plan.all().ofKind("SecurityContextConstraints")).hasSize(wide ? 1 : 0);
    assertThat(templates(plan))
        .allMatch(pod -> wide || !JsonWriter.write(pod.spec()).contains("\"runAsUser\""));
  }

  static List<String> placed() {
    return SYSTEMS.stream().map(System::id).filter(id -> !id.equals("hyperscience")).toList();
  }

  /** Hyperscience's own groups are those of its text: see its tests. */
  @ParameterizedTest
  @MethodSource("placed")
  void itsPodsGoToANodeGroupAndTolerateItsTaints(String systemId) {
    Plan plan =
        plan(
            named(systemId),
            "kubernetes: \"1.34\"",
            "{existing: given, keys: [KEYS]}",
            ", nodeGroups: kept");

    assertThat(templates(plan))
        .isNotEmpty()
        .allSatisfy(
            pod -> {
              assertThat(pod.spec().mapping("nodeSelector").string("role")).isEqualTo("kept");
              assertThat(JsonWriter.write(pod.spec().seq("tolerations")))
                  .contains("dedicated", "NoSchedule");
            });
  }

  private static System named(String id) {
    return SYSTEMS.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<PodTemplate> templates(Plan plan) {
    return plan.all().asList().stream().flatMap(m -> PodTemplate.of(m).stream()).toList();
  }

  /** As long as kubeseal's are: a session key of RSA-4096, and then the value. */
  private static String sealed() {
    byte[] encrypted = new byte[2 + 512 + 32];
    encrypted[0] = 2;
    return Base64.getEncoder().encodeToString(encrypted);
  }

  private static Plan plan(System system, Whom whom, Form source) {
    return plan(
        system,
        "kubernetes: \"1.34\", " + whom.cluster(),
        source.of(system.keys()),
        whom.written(),
        whom.store(),
        "");
  }

  /** Without an identity, on volumes. */
  private static Plan plan(System system, String cluster, String source, String more) {
    System anonymous =
        new System(
            system.id(),
            system.keys(),
            system.reads(),
            system
                .application()
                .replace(" identity: IDENTITY,", "")
                .replace(", serviceAccount: {identity: IDENTITY}", ""));
    return plan(
        anonymous,
        cluster,
        source.replace("KEYS", String.join(", ", system.keys())),
        "",
        "{volume: files, path: /files, size: 10Gi, accessMode: ReadWriteMany}",
        more);
  }

  private static Plan plan(
      System system, String cluster, String source, String identity, String store, String more) {
    return EnvironmentFiles.parse(
            """
            environment: every
            cluster:
              {name: prod, %s,
               installed: [external-secrets, secrets-store-csi, sealed-secrets],
               nodeGroups: [
                 {name: platform, labels: {hs-component: platform}, machine: {cpu: 8, memory: 32Gi}, nodes: 3},
                 {name: trainer, labels: {hs-component: trainer}, machine: {cpu: 16, memory: 64Gi}, nodes: 1},
                 {name: kept, labels: {role: kept}, machine: {cpu: 4, memory: 16Gi}, nodes: 5,
                  taints: [{key: dedicated, value: kept, effect: NoSchedule}]}]}
            applications:
              - %s
            """
                .formatted(cluster, system.with(source, identity, store, more)))
        .plan();
  }
}
