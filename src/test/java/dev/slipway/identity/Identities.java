package dev.slipway.identity;

import dev.slipway.cluster.AwsAccount;
import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cluster;
import dev.slipway.cluster.Distribution;
import dev.slipway.cluster.GcpProject;
import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import dev.slipway.target.Defaults;
import dev.slipway.target.Document;
import dev.slipway.target.Naming;
import dev.slipway.target.Target;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Where identities are rendered to in tests, and what comes of it. */
final class Identities {
  static final String SERVICE_ACCOUNT = "hs";
  static final AwsAccount AWS =
      AwsAccount.of("111122223333", "eu-west-1")
          .withOidcProvider("https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE");
  static final GcpProject GCP = GcpProject.of("my-project").withNumber("123456789012");
  static final AzureSubscription AZURE =
      AzureSubscription.of(
              "11111111-2222-3333-4444-555555555555",
              "data",
              "66666666-7777-8888-9999-000000000000")
          .withOidcIssuer("https://westeurope.oic.prod-aks.azure.com/66666666/aaaa/");

  private Identities() {}

  static Cluster.Builder cluster(Distribution distribution) {
    return Cluster.builder("prod").distribution(distribution).kubernetes("1.32");
  }

  static Target eks() {
    return on(cluster(Distribution.EKS).aws(AWS));
  }

  static Target gke() {
    return on(cluster(Distribution.GKE).gcp(GCP));
  }

  static Target aks() {
    return on(cluster(Distribution.AKS).azure(AZURE));
  }

  static Target on(Cluster.Builder cluster) {
    return new Target(
        cluster.build(),
        "hyperscience",
        new Naming("hyperscience", "hyperscience", ""),
        Defaults.STRICT);
  }

  static List<Document> documents(Identity identity, Target target, Grant... grants) {
    return identity.documents(target, SERVICE_ACCOUNT, List.of(grants));
  }

  static List<String> names(List<Document> documents) {
    return documents.stream().map(Document::fileName).toList();
  }

  /** What stands in the one document of a name. */
  static String file(List<Document> documents, String name) {
    return documents.stream()
        .filter(document -> document.fileName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + names(documents)))
        .content()
        .known()
        .orElseThrow(() -> new AssertionError(name + " is not known yet"));
  }

  static List<String> problems(Identity identity, Target target, Grant... grants) {
    return identity.problems(target, SERVICE_ACCOUNT, List.of(grants)).stream()
        .map(Problem::toString)
        .toList();
  }

  static List<String> problemsOf(ThrowingCallable failing) {
    InvalidInputException thrown =
        Assertions.catchThrowableOfType(InvalidInputException.class, failing);
    Assertions.assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  /** A text that another resource will tell. */
  static Text later(String label) {
    return Text.deferred(new Later(label));
  }

  private record Later(String label) implements Deferred {
    @Override
    public boolean secret() {
      return false;
    }
  }
}
