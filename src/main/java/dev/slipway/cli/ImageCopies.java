package dev.slipway.cli;

import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.pod.Image;
import dev.slipway.podsecurity.PodTemplate;
import dev.slipway.render.Plan;
import dev.slipway.target.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the images of environments, and works out where each comes from and goes to.
 *
 * @param from what the names of the internal registry's images begin with where they come from;
 *     ends with a slash
 * @param to what the names in the internal registry begin with, in place of what environments
 *     declare; ends with a slash
 */
record ImageCopies(Optional<String> from, Optional<String> to) {
  private static final String LATEST = "latest";
  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  /**
   * An image, and the way it takes.
   *
   * @param pulled what pods pull, as it is written
   * @param source where it is now; absent where that is not known
   * @param target where it must be; absent where there is no internal registry
   * @param repository the target without tag and digest
   * @param users the objects, or the reason, that it is pulled for
   */
  record Copy(
      String pulled,
      Optional<String> source,
      Optional<String> target,
      Optional<String> repository,
      Set<String> users) {}

  /**
   * The images of environments, sorted by what pods pull.
   *
   * @throws InvalidInputException if one cannot be understood, or two different ones would be
   *     copied to one place
   */
  List<Copy> of(List<Planned> environments) {
    Problems problems = new Problems();
    Map<String, Copy> copies = new TreeMap<>();
    for (Planned environment : environments) {
      List<String> registries = registries(environment.plan());
      users(environment.plan())
          .forEach(
              (reference, users) ->
                  problems.collect(
                      () -> {
                        Copy copy = copy(reference, users, registries);
                        copies.merge(reference, copy, ImageCopies::together);
                        return copy;
                      }));
    }
    refuseCollisions(copies.values(), problems);
    problems.throwIfAny();
    return List.copyOf(copies.values());
  }

  private static Copy together(Copy one, Copy other) {
    one.users().addAll(other.users());
    return one;
  }

  /** Each image that pods pull, and what pulls it. */
  private static Map<String, Set<String>> users(Plan plan) {
    Map<String, Set<String>> users = new TreeMap<>();
    for (Manifest manifest : plan.everything()) {
      PodTemplate.of(manifest)
          .ifPresent(
              pod ->
                  images(pod.spec())
                      .forEach(
                          image ->
                              users
                                  .computeIfAbsent(image, i -> new TreeSet<>())
                                  .add(manifest.ref().toString())));
    }
    for (Declaration declaration : plan.declared()) {
      if (declaration instanceof Declaration.Pulled pulled) {
        @Nullable String reference = pulled.reference().value();
        if (reference != null && !users.containsKey(reference)) {
          users.computeIfAbsent(reference, i -> new TreeSet<>()).add(pulled.why());
        }
      }
    }
    return users;
  }

  private static List<String> images(Mapping pod) {
    List<String> images = new ArrayList<>();
    for (String list : CONTAINERS) {
      addStrings(pod.seq(list), FieldPath.of("image"), images);
    }
    addStrings(pod.seq("volumes"), FieldPath.of("image", "reference"), images);
    return images;
  }

  private static void addStrings(Seq items, FieldPath path, List<String> to) {
    for (Node item : items) {
      if (path.in(item) instanceof Text text) {
        text.known().ifPresent(to::add);
      }
    }
  }

  private static List<String> registries(Plan plan) {
    List<String> declared = new ArrayList<>();
    for (Declaration declaration : plan.declared()) {
      if (declaration instanceof Declaration.InternalRegistry registry) {
        @Nullable String names = registry.names().value();
        if (names != null && !declared.contains(names)) {
          declared.add(names);
        }
      }
    }
    return declared;
  }

  private Copy copy(String reference, Set<String> users, List<String> declared) {
    Image image = Image.parse(reference);
    String name = image.name().toString();
    for (String registry : declared) {
      if (name.startsWith(registry)) {
        String inside = name.substring(registry.length());
        return ofInternal(image, users, inside, to.map(other -> other + inside).orElse(name));
      }
    }
    if (to.isPresent() && name.startsWith(to.get())) {
      return ofInternal(image, users, name.substring(to.get().length()), name);
    }
    String repository = image.repository().orElseThrow();
    Optional<String> goal =
        to.or(() -> declared.stream().findFirst()).map(registry -> registry + repository);
    return new Copy(
        reference,
        Optional.of(at(image.registry().orElseThrow() + "/" + repository, image, true)),
        goal.map(found -> at(found, image, false)),
        goal,
        users);
  }

  /** An image that pods pull from the internal registry, and that comes from elsewhere. */
  private Copy ofInternal(Image image, Set<String> users, String inside, String goal) {
    return new Copy(
        image.reference().toString(),
        from.map(other -> at(other + inside, image, true)),
        Optional.of(at(goal, image, false)),
        Optional.of(goal),
        users);
  }

  /**
   * A reference with a tag or a digest, never with both: skopeo takes no such. What is copied is
   * what the digest says; a copy goes by its tag, where it has one, and keeps the digest.
   */
  private static String at(String name, Image image, boolean exact) {
    boolean byDigest = image.digest().isPresent() && (exact || image.tag().isEmpty());
    return byDigest
        ? name + "@" + image.digest().orElseThrow()
        : name + ":" + image.tag().orElse(LATEST);
  }

  private static void refuseCollisions(Iterable<Copy> copies, Problems problems) {
    Map<String, Copy> byTarget = new HashMap<>();
    for (Copy copy : copies) {
      copy.target()
          .ifPresent(
              target -> {
                @Nullable Copy other = byTarget.putIfAbsent(target, copy);
                if (other != null && !other.source().equals(copy.source())) {
                  problems.add(
                      "The images '%s' and '%s' would both be copied to '%s'."
                          .formatted(other.pulled(), copy.pulled(), target),
                      "Give one of them another tag, or list their environments one by one, each"
                          + " with a --to of its own.");
                }
              });
    }
  }
}
