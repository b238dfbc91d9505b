package dev.slipway.identity;

import static dev.slipway.identity.Identities.cluster;
import static dev.slipway.identity.Identities.documents;
import static dev.slipway.identity.Identities.file;
import static dev.slipway.identity.Identities.gke;
import static dev.slipway.identity.Identities.later;
import static dev.slipway.identity.Identities.names;
import static dev.slipway.identity.Identities.on;
import static dev.slipway.identity.Identities.problems;
import static dev.slipway.identity.Identities.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bindings are those of Google's pages on GKE workloads, Cloud KMS and Cloud SQL logins. */
class GkeWorkloadIdentityTest {
  private static final GkeWorkloadIdentity IDENTITY =
      Identity.gke("hs@my-project.iam.gserviceaccount.com");
  private static final Grant BUCKET = new Grant.GcsBucket(Text.of("hs-files"), Optional.empty());

  @Test
  void theServiceAccountNamesTheGoogleServiceAccount() {
    assertThat(IDENTITY.id()).isEqualTo("gke-workload-identity");
    assertThat(IDENTITY.serviceAccountAnnotations())
        .isEqualTo(
            Map.of(
                "iam.gke.io/gcp-service-account",
                Text.of("hs@my-project.iam.gserviceaccount.com")));
    assertThat(IDENTITY.serviceAccountLabels()).isEmpty();
    assertThat(IDENTITY.podLabels()).isEmpty();
    assertThat(IDENTITY.projectsToken()).isFalse();
  }

  @Test
  void allThatGoogleCloudMustKnow() {
    List<Document> documents =
        documents(
            IDENTITY,
            gke(),
            new Grant.GcsBucket(
                Text.of("hs-files"),
                Optional.of(
                    Text.of("projects/my-project/locations/eu/keyRings/hs/cryptoKeys/files"))),
            new Grant.DatabaseLogin(Text.of("my-project:europe-west1:hs-db")));

    assertThat(names(documents))
        .containsExactly(
            "hs-workload-identity-policy.json",
            "hs-object-role.json",
            "hs-bucket-policy.json",
            "hs-key-policy.json",
            "hs-project-policy.json",
            "hs-cloud-identity.md");
    assertThat(file(documents, "hs-workload-identity-policy.json"))
        .isEqualTo(
            """
            {
              "bindings": [
                {
                  "role": "roles/iam.workloadIdentityUser",
                  "members": [
                    "serviceAccount:my-project.svc.id.goog[hyperscience/hs]"
                  ]
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-object-role.json"))
        .isEqualTo(
            """
            {
              "title": "Objects of a bucket",
              "description": "Reads, lists, writes and deletes the objects of a bucket.",
              "stage": "GA",
              "includedPermissions": [
                "storage.objects.get",
                "storage.objects.list",
                "storage.objects.create",
                "storage.objects.delete"
              ]
            }
            """);
    assertThat(file(documents, "hs-bucket-policy.json"))
        .isEqualTo(
            """
            {
              "bindings": [
                {
                  "role": "projects/my-project/roles/slipwayObjects",
                  "members": [
                    "serviceAccount:hs@my-project.iam.gserviceaccount.com"
                  ]
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-key-policy.json"))
        .isEqualTo(
            """
            {
              "bindings": [
                {
                  "role": "roles/cloudkms.cryptoKeyEncrypterDecrypter",
                  "members": [
                    "serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com"
                  ]
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-project-policy.json"))
        .isEqualTo(
            """
            {
              "bindings": [
                {
                  "role": "roles/cloudsql.client",
                  "members": [
                    "serviceAccount:hs@my-project.iam.gserviceaccount.com"
                  ],
                  "condition": {
                    "title": "Only hs-db",
                    "expression": "resource.name == 'projects/my-project/instances/hs-db' && resource.service == 'sqladmin.googleapis.com'"
                  }
                },
                {
                  "role": "roles/cloudsql.instanceUser",
                  "members": [
                    "serviceAccount:hs@my-project.iam.gserviceaccount.com"
                  ],
                  "condition": {
                    "title": "Only hs-db",
                    "expression": "resource.name == 'projects/my-project/instances/hs-db' && resource.service == 'sqladmin.googleapis.com'"
                  }
                }
              ],
              "version": 3
            }
            """);
    assertThat(file(documents, "hs-cloud-identity.md"))
        .isEqualTo(
            """
            # Cloud identity of service account hs in namespace hyperscience

            Run the commands in the folder cloud/, where the JSON files are.

            The cluster must have Workload Identity Federation on, and so must its node pools. The JSON files hold bindings to add to what there is; the commands do that.

            ## Let the service account act as the Google service account

            ```sh
            gcloud iam service-accounts add-iam-policy-binding hs@my-project.iam.gserviceaccount.com --role=roles/iam.workloadIdentityUser --member="serviceAccount:my-project.svc.id.goog[hyperscience/hs]"
            ```

            ## Make the role that has these rights and no others

            ```sh
            gcloud iam roles create slipwayObjects --project=my-project --file=hs-object-role.json
            ```

            ## Let it read, write and delete the bucket's objects

            ```sh
            gcloud storage buckets add-iam-policy-binding gs://hs-files --role=projects/my-project/roles/slipwayObjects --member="serviceAccount:hs@my-project.iam.gserviceaccount.com"
            ```

            ## Let Cloud Storage use the bucket's key

            ```sh
            gcloud kms keys add-iam-policy-binding projects/my-project/locations/eu/keyRings/hs/cryptoKeys/files --role=roles/cloudkms.cryptoKeyEncrypterDecrypter --member="serviceAccount:service-123456789012@gs-project-accounts.iam.gserviceaccount.com"
            ```

            Add the two bindings of the project policy to the policy of the database's project, and the Google service account, without .gserviceaccount.com, to the instance's users (type CLOUD_IAM_SERVICE_ACCOUNT).
            """);
  }

  @Test
  void theServiceAccountItselfMayBeGivenTheRights() {
    Identity itself = Identity.gke();

    List<Document> documents = documents(itself, gke(), BUCKET);

    assertThat(itself.serviceAccountAnnotations()).isEmpty();
    assertThat(names(documents))
        .containsExactly("hs-object-role.json", "hs-bucket-policy.json", "hs-cloud-identity.md");
    assertThat(file(documents, "hs-bucket-policy.json"))
        .contains(
            "\"principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-project.svc.id.goog/subject/ns/hyperscience/sa/hs\"");
  }

  @Test
  void severalBucketsShareTheRoleAndHaveAPolicyEach() {
    assertThat(
            names(
                documents(
                    IDENTITY,
                    gke(),
                    BUCKET,
                    new Grant.GcsBucket(Text.of("more"), Optional.empty()))))
        .containsExactly(
            "hs-workload-identity-policy.json",
            "hs-object-role.json",
            "hs-bucket-policy.json",
            "hs-bucket-policy-2.json",
            "hs-cloud-identity.md");
  }

  @Test
  void whatIsKnownLaterStaysOpen() {
    List<Document> documents =
        documents(
            Identity.gke(later("output 'email' of account 'hs'")),
            gke(),
            new Grant.DatabaseLogin(later("output 'connectionName'")));

    assertThat(file(documents, "hs-workload-identity-policy.json"))
        .contains("serviceAccount:my-project.svc.id.goog[hyperscience/hs]");
    assertThat(documents.get(1).fileName()).isEqualTo("hs-project-policy.json");
    assertThat(documents.get(1).content().waitsFor())
        .containsOnly("output 'email' of account 'hs'");
  }

  @Test
  void itNeedsTheClustersProject() {
    assertThat(problems(IDENTITY, on(cluster(Distribution.GKE))))
        .containsExactly(
            "The workload pool is named after the cluster's project, and cluster 'prod' declares"
                + " none. Declare the cluster's Google Cloud project.");
  }

  @Test
  void someNamesNeedTheNumberOfTheProject() {
    var unnumbered = on(cluster(Distribution.GKE_AUTOPILOT).gcp(GcpProject.of("my-project")));

    assertThat(problems(Identity.gke(), unnumbered))
        .containsExactly(
            "Without a Google service account the service account is known by the number of its"
                + " project, and project 'my-project' is declared without. Declare the project's"
                + " number, or give a Google service account.");
    assertThat(
            problems(
                IDENTITY,
                unnumbered,
                new Grant.GcsBucket(
                    Text.of("hs-files"),
                    Optional.of(Text.of("projects/p/locations/eu/keyRings/r/cryptoKeys/k")))))
        .containsExactly(
            "Cloud Storage uses key 'projects/p/locations/eu/keyRings/r/cryptoKeys/k' as an agent"
                + " that has the number of the bucket's project in its name, and project"
                + " 'my-project' is declared without. Declare the project's number: 'gcloud"
                + " projects describe my-project' tells it.");
  }

  @Test
  void itGivesNoRightsInOtherCloudsNorByMalformedNames() {
    assertThat(
            problems(
                IDENTITY,
                gke(),
                new Grant.S3Bucket(Text.of("hs-files"), Optional.empty()),
                new Grant.GcsBucket(Text.of("gs://hs-files"), Optional.empty()),
                new Grant.GcsBucket(Text.of("b"), Optional.of(Text.of("hs-key"))),
                new Grant.DatabaseLogin(Text.of("hs-db"))))
        .containsExactly(
            "Identity gke-workload-identity gives no right to S3 bucket 'hs-files'. Use a Google"
                + " Cloud Storage bucket, or give the credentials of the other cloud as a secret.",
            "'gs://hs-files' is no name of a Google Cloud Storage bucket. Write the bucket's name"
                + " alone, without gs://.",
            "'hs-key' is no name of a Cloud KMS key. Write its resource name,"
                + " projects/…/locations/…/keyRings/…/cryptoKeys/….",
            "'hs-db' is no Cloud SQL connection name. Write project:region:instance, as 'gcloud sql"
                + " instances describe' tells it.");
  }

  @Test
  void cloudSqlKnowsOnlyGoogleServiceAccounts() {
    assertThat(problems(Identity.gke(), gke(), new Grant.DatabaseLogin(Text.of("p:r:i"))))
        .containsExactly(
            "A login to database 'p:r:i' needs a Google service account: Cloud SQL knows no others."
                + " Give the identity a Google service account, or the database a password.");
  }

  @Test
  void itWorksOnGkeOnly() {
    assertThat(problems(IDENTITY, Identities.eks()))
        .containsExactly(
            "Identity gke-workload-identity works on GKE, and cluster 'prod' is eks on aws. Use"
                + " eks-pod-identity or eks-irsa.");
  }

  @Test
  void onlyTheAddressOfAServiceAccountIsTaken() {
    assertThat(problemsOf(() -> Identity.gke("someone@example.com")))
        .containsExactly(
            "'someone@example.com' is no email address of a Google service account. Write it as IAM"
                + " shows it, such as app@my-project.iam.gserviceaccount.com.");
  }

  @Test
  void podsMustReachTheMetadataServer() {
    assertThat(IDENTITY.egress())
        .extracting(egress -> egress.to() + " " + egress.ports())
        .containsExactly(
            "[Addresses[cidr=169.254.169.252/32, except=[]]] [PolicyPort[protocol=TCP, port=988]]",
            "[Addresses[cidr=169.254.169.254/32, except=[]]] [PolicyPort[protocol=TCP, port=80]]");
  }
}
