package dev.slipway.identity;

import dev.slipway.cluster.GcpProject;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Google Cloud must know of one service account. Each policy holds the bindings to add: set as
 * it is, it would take the others away.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">IAM Policy</a>
 */
final class GkeDocuments {
  /** The custom role that has what an application does to objects, and no more. */
  private static final String OBJECT_ROLE = "slipwayObjects";

  private static final Pattern CONNECTION_NAME =
      Pattern.compile("((?:[a-z0-9.-]+:)?[a-z][a-z0-9-]+):([a-z0-9-]+):([a-z0-9-]+)");
  private static final Pattern KEY =
      Pattern.compile("projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+");

  private final String namespace;
  private final String serviceAccount;
  private final Optional<Text> googleServiceAccount;
  private final GcpProject project;
  private final Problems problems;
  private final CloudPage page;
  private final List<Document> documents = new ArrayList<>();
  private boolean hasObjectRole;
  private int buckets;
  private int keys;
  private int databases;
  private int secrets;

  GkeDocuments(
      Target target,
      String serviceAccount,
      Optional<Text> googleServiceAccount,
      GcpProject project,
      Problems problems) {
    this.namespace = target.namespace();
    this.serviceAccount = serviceAccount;
    this.googleServiceAccount = googleServiceAccount;
    this.project = project;
    this.problems = problems;
    this.page = new CloudPage(target, serviceAccount);
  }

  List<Document> of(List<Grant> grants) {
    page.says(
        "The cluster must have Workload Identity Federation on, and so must its node pools. The"
            + " JSON files hold bindings to add to what there is; the commands do that.");
    if (googleServiceAccount.isPresent()) {
      allowImpersonation(googleServiceAccount.get());
    }
    grants.forEach(this::add);
    documents.add(page.document());
    return documents;
  }

  /** Whom the rights are given to. */
  private Text member() {
    return googleServiceAccount
        .map(email -> Text.join(Text.of("serviceAccount:"), email))
        .orElseGet(
            () ->
                Text.of(
                    "principal://iam.googleapis.com/projects/%s/locations/global/workloadIdentityPools/%s/subject/ns/%s/sa/%s"
                        .formatted(
                            project.number().orElse(""),
                            project.workloadPool(),
                            namespace,
                            serviceAccount)));
  }

  private void allowImpersonation(Text email) {
    String kubernetes =
        "serviceAccount:%s[%s/%s]".formatted(project.workloadPool(), namespace, serviceAccount);
    policy(
        "workload-identity-policy", binding("roles/iam.workloadIdentityUser", Text.of(kubernetes)));
    page.runs(
        "Let the service account act as the Google service account",
        "sh",
        List.of(
            Text.join(
                Text.of("gcloud iam service-accounts add-iam-policy-binding "),
                email,
                Text.of(
                    " --role=roles/iam.workloadIdentityUser --member=\"%s\""
                        .formatted(kubernetes)))));
  }

  private void add(Grant grant) {
    if (grant instanceof Grant.GcsBucket bucket) {
      addBucket(bucket);
    } else if (grant instanceof Grant.DatabaseLogin login) {
      addLogin(login);
    } else if (grant instanceof Grant.GoogleSecret secret) {
      addSecret(secret);
    } else {
      problems.add(Fit.wrongGrant(GkeWorkloadIdentity.ID, grant, "a Google Cloud Storage bucket"));
    }
  }

  private void addBucket(Grant.GcsBucket grant) {
    @Nullable String name = grant.bucket().value();
    if (name != null && name.contains("/")) {
      problems.add(
          "'%s' is no name of a Google Cloud Storage bucket.".formatted(grant.bucket()),
          "Write the bucket's name alone, without gs://.");
      return;
    }
    addObjectRole();
    String role = "projects/%s/roles/%s".formatted(project.id(), OBJECT_ROLE);
    policy(numbered("bucket-policy", ++buckets), binding(role, member()));
    page.runs(
        "Let it read, write and delete the bucket's objects",
        "sh",
        List.of(
            Text.join(
                Text.of("gcloud storage buckets add-iam-policy-binding gs://"),
                grant.bucket(),
                Text.of(" --role=%s --member=\"".formatted(role)),
                member(),
                Text.of("\""))));
    if (grant.kmsKey().isPresent()) {
      addKey(grant.kmsKey().get());
    }
  }

  private void addObjectRole() {
    if (hasObjectRole) {
      return;
    }
    hasObjectRole = true;
    document(
        "object-role",
        Mapping.builder()
            .put("title", "Objects of a bucket")
            .put("description", "Reads, lists, writes and deletes the objects of a bucket.")
            .put("stage", "GA")
            .put(
                "includedPermissions",
                Seq.ofStrings(
                    List.of(
                        "storage.objects.get",
                        "storage.objects.list",
                        "storage.objects.create",
                        "storage.objects.delete")))
            .build());
    page.runs(
        "Make the role that has these rights and no others",
        "gcloud iam roles create %s --project=%s --file=%s-object-role.json"
            .formatted(OBJECT_ROLE, project.id(), serviceAccount));
  }

  /** It is Cloud Storage itself that uses the key, not who reads the object. */
  private void addKey(Text key) {
    @Nullable String name = key.value();
    if (name != null && !KEY.matcher(name).matches()) {
      problems.add(
          "'%s' is no name of a Cloud KMS key.".formatted(key),
          "Write its resource name, projects/…/locations/…/keyRings/…/cryptoKeys/….");
      return;
    }
    if (project.number().isEmpty()) {
      problems.add(
          "Cloud Storage uses key '%s' as an agent that has the number of the bucket's project in"
                  .formatted(key)
              + " its name, and project '%s' is declared without.".formatted(project.id()),
          "Declare the project's number: 'gcloud projects describe %s' tells it."
              .formatted(project.id()));
      return;
    }
    String agent =
        "serviceAccount:service-%s@gs-project-accounts.iam.gserviceaccount.com"
            .formatted(project.number().get());
    String role = "roles/cloudkms.cryptoKeyEncrypterDecrypter";
    policy(numbered("key-policy", ++keys), binding(role, Text.of(agent)));
    page.runs(
        "Let Cloud Storage use the bucket's key",
        "sh",
        List.of(
            Text.join(
                Text.of("gcloud kms keys add-iam-policy-binding "),
                key,
                Text.of(" --role=%s --member=\"%s\"".formatted(role, agent)))));
  }

  /**
   * The role holds on the one secret, not on its project.
   *
   * @see <a href="https://cloud.google.com/secret-manager/docs/access-control">Access control with
   *     IAM</a>
   */
  private void addSecret(Grant.GoogleSecret grant) {
    String role = "roles/secretmanager.secretAccessor";
    policy(numbered("secret-policy", ++secrets), binding(role, member()));
    page.runs(
        "Let it read the secret",
        "sh",
        List.of(
            Text.join(
                Text.of("gcloud secrets add-iam-policy-binding "),
                grant.secret(),
                Text.of(" --role=%s --member=\"".formatted(role)),
                member(),
                Text.of("\""))));
  }

  private void addLogin(Grant.DatabaseLogin login) {
    if (googleServiceAccount.isEmpty()) {
      problems.add(
          "A login to %s needs a Google service account: Cloud SQL knows no others."
              .formatted(Fit.named(login)),
          "Give the identity a Google service account, or the database a password.");
      return;
    }
    @Nullable String name = login.resource().value();
    @Nullable Matcher instance = name == null ? null : CONNECTION_NAME.matcher(name);
    if (instance != null && !instance.matches()) {
      problems.add(
          "'%s' is no Cloud SQL connection name.".formatted(login.resource()),
          "Write project:region:instance, as 'gcloud sql instances describe' tells it.");
      return;
    }
    Mapping.Builder connect = Mapping.builder().putAll(binding("roles/cloudsql.client", member()));
    Mapping.Builder user =
        Mapping.builder().putAll(binding("roles/cloudsql.instanceUser", member()));
    if (instance == null) {
      policy(numbered("project-policy", ++databases), connect.build(), user.build());
    } else {
      Mapping condition = onlyInstance(instance.group(1), instance.group(3));
      policy(
          numbered("project-policy", ++databases),
          Scalar.of(3),
          connect.put("condition", condition).build(),
          user.put("condition", condition).build());
    }
    page.says(
        "Add the two bindings of the project policy to the policy of the database's project, and"
            + " the Google service account, without .gserviceaccount.com, to the instance's users"
            + " (type CLOUD_IAM_SERVICE_ACCOUNT).");
  }

  private static Mapping onlyInstance(String ofProject, String instance) {
    return Mapping.builder()
        .put("title", "Only " + instance)
        .put(
            "expression",
            "resource.name == 'projects/%s/instances/%s' && resource.service == 'sqladmin.googleapis.com'"
                .formatted(ofProject, instance))
        .build();
  }

  private static Mapping binding(String role, Text member) {
    return Mapping.of("role", Text.of(role), "members", Seq.of(member));
  }

  private void policy(String name, Mapping... bindings) {
    document(name, Mapping.of("bindings", Seq.of(bindings)));
  }

  private void policy(String name, Scalar version, Mapping... bindings) {
    document(name, Mapping.of("bindings", Seq.of(bindings), "version", version));
  }

  private void document(String name, Mapping json) {
    documents.add(new Document.Cloud(serviceAccount + "-" + name + ".json", json));
  }

  private static String numbered(String name, int number) {
    return number == 1 ? name : name + "-" + number;
  }
}
