package dev.slipway.identity;

import static dev.slipway.identity.Identities.AWS;
import static dev.slipway.identity.Identities.cluster;
import static dev.slipway.identity.Identities.documents;
import static dev.slipway.identity.Identities.eks;
import static dev.slipway.identity.Identities.file;
import static dev.slipway.identity.Identities.later;
import static dev.slipway.identity.Identities.names;
import static dev.slipway.identity.Identities.on;
import static dev.slipway.identity.Identities.problems;
import static dev.slipway.identity.Identities.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The trust policy is the one of AWS' page on assigning roles to service accounts, the permission
 * policy that of its pages on S3, KMS and IAM database authentication.
 */
class EksIrsaTest {
  private static final EksIrsa IDENTITY = Identity.eksIrsa("arn:aws:iam::111122223333:role/hs");
  private static final Text KEY =
      Text.of("arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

  @Test
  void theServiceAccountNamesTheRole() {
    assertThat(IDENTITY.id()).isEqualTo("eks-irsa");
    assertThat(IDENTITY.serviceAccountAnnotations())
        .isEqualTo(
            Map.of("eks.amazonaws.com/role-arn", Text.of("arn:aws:iam::111122223333:role/hs")));
    assertThat(IDENTITY.serviceAccountLabels()).isEmpty();
    assertThat(IDENTITY.podLabels()).isEmpty();
    assertThat(IDENTITY.projectsToken()).isTrue();
  }

  @Test
  void allThatAwsMustKnow() {
    List<Document> documents =
        documents(
            IDENTITY,
            eks(),
            new Grant.S3Bucket(Text.of("hs-files"), Optional.of(KEY)),
            new Grant.DatabaseLogin(Text.of("db-ABCDEFGHIJKL01234/hs")));

    assertThat(names(documents))
        .containsExactly(
            "hs-trust-policy.json", "hs-permission-policy.json", "hs-cloud-identity.md");
    assertThat(file(documents, "hs-trust-policy.json"))
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {
                    "Federated": "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"
                  },
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {
                      "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud": "sts.amazonaws.com",
                      "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub": "system:serviceaccount:hyperscience:hs"
                    }
                  }
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-permission-policy.json"))
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ListBucket",
                  "Effect": "Allow",
                  "Action": [
                    "s3:ListBucket"
                  ],
                  "Resource": "arn:aws:s3:::hs-files"
                },
                {
                  "Sid": "ReadAndWriteObjects",
                  "Effect": "Allow",
                  "Action": [
                    "s3:GetObject",
                    "s3:PutObject",
                    "s3:DeleteObject"
                  ],
                  "Resource": "arn:aws:s3:::hs-files/*"
                },
                {
                  "Sid": "UseEncryptionKey",
                  "Effect": "Allow",
                  "Action": [
                    "kms:GenerateDataKey",
                    "kms:Decrypt"
                  ],
                  "Resource": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
                },
                {
                  "Sid": "ConnectToDatabase",
                  "Effect": "Allow",
                  "Action": [
                    "rds-db:connect"
                  ],
                  "Resource": "arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/hs"
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-cloud-identity.md"))
        .isEqualTo(
            """
            # Cloud identity of service account hs in namespace hyperscience

            Run the commands in the folder cloud/, where the JSON files are.

            The cluster's OpenID Connect issuer must be an identity provider in IAM, and the role must trust the service account and have the rights that its pods need.

            ## Create the role, or set the trust policy of the one there is

            ```sh
            aws iam create-role --role-name hs --assume-role-policy-document file://hs-trust-policy.json
            aws iam update-assume-role-policy --role-name hs --policy-document file://hs-trust-policy.json
            ```

            ## Give it its rights

            ```sh
            aws iam put-role-policy --role-name hs --policy-name hs --policy-document file://hs-permission-policy.json
            ```
            """);
  }

  @Test
  void withoutRightsThereIsNoPermissionPolicy() {
    assertThat(names(documents(IDENTITY, eks())))
        .containsExactly("hs-trust-policy.json", "hs-cloud-identity.md");
  }

  @Test
  void statementsOfSeveralBucketsHaveIdsOfTheirOwn() {
    String policy =
        file(
            documents(
                IDENTITY,
                eks(),
                new Grant.S3Bucket(Text.of("one"), Optional.empty()),
                new Grant.S3Bucket(Text.of("two"), Optional.empty())),
            "hs-permission-policy.json");

    assertThat(policy.lines().filter(line -> line.contains("\"Sid\"")).map(String::strip))
        .containsExactly(
            "\"Sid\": \"ListBucket\",",
            "\"Sid\": \"ReadAndWriteObjects\",",
            "\"Sid\": \"ListBucket2\",",
            "\"Sid\": \"ReadAndWriteObjects2\",");
  }

  @Test
  void otherPartitionsHaveTheirOwnArns() {
    List<Document> documents =
        documents(
            Identity.eksIrsa("arn:aws-cn:iam::111122223333:role/service/hs"),
            on(
                cluster(Distribution.EKS)
                    .aws(
                        AwsAccount.of("111122223333", "cn-north-1")
                            .withOidcProvider("oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE"))),
            new Grant.S3Bucket(Text.of("hs-files"), Optional.empty()));

    assertThat(file(documents, "hs-trust-policy.json"))
        .contains(
            "\"arn:aws-cn:iam::111122223333:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE\"")
        .contains("\"sts.amazonaws.com\"");
    assertThat(file(documents, "hs-permission-policy.json"))
        .contains("\"arn:aws-cn:s3:::hs-files\"")
        .contains("\"arn:aws-cn:s3:::hs-files/*\"");
    assertThat(file(documents, "hs-cloud-identity.md")).contains("--role-name hs ");
  }

  @Test
  void theProviderIsLookedForInTheAccountOfTheRole() {
    List<Document> documents =
        documents(Identity.eksIrsa("arn:aws:iam::999999999999:role/hs"), eks());

    assertThat(file(documents, "hs-trust-policy.json"))
        .contains("arn:aws:iam::999999999999:oidc-provider/");
  }

  @Test
  void whatIsKnownLaterStaysOpen() {
    Identity identity = Identity.eksIrsa(later("output 'arn' of role 'hs'"));

    List<Document> documents =
        documents(identity, eks(), new Grant.S3Bucket(later("output 'bucket'"), Optional.empty()));

    assertThat(file(documents, "hs-trust-policy.json"))
        .contains("arn:aws:iam::111122223333:oidc-provider/");
    Text policy = documents.get(1).content();
    assertThat(policy.known()).isEmpty();
    assertThat(policy.waitsFor()).containsOnly("output 'bucket'");
    assertThat(file(documents, "hs-cloud-identity.md")).contains("--role-name ROLE_NAME");
  }

  @Test
  void itNeedsTheClustersIssuer() {
    assertThat(
            problems(
                IDENTITY,
                on(cluster(Distribution.EKS).aws(AwsAccount.of("111122223333", "eu-west-1")))))
        .containsExactly(
            "The trust policy names the cluster's OpenID Connect issuer, and cluster 'prod'"
                + " declares none. Declare it as the AWS account's oidcProvider: 'aws eks"
                + " describe-cluster --query cluster.identity.oidc.issuer' tells it.");
  }

  @Test
  void whatIsWrongIsThrownWithTheAccountItIsAbout() {
    assertThat(problemsOf(() -> documents(IDENTITY, on(cluster(Distribution.EKS)))))
        .singleElement()
        .asString()
        .startsWith("identity of service account 'hs': The trust policy names");
  }

  @Test
  void itWorksOnAnyClusterOnAwsAndNowhereElse() {
    assertThat(problems(IDENTITY, on(cluster(Distribution.OPENSHIFT).cloud(Cloud.AWS).aws(AWS))))
        .isEmpty();
    assertThat(problems(IDENTITY, Identities.gke()))
        .containsExactly(
            "Identity eks-irsa works on AWS, and cluster 'prod' is gke on gcp. Use"
                + " gke-workload-identity.");
    assertThat(problems(IDENTITY, on(cluster(Distribution.KUBERNETES))))
        .containsExactly(
            "Identity eks-irsa works on AWS, and cluster 'prod' is kubernetes on none. Take the"
                + " identity away and give the service's credentials as a secret.");
  }

  @Test
  void itGivesNoRightsInOtherClouds() {
    assertThat(
            problems(
                IDENTITY,
                eks(),
                new Grant.GcsBucket(Text.of("hs-files"), Optional.empty()),
                new Grant.BlobContainer(Text.of("hs"), Text.of("files"), Optional.empty())))
        .containsExactly(
            "Identity eks-irsa gives no right to Google Cloud Storage bucket 'hs-files'. Use an S3"
                + " bucket, or give the credentials of the other cloud as a secret.",
            "Identity eks-irsa gives no right to blob container 'files' of Azure storage account"
                + " 'hs'. Use an S3 bucket, or give the credentials of the other cloud as a"
                + " secret.");
  }

  @Test
  void namesThatIamWouldTakeAndThatWouldGrantNothingAreRefused() {
    assertThat(
            problems(
                IDENTITY,
                eks(),
                new Grant.S3Bucket(
                    Text.of("arn:aws:s3:::hs-files"),
                    Optional.of(Text.of("arn:aws:kms:eu-west-1:111122223333:alias/hs"))),
                new Grant.DatabaseLogin(Text.of("hs.abc.eu-west-1.rds.amazonaws.com"))))
        .containsExactly(
            "'arn:aws:s3:::hs-files' is no name of an S3 bucket. Write the bucket's name alone,"
                + " without arn: and s3://.",
            "'arn:aws:kms:eu-west-1:111122223333:alias/hs' is no ARN of a KMS key. Write the key's"
                + " own ARN (…:key/…): a right to an alias is a right to nothing.",
            "'hs.abc.eu-west-1.rds.amazonaws.com' is no database user that IAM knows. Write the"
                + " resource id of the instance, cluster or proxy and the user, such as"
                + " db-ABCDEFGHIJKL01234/app.");
  }

  @Test
  void aRoleOfAnotherPartitionCannotBeAssumed() {
    assertThat(problems(Identity.eksIrsa("arn:aws-us-gov:iam::111122223333:role/hs"), eks()))
        .containsExactly(
            "Role 'arn:aws-us-gov:iam::111122223333:role/hs' is in partition aws-us-gov, and the"
                + " cluster's region is in aws. Use a role of the cluster's partition: roles are"
                + " not assumed across partitions.");
  }

  @Test
  void onlyTheArnOfARoleIsTaken() {
    assertThat(problemsOf(() -> Identity.eksIrsa("arn:aws:iam::111122223333:user/hs")))
        .containsExactly(
            "'arn:aws:iam::111122223333:user/hs' is no ARN of an IAM role. Write it as IAM shows"
                + " it, such as arn:aws:iam::123456789012:role/app.");
    assertThat(problemsOf(() -> Identity.eksPodIdentity("hs"))).hasSize(1);
  }

  @Test
  void podsMustReachSts() {
    assertThat(IDENTITY.egress())
        .singleElement()
        .satisfies(egress -> assertThat(egress.ports()).extracting("port").containsExactly(443));
  }

  @Test
  void eachKindHasTheNameThatUsersWrite() {
    assertThat(Identity.ids())
        .containsExactly(
            "eks-irsa", "eks-pod-identity", "gke-workload-identity", "azure-workload-identity");
  }
}
