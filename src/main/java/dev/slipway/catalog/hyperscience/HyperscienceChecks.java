package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.network.Ingress;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes an installation of Hyperscience impossible, all of it at once. */
final class HyperscienceChecks {
  private static final int OLDEST_POSTGRES = 14;
  private static final int NEWEST_POSTGRES = 16;
  private static final int REPOSITORIES = 4;

  private final Problems problems = new Problems();

  HyperscienceChecks database(@Nullable Database database) {
    if (database == null) {
      problems.add(
          "It has no database.",
          "Declare a PostgreSQL database of version 14, 15 or 16.",
          "database");
    } else {
      Postgres.check(database, OLDEST_POSTGRES, NEWEST_POSTGRES, problems);
    }
    return this;
  }

  HyperscienceChecks fileStore(@Nullable ObjectStore store) {
    if (store == null) {
      problems.add(
          "It has no file store.",
          "Declare S3, Google Cloud Storage, Azure Blob or a volume that many nodes can write.",
          "fileStore");
    } else {
      FileStores.check(store, problems);
    }
    return this;
  }

  HyperscienceChecks registry(@Nullable ImageRegistry registry) {
    if (registry == null) {
      problems.add(
          "It has no image registry.",
          "Declare the internal registry that the images were copied to.",
          "registry");
    } else if (registry.repositories().size() != REPOSITORIES) {
      problems.add(
          "Its registry has %s repositories, and Hyperscience needs %s."
              .formatted(registry.repositories().size(), REPOSITORIES),
          "Name the four repositories that the images were copied to.",
          "registry.repositories");
    }
    return this;
  }

  /** Each image must be one of the registry; {@code images} has them by their fields. */
  HyperscienceChecks images(@Nullable ImageRegistry registry, Map<FieldPath, String> images) {
    if (registry == null) {
      return this;
    }
    FieldPath repositories = FieldPath.of("registry", "repositories");
    images.forEach(
        (field, image) -> {
          Problems found = new Problems();
          found.collect(() -> Images.of(registry, image));
          found.all().forEach(problem -> problems.add(problem.about(List.of(field, repositories))));
        });
    return this;
  }

  /** Workloads come together, or not at all. */
  HyperscienceChecks parts(
      @Nullable Platform platform, List<Trainer> trainers, @Nullable HyperOperator operator) {
    if (platform == null) {
      if (!trainers.isEmpty() || (operator != null && operator.image().isPresent())) {
        problems.add(
            "It has the image of a trainer or an operator and no platform.",
            "Give the platform's image, or leave the images out for the prerequisites only.",
            "trainers",
            "operator",
            "platform");
      }
      return this;
    }
    if (trainers.isEmpty()) {
      problems.add("It has no trainer.", "Give the trainer's image.", "trainers");
    }
    if (operator == null) {
      problems.add("It has no operator.", "Give the HyperOperator's image.", "operator");
    } else if (operator.image().isEmpty()) {
      problems.add("Its operator has no image.", "Give the HyperOperator's image.", "operator");
    }
    Set<String> workloads = new HashSet<>();
    for (int i = 0; i < trainers.size(); i++) {
      String workload = trainers.get(i).workload();
      if (!workloads.add(workload)) {
        problems.add(
            Problem.of("Two trainers are '" + workload + "'.", "Give each a version of its own.")
                .about(List.of(FieldPath.of("trainers").index(i).key("version"))));
      }
    }
    return this;
  }

  /** What is said of the vendor's chart has no meaning where the workloads are declared here. */
  HyperscienceChecks chart(
      @Nullable Platform platform, @Nullable Ingress ingress, @Nullable VendorChart chart) {
    if (platform == null && ingress != null) {
      problems.add(
          "It has an ingress and no platform for it to lead to.",
          "The vendor's chart brings its own; say where its controller is with chart: {ingressFrom:"
              + " …}.",
          "ingress",
          "platform");
    }
    if (platform != null && chart != null) {
      problems.add(
          "It has a platform, and says what the vendor's chart brings.",
          "Leave out chart where the workloads are declared here, and platform where they are the"
              + " chart's.",
          "chart",
          "platform");
    }
    return this;
  }

  /**
   * Ends the checks of an application.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that was found
   */
  void throwIfAny(String part) {
    problems.throwIfAny(part);
  }
}
