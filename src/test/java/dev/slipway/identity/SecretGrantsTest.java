package dev.slipway.identity;

import static dev.slipway.identity.Identities.aks;
import static dev.slipway.identity.Identities.cluster;
import static dev.slipway.identity.Identities.documents;
import static dev.slipway.identity.Identities.eks;
import static dev.slipway.identity.Identities.file;
import static dev.slipway.identity.Identities.gke;
import static dev.slipway.identity.Identities.on;
import static dev.slipway.identity.Identities.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the clouds must know for pods to read their secrets themselves. */
class SecretGrantsTest {
  private static final Identity ROLE = Identity.eksPodIdentity("arn:aws:iam::111122223333:role/hs");
  private static final String CLIENT = "aaaaaaaa-1111-2222-3333-444444444444";
  private static final String PRINCIPAL = "bbbbbbbb-1111-2222-3333-444444444444";
  private static final AzureWorkloadIdentity ENTRA =
      Identity.azure(CLIENT).withPrincipalId(PRINCIPAL);
  private static final Identity GOOGLE = Identity.gke("hs@hs-project.iam.gserviceaccount.com");

  @Test
  void aRoleReadsAndDescribesTheOneSecretOfAName() {
    List<Document> documents = documents(ROLE, eks(), secret("prod/db"));

    assertThat(file(documents, "hs-permission-policy.json"))
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ReadSecret",
                  "Effect": "Allow",
                  "Action": [
                    "secretsmanager:GetSecretValue",
                    "secretsmanager:DescribeSecret"
                  ],
                  "Resource": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-??????"
                }
              ]
            }
            """);
  }

  @Test
  void anArnIsTakenAsItIs() {
    String arn = "arn:aws:secretsmanager:us-east-1:444455556666:secret:prod/db-a1B2c3";

    assertThat(file(documents(ROLE, eks(), secret(arn)), "hs-permission-policy.json"))
        .contains("\"Resource\": \"" + arn + "\"");
  }

  @Test
  void aSecretMayBeInAnotherRegion() {
    Grant elsewhere = new Grant.AwsSecret(Text.of("db"), Optional.of("eu-north-1"));

    assertThat(file(documents(ROLE, eks(), elsewhere), "hs-permission-policy.json"))
        .contains("arn:aws:secretsmanager:eu-north-1:111122223333:secret:db-??????");
  }

  @Test
  void parametersOfAPathHaveOneSlashBeforeIt() {
    String policy =
        file(
            documents(ROLE, eks(), parameter("/prod/db"), parameter("plain")),
            "hs-permission-policy.json");

    assertThat(policy)
        .contains("\"ssm:GetParameters\"")
        .contains("\"arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db\"")
        .contains("\"arn:aws:ssm:eu-west-1:111122223333:parameter/plain\"");
  }

  @Test
  void withoutAnAccountASecretHasNoArn() {
    assertThat(problems(ROLE, on(cluster(Distribution.EKS)), secret("db")))
        .containsExactly(
            "A right to secret 'db' of AWS Secrets Manager names the account and the region that"
                + " it is in. Declare the cluster's AWS account and region.");
  }

  @Test
  void anEntraIdentityIsASecretsUserOfTheVault() {
    List<Document> documents = documents(ENTRA, aks(), vault(CLIENT));

    String scope =
        "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/data/providers/Microsoft.KeyVault/vaults/hs-kv";
    assertThat(file(documents, "hs-role-assignments.json"))
        .contains("\"scope\": \"" + scope + "\"")
        .contains(
            "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6\"")
        .contains("\"principalId\": \"" + PRINCIPAL + "\"");
    assertThat(file(documents, "hs-cloud-identity.md"))
        .contains("The key vault must go by Azure role-based access control");
  }

  @Test
  void aVaultThatIsReadAsSomebodyElseIsAProblem() {
    assertThat(problems(ENTRA, aks(), vault("cccccccc-1111-2222-3333-444444444444")))
        .containsExactly(
            "Azure key vault 'hs-kv' is read as client 'cccccccc-1111-2222-3333-444444444444', and"
                + " the pods are client 'aaaaaaaa-1111-2222-3333-444444444444'. Give the secret's"
                + " source the client id of the pods' identity: only that one trusts them.");
  }

  @Test
  void aGoogleServiceAccountAccessesTheOneSecret() {
    List<Document> documents = documents(GOOGLE, gke(), google());

    assertThat(file(documents, "hs-secret-policy.json"))
        .isEqualTo(
            """
            {
              "bindings": [
                {
                  "role": "roles/secretmanager.secretAccessor",
                  "members": [
                    "serviceAccount:hs@hs-project.iam.gserviceaccount.com"
                  ]
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-cloud-identity.md"))
        .contains(
            """
            gcloud secrets add-iam-policy-binding projects/hs-project/secrets/db --role=roles/secretmanager.secretAccessor --member="serviceAccount:hs@hs-project.iam.gserviceaccount.com"
            """);
  }

  @Test
  void aSecretOfAnotherCloudIsAProblem() {
    String remedy =
        " Keep the secret in a store of the identity's own cloud, or take it from another kind of"
            + " source.";

    assertThat(problems(ROLE, eks(), google()))
        .containsExactly(
            "Identity eks-pod-identity gives no right to secret 'projects/hs-project/secrets/db' of"
                + " Google's Secret Manager."
                + remedy);
    assertThat(problems(GOOGLE, gke(), vault(CLIENT)))
        .containsExactly(
            "Identity gke-workload-identity gives no right to Azure key vault 'hs-kv'." + remedy);
    assertThat(problems(ENTRA, aks(), parameter("/db")))
        .containsExactly(
            "Identity azure-workload-identity gives no right to parameter '/db' of AWS Systems"
                + " Manager."
                + remedy);
  }

  private static Grant secret(String name) {
    return new Grant.AwsSecret(Text.of(name), Optional.empty());
  }

  private static Grant parameter(String name) {
    return new Grant.AwsParameter(Text.of(name), Optional.empty());
  }

  private static Grant vault(String client) {
    return new Grant.KeyVaultSecrets(Text.of("hs-kv"), Text.of(client));
  }

  private static Grant google() {
    return new Grant.GoogleSecret(Text.of("projects/hs-project/secrets/db"));
  }
}
