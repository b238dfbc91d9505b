package dev.slipway.pulumi.aws;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import dev.slipway.target.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What AWS must know of one service account, among the documents of a plan: those that its identity
 * wrote.
 *
 * @param permissions absent where its pods need no right
 * @param association absent where the cluster needs to know of no role
 */
record IdentityDocuments(
    Optional<Document.Cloud> permissions, Optional<Document.Cloud> association) {
  private static final String TRUST = "-trust-policy.json";
  private static final String PERMISSIONS = "-permission-policy.json";
  private static final String ASSOCIATION = "-pod-identity-association.json";

  /** The trust policy among an identity's documents. */
  static Mapping trustOf(String serviceAccount, List<Document> documents) {
    return named(serviceAccount + TRUST, documents).get(0).json();
  }

  /**
   * The documents of the service account that a role trusts.
   *
   * @param who what a person calls the role, to begin a sentence
   * @throws InvalidInputException if the plan has none for it
   */
  static IdentityDocuments of(
      List<Document> documents, String serviceAccount, Mapping trust, String who) {
    List<Document.Cloud> trusts = named(serviceAccount + TRUST, documents);
    if (trusts.stream().noneMatch(document -> document.json().equals(trust))) {
      throw new InvalidInputException(
          Problem.of(noneTrusted(serviceAccount, trusts, who), remedy(documents, serviceAccount)));
    }
    if (trusts.size() > 1) {
      throw new InvalidInputException(
          Problem.of(
              "%s is for service account '%s', and several namespaces have one of that name."
                  .formatted(who, serviceAccount),
              "Register their applications as components of their own: which rights are whose does"
                  + " not show otherwise."));
    }
    return new IdentityDocuments(
        named(serviceAccount + PERMISSIONS, documents).stream().findFirst(),
        named(serviceAccount + ASSOCIATION, documents).stream().findFirst());
  }

  /**
   * Nothing, if another plan asks for the same.
   *
   * @throws InvalidInputException otherwise
   */
  void checkSameAs(IdentityDocuments before, String who) {
    if (!equals(before)) {
      throw new InvalidInputException(
          Problem.of(
              who + " has the rights that another component needs, and this one needs others.",
              "Give each of them a role of its own."));
    }
  }

  private static String noneTrusted(
      String serviceAccount, List<Document.Cloud> trusts, String who) {
    return trusts.isEmpty()
        ? "%s is for service account '%s', and no service account of that name has its identity."
            .formatted(who, serviceAccount)
        : "%s trusts a service account '%s' of another namespace or cluster."
            .formatted(who, serviceAccount);
  }

  private static String remedy(List<Document> documents, String serviceAccount) {
    List<String> accounts = new ArrayList<>();
    for (Document document : documents) {
      String name = document.fileName();
      if (name.endsWith(TRUST)) {
        accounts.add(name.substring(0, name.length() - TRUST.length()));
      }
    }
    String meant =
        accounts.contains(serviceAccount) ? "" : Suggestions.didYouMean(serviceAccount, accounts);
    return meant.isEmpty()
        ? "Give the role the application's own namespace and service account."
        : meant;
  }

  private static List<Document.Cloud> named(String fileName, List<Document> documents) {
    List<Document.Cloud> found = new ArrayList<>();
    for (Document document : documents) {
      if (document instanceof Document.Cloud cloud && cloud.fileName().equals(fileName)) {
        found.add(cloud);
      }
    }
    return found;
  }
}
