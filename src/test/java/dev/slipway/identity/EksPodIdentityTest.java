package dev.slipway.identity;

import static dev.slipway.identity.Identities.AWS;
import static dev.slipway.identity.Identities.cluster;
import static dev.slipway.identity.Identities.documents;
import static dev.slipway.identity.Identities.eks;
import static dev.slipway.identity.Identities.file;
import static dev.slipway.identity.Identities.names;
import static dev.slipway.identity.Identities.on;
import static dev.slipway.identity.Identities.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Distribution;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documents are those of AWS' pages on the role for Pod Identity and on its associations. */
class EksPodIdentityTest {
  private static final EksPodIdentity IDENTITY =
      Identity.eksPodIdentity("arn:aws:iam::111122223333:role/hs");

  @Test
  void nothingInTheManifestsTellsOfIt() {
    assertThat(IDENTITY.id()).isEqualTo("eks-pod-identity");
    assertThat(IDENTITY.serviceAccountAnnotations()).isEmpty();
    assertThat(IDENTITY.serviceAccountLabels()).isEmpty();
    assertThat(IDENTITY.podLabels()).isEmpty();
    assertThat(IDENTITY.projectsToken()).isTrue();
  }

  @Test
  void allThatAwsMustKnow() {
    List<Document> documents =
        documents(IDENTITY, eks(), new Grant.S3Bucket(Text.of("hs-files"), Optional.empty()));

    assertThat(names(documents))
        .containsExactly(
            "hs-trust-policy.json",
            "hs-permission-policy.json",
            "hs-pod-identity-association.json",
            "hs-cloud-identity.md");
    assertThat(file(documents, "hs-trust-policy.json"))
        .isEqualTo(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "AllowEksAuthToAssumeRoleForPodIdentity",
                  "Effect": "Allow",
                  "Principal": {
                    "Service": "pods.eks.amazonaws.com"
                  },
                  "Action": [
                    "sts:AssumeRole",
                    "sts:TagSession"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:RequestTag/eks-cluster-arn": [
                        "arn:aws:eks:eu-west-1:111122223333:cluster/prod"
                      ],
                      "aws:RequestTag/kubernetes-namespace": [
                        "hyperscience"
                      ],
                      "aws:RequestTag/kubernetes-service-account": [
                        "hs"
                      ]
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
                }
              ]
            }
            """);
    assertThat(file(documents, "hs-pod-identity-association.json"))
        .isEqualTo(
            """
            {
              "clusterName": "prod",
              "namespace": "hyperscience",
              "serviceAccount": "hs",
              "roleArn": "arn:aws:iam::111122223333:role/hs"
            }
            """);
    assertThat(file(documents, "hs-cloud-identity.md"))
        .contains("eks-pod-identity-agent")
        .endsWith(
            """
            ## Associate it with the service account

            ```sh
            aws eks create-pod-identity-association --cli-input-json file://hs-pod-identity-association.json
            ```
            """);
  }

  @Test
  void itNeedsNoFactsOfTheCluster() {
    assertThat(problems(IDENTITY, on(cluster(Distribution.EKS)))).isEmpty();
  }

  @Test
  void aDatabaseLoginNeedsTheAccountAndTheRegion() {
    assertThat(
            problems(
                IDENTITY,
                on(cluster(Distribution.EKS)),
                new Grant.DatabaseLogin(Text.of("db-ABCDEFGHIJKL01234/hs"))))
        .containsExactly(
            "A login to database 'db-ABCDEFGHIJKL01234/hs' needs the account and the region that it"
                + " is in. Declare the cluster's AWS account and region.");
  }

  @Test
  void anAssociationTakesOnlyRolesOfTheClustersAccount() {
    assertThat(problems(Identity.eksPodIdentity("arn:aws:iam::999999999999:role/hs"), eks()))
        .containsExactly(
            "Role 'arn:aws:iam::999999999999:role/hs' is in account 999999999999, and an"
                + " association takes only roles of the cluster's own account. Use a role of the"
                + " cluster's account, or eks-irsa.");
  }

  @Test
  void itWorksOnEksOnly() {
    assertThat(problems(IDENTITY, on(cluster(Distribution.OPENSHIFT).cloud(Cloud.AWS).aws(AWS))))
        .containsExactly(
            "Identity eks-pod-identity works on EKS, and cluster 'prod' is openshift on aws. Use"
                + " eks-irsa.");
    assertThat(problems(IDENTITY, Identities.aks()))
        .containsExactly(
            "Identity eks-pod-identity works on EKS, and cluster 'prod' is aks on azure. Use"
                + " azure-workload-identity.");
  }

  @Test
  void podsMustReachTheAgentOnTheirNode() {
    assertThat(IDENTITY.egress())
        .singleElement()
        .satisfies(
            egress -> {
              assertThat(egress.to())
                  .extracting("cidr")
                  .containsExactly("169.254.170.23/32", "fd00:ec2::23/128");
              assertThat(egress.ports()).extracting("port").containsExactly(80);
            });
  }
}
