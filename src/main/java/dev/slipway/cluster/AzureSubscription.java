package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where on Azure a cluster is.
 *
 * @param subscription the subscription's id, a UUID
 * @param resourceGroup the resource group of the storage accounts, servers and vaults that
 *     applications on the cluster use, unless an identity says otherwise
 * @param tenant the Microsoft Entra tenant's id, a UUID
 * @param region such as {@code westeurope}
 * @param oidcIssuer the cluster's OpenID Connect issuer
 */
public record AzureSubscription(
    String subscription,
    String resourceGroup,
    String tenant,
    Optional<String> region,
    Optional<String> oidcIssuer) {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern RESOURCE_GROUP =
      Pattern.compile("[-\\w._()]{0,89}[-\\w_()]", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9]+");

  /**
   * A subscription, a resource group and a tenant.
   *
   * @throws InvalidInputException if any is malformed
   */
  public static AzureSubscription of(String subscription, String resourceGroup, String tenant) {
    Problems problems = new Problems();
    uuid(problems, "subscription", subscription);
    uuid(problems, "tenant", tenant);
    if (!RESOURCE_GROUP.matcher(resourceGroup).matches()) {
      problems.add(
          "'%s' is no name of an Azure resource group.".formatted(resourceGroup),
          "Write 1 to 90 letters, digits, '-', '_', '.', '(' and ')', not ending with '.'.");
    }
    problems.throwIfAny();
    return new AzureSubscription(
        subscription, resourceGroup, tenant, Optional.empty(), Optional.empty());
  }

  /**
   * This, in a region.
   *
   * @throws InvalidInputException if it is malformed
   */
  public AzureSubscription inRegion(String name) {
    if (!REGION.matcher(name).matches()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no Azure region.".formatted(name),
              "Write its name as nodes have it, such as westeurope."));
    }
    return new AzureSubscription(
        subscription, resourceGroup, tenant, Optional.of(name), oidcIssuer);
  }

  /**
   * This, with the cluster's OpenID Connect issuer, which {@code az aks show --query
   * oidcIssuerProfile.issuerUrl} tells.
   *
   * @throws InvalidInputException if it is no https URL
   */
  public AzureSubscription withOidcIssuer(String url) {
    if (!url.startsWith("https://") || url.contains(" ")) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no OpenID Connect issuer.".formatted(url),
              "Write it as AKS shows it, beginning with https:// and with its final slash."));
    }
    return new AzureSubscription(subscription, resourceGroup, tenant, region, Optional.of(url));
  }

  private static void uuid(Problems problems, String what, String id) {
    if (!UUID.matcher(id).matches()) {
      problems.add(
          "'%s' is no id of an Azure %s.".formatted(id, what),
          "Write the UUID that 'az account show' tells.");
    }
  }
}
