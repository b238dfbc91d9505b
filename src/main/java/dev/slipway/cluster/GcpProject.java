package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Google Cloud project that a cluster is in.
 *
 * @param id such as {@code my-project}
 * @param number such as {@code 123456789012}; only some of the cloud's names have it
 */
public record GcpProject(String id, Optional<String> number) {
  // A domain-scoped project is example.com:my-project.
  private static final Pattern ID =
      Pattern.compile("(?:[a-z0-9][a-z0-9.-]*:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6,15}");

  /**
   * A project.
   *
   * @throws InvalidInputException if the id is malformed
   */
  public static GcpProject of(String id) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no Google Cloud project id.".formatted(id),
              "Write the id, not the name: 6 to 30 lower-case letters, digits and '-', beginning"
                  + " with a letter."));
    }
    return new GcpProject(id, Optional.empty());
  }

  /**
   * This, with its number, which {@code gcloud projects describe} tells.
   *
   * @throws InvalidInputException if it is no number
   */
  public GcpProject withNumber(String projectNumber) {
    if (!NUMBER.matcher(projectNumber).matches()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no Google Cloud project number.".formatted(projectNumber),
              "Write its digits, such as \"123456789012\"."));
    }
    return new GcpProject(id, Optional.of(projectNumber));
  }

  /** The pool that the service accounts of the project's clusters are in. */
  public String workloadPool() {
    return id + ".svc.id.goog";
  }
}
