package dev.slipway.pulumi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.eks.PodIdentityAssociation;
import com.pulumi.aws.eks.PodIdentityAssociationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.slipway.app.Application;
import dev.slipway.app.ServiceAccount;
import dev.slipway.app.Workload;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.StoreSetting;
import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.environment.Environment;
import dev.slipway.identity.Identity;
import dev.slipway.pod.Container;
import dev.slipway.pulumi.ApplicationArgs;
import dev.slipway.pulumi.ApplicationComponent;
import dev.slipway.pulumi.ClusterComponent;
import dev.slipway.pulumi.EnvironmentComponent;
import dev.slipway.pulumi.RecordedRun;
import dev.slipway.testing.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

/** A role, held against the documents that AWS' pages have for it. */
class WorkloadRoleTest {
  private static final Path EXPECTED = Path.of("src/test/resources/cloud/hyperscience-aws");
  private static final String BUCKET = "hyperscience-files-123456789012";

  private static final NodeGroup GENERAL =
      NodeGroup.builder("general").machine("m5.2xlarge").nodes(3).build();

  private static final Cluster CLUSTER = EksNodeGroupsTest.eks(GENERAL);

  private static final WorkloadRoleArgs PLATFORM =
      WorkloadRoleArgs.podIdentity("hyperscience", "hyperscience-platform").build();

  @Test
  void whatTheApplicationNeedsIsWhatTheRoleGets() throws IOException {
    AwsRun run = AwsRun.of(program(CLUSTER, PLATFORM));

    assertThat(run.json("Role", "platform", "assumeRolePolicy"))
        .isEqualTo(expected("hyperscience-platform-trust-policy.json"));
    assertThat(run.json("RolePolicy", "platform", "policy"))
        .isEqualTo(expected("hyperscience-platform-permission-policy.json"));
    run.asksAs(
        "PodIdentityAssociation",
        "platform",
        () ->
            new PodIdentityAssociation(
                "expected",
                PodIdentityAssociationArgs.builder()
                    .clusterName("hyperscience-prod")
                    .namespace("hyperscience")
                    .serviceAccount("hyperscience-platform")
                    .roleArn("arn-of-platform")
                    .build()));
  }

  @Test
  void theBytesAreThoseOfTheFilesBesideTheManifests() {
    Identity known = Identity.eksPodIdentity("arn:aws:iam::123456789012:role/platform");
    Environment environment =
        Environment.of(CLUSTER, application(known, ObjectStore.s3(BUCKET), "platform"));
    RegisterResourceRequest policy =
        AwsRun.of(program(CLUSTER, PLATFORM)).request("RolePolicy", "platform");

    assertThat(policy.getObject().getFieldsOrThrow("policy").getStringValue())
        .isEqualTo(
            environment.plan().documents().stream()
                .filter(it -> it.fileName().endsWith("permission-policy.json"))
                .findFirst()
                .orElseThrow()
                .content()
                .known()
                .orElseThrow());
  }

  @Test
  void podsStartWhenTheRoleHasItsRightsAndTheBucketIsClosed() {
    AwsRun run = AwsRun.of(program(CLUSTER, PLATFORM));

    assertThat(run.waitsFor("Deployment", "forms/hyperscience/hyperscience-platform"))
        .contains(
            "aws:iam/role:Role::platform",
            "aws:iam/rolePolicy:RolePolicy::platform",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation::platform",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock::files");
    assertThat(run.waitsFor("ServiceAccount", "forms/hyperscience/hyperscience-platform"))
        .noneMatch(it -> it.startsWith("aws:"));
  }

  @Test
  void aServiceAccountByIrsaIsToldItsRole() {
    Cluster cluster =
        Cluster.builder("hyperscience-prod")
            .distribution(Distribution.EKS)
            .kubernetes("1.34")
            .aws(
                AwsAccount.of("123456789012", "eu-west-1")
                    .withOidcProvider("https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"))
            .nodeGroup(GENERAL)
            .build();
    AwsRun run =
        AwsRun.of(
            program(
                cluster, WorkloadRoleArgs.irsa("hyperscience", "hyperscience-platform").build()));

    assertThat(run.json("Role", "platform", "assumeRolePolicy"))
        .isEqualTo(
            JsonValues.read(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [{
                    "Effect": "Allow",
                    "Principal": {"Federated": "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"},
                    "Action": "sts:AssumeRoleWithWebIdentity",
                    "Condition": {"StringEquals": {
                      "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud": "sts.amazonaws.com",
                      "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub": "system:serviceaccount:hyperscience:hyperscience-platform"
                    }}
                  }]
                }
                """));
    assertThat(run.input("ServiceAccount", "forms/hyperscience/hyperscience-platform", "metadata"))
        .contains("eks.amazonaws.com/role-arn: arn-of-platform");
    assertThat(run.requests("aws:eks/podIdentityAssociation")).isEmpty();
  }

  @Test
  void aRoleIsCalledAndBoundedAsAsked() {
    AwsRun run =
        AwsRun.of(
            program(
                CLUSTER,
                WorkloadRoleArgs.podIdentity("hyperscience", "hyperscience-platform")
                    .roleName("hyperscience")
                    .path("/apps/")
                    .permissionsBoundary(Output.of("arn:aws:iam::123456789012:policy/bound"))
                    .tag("team", "forms")
                    .build()));

    assertThat(run.input("Role", "platform", "name")).isEqualTo("hyperscience");
    assertThat(run.input("Role", "platform", "path")).isEqualTo("/apps/");
    assertThat(run.input("Role", "platform", "permissionsBoundary"))
        .isEqualTo("arn:aws:iam::123456789012:policy/bound");
    assertThat(run.input("Role", "platform", "tags")).isEqualTo("{team: forms}");
    assertThat(run.input("PodIdentityAssociation", "platform", "tags")).isEqualTo("{team: forms}");
  }

  @Test
  void inAnEnvironmentEachRoleGetsItsOwnRights() {
    AwsRun run =
        AwsRun.of(
            context -> {
              WorkloadRole one = new WorkloadRole("one", CLUSTER, args("one"));
              WorkloadRole two = new WorkloadRole("two", CLUSTER, args("two"));
              new EnvironmentComponent(
                  "env",
                  Environment.of(
                      CLUSTER,
                      application(one.identity(), ObjectStore.s3("files-one"), "one"),
                      application(two.identity(), ObjectStore.s3("files-two"), "two")));
            });

    assertThat(run.input("RolePolicy", "one", "policy"))
        .contains("arn:aws:s3:::files-one")
        .doesNotContain("files-two");
    assertThat(run.input("RolePolicy", "two", "policy"))
        .contains("arn:aws:s3:::files-two")
        .doesNotContain("files-one");
  }

  @Test
  void aRoleForAnotherServiceAccountIsRefusedWithTheOneThatIsMeant() {
    RecordedRun run =
        RecordedRun.of(
            program(
                CLUSTER,
                WorkloadRoleArgs.podIdentity("hyperscience", "hyperscience-platfrom").build()));

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.objects()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("Role 'platform' is for service account 'hyperscience-platfrom'")
        .contains("Did you mean 'hyperscience-platform'?");
  }

  @Test
  void aRoleForAnotherNamespaceIsRefused() {
    RecordedRun run =
        RecordedRun.of(
            program(
                CLUSTER, WorkloadRoleArgs.podIdentity("other", "hyperscience-platform").build()));

    assertThat(run.objects()).isEmpty();
    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("trusts a service account 'hyperscience-platform' of another namespace");
  }

  @Test
  void twoApplicationsThatNeedOtherRightsDoNotShareARole() {
    RecordedRun run =
        RecordedRun.of(
            context -> {
              ClusterComponent prod = new ClusterComponent("prod", CLUSTER);
              WorkloadRole role = new WorkloadRole("platform", CLUSTER, PLATFORM);
              for (String bucket : new String[] {"files-one", "files-two"}) {
                new ApplicationComponent(
                    bucket,
                    application(role.identity(), ObjectStore.s3(bucket), "platform"),
                    prod,
                    ApplicationArgs.NONE,
                    ComponentResourceOptions.Empty);
              }
            });

    assertThat(run.errors())
        .singleElement()
        .asString()
        .contains("Role 'platform' has the rights that another component needs");
  }

  @Test
  void aPreviewShowsEverythingBeforeTheRoleIsThere() {
    RecordedRun run = RecordedRun.preview(program(CLUSTER, PLATFORM)).orFail();

    assertThat(run.request("Role", "platform").getObject().getFieldsMap())
        .containsKey("assumeRolePolicy");
    assertThat(run.objects()).contains("forms/hyperscience/hyperscience-platform");
  }

  private static Consumer<Context> program(Cluster cluster, WorkloadRoleArgs args) {
    return context -> {
      FileBucket files =
          new FileBucket("files", ObjectStore.s3(BUCKET).region("eu-west-1").build());
      WorkloadRole role = new WorkloadRole("platform", cluster, args);
      new ApplicationComponent(
          "forms",
          application(role.identity(), files.store(), "platform"),
          new ClusterComponent("prod", cluster));
    };
  }

  private static Application application(
      Identity identity, dev.slipway.backing.S3Store.Builder store, String account) {
    return application(identity, store.region("eu-west-1").build(), account);
  }

  private static Application application(Identity identity, ObjectStore store, String account) {
    return Application.builder("hyperscience")
        .namespace("hyperscience")
        .workload(
            Workload.deployment(account)
                .serviceAccount(ServiceAccount.of(account).identity(identity))
                .uses(store.binding(EnvNames.of(StoreSetting.BUCKET, "FILE_STORE_S3_BUCKET")))
                .container(Container.builder("web", "registry.example.com/forms:40.1.2").build())
                .build())
        .build();
  }

  private static WorkloadRoleArgs args(String account) {
    return WorkloadRoleArgs.podIdentity("hyperscience", "hyperscience-" + account).build();
  }

  private static Object expected(String file) throws IOException {
    return JsonValues.read(Files.readString(EXPECTED.resolve(file)));
  }
}
