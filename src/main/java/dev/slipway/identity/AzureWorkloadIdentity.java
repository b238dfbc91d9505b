package dev.slipway.identity;

import dev.slipway.cluster.AzureSubscription;
import dev.slipway.cluster.Cloud;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Entra Workload ID: a managed identity or an application trusts tokens that the cluster
 * signs for one service account. The label on the pod is what injects them, the annotation on the
 * service account says as whom.
 *
 * @param clientId the managed identity's or application's client id, a UUID
 * @param principalId its object id, a UUID and another one; needed where it is given rights
 * @param resourceGroup the resource group of what it is given rights to; absent for the one that
 *     the cluster declares
 * @see <a href="https://learn.microsoft.com/azure/aks/workload-identity-overview">Workload identity
 *     with AKS</a>
 */
public record AzureWorkloadIdentity(
    Text clientId, Optional<Text> principalId, Optional<String> resourceGroup) implements Identity {
  static final String ID = "azure-workload-identity";
  private static final String CLIENT_ID = "azure.workload.identity/client-id";
  private static final Map<String, String> POD_LABELS =
      Map.of("azure.workload.identity/use", "true");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * An identity.
   *
   * @throws InvalidInputException if an id is known and no UUID
   */
  public AzureWorkloadIdentity {
    Problems problems = new Problems();
    check(problems, "client id", clientId);
    principalId.ifPresent(id -> check(problems, "object id of a principal", id));
    problems.throwIfAny();
  }

  static AzureWorkloadIdentity of(Text clientId) {
    return new AzureWorkloadIdentity(clientId, Optional.empty(), Optional.empty());
  }

  /** This, with the object id that rights are given to: it is not the client id. */
  public AzureWorkloadIdentity withPrincipalId(String objectId) {
    return withPrincipalId(Text.of(objectId));
  }

  /** This, with the object id that rights are given to: it is not the client id. */
  public AzureWorkloadIdentity withPrincipalId(Text objectId) {
    return new AzureWorkloadIdentity(clientId, Optional.of(objectId), resourceGroup);
  }

  /** This, with rights to what is in another resource group than the one the cluster declares. */
  public AzureWorkloadIdentity inResourceGroup(String name) {
    return new AzureWorkloadIdentity(clientId, principalId, Optional.of(name));
  }

  private static void check(Problems problems, String what, Text id) {
    @Nullable String value = id.value();
    if (value != null && !UUID.matcher(value).matches()) {
      problems.add(
          "'%s' is no %s.".formatted(id, what),
          "Write the UUID that 'az identity show' or 'az ad sp show' tells.");
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Map<String, Text> serviceAccountAnnotations() {
    return Map.of(CLIENT_ID, clientId);
  }

  @Override
  public Map<String, String> serviceAccountLabels() {
    return Map.of();
  }

  @Override
  public Map<String, String> podLabels() {
    return POD_LABELS;
  }

  /** Labels that pods must carry whose service account has such annotations. */
  public static Map<String, String> podLabelsFor(Mapping accountAnnotations) {
    return accountAnnotations.has(CLIENT_ID) ? POD_LABELS : Map.of();
  }

  @Override
  public boolean projectsToken() {
    return true;
  }

  @Override
  public List<Egress> egress() {
    return List.of(Egress.toPort(443, "Microsoft Entra, for the pods' credentials"));
  }

  @Override
  public Optional<Problem> misfit(Cluster cluster) {
    return cluster.cloud() == Cloud.AZURE
        ? Optional.empty()
        : Optional.of(Fit.wrongCluster(ID, "Azure", cluster));
  }

  @Override
  public List<Document> documents(
      Target target, String serviceAccount, List<Grant> grants, Problems problems) {
    Cluster cluster = target.cluster();
    Optional<Problem> misfit = misfit(cluster);
    if (misfit.isPresent()) {
      problems.add(misfit.get());
      return List.of();
    }
    Optional<String> issuer = cluster.azure().flatMap(AzureSubscription::oidcIssuer);
    if (issuer.isEmpty()) {
      problems.add(
          "The federated credential names the cluster's OpenID Connect issuer, and cluster '%s'"
                  .formatted(cluster.name())
              + " declares none.",
          "Declare it as the Azure subscription's oidcIssuer: 'az aks show --query"
              + " oidcIssuerProfile.issuerUrl' tells it.");
    }
    return new AzureDocuments(target, serviceAccount, this, problems).of(issuer.orElse(""), grants);
  }
}
