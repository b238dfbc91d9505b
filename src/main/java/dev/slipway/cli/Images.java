package dev.slipway.cli;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists the images that environments pull, and where each must be copied to. */
final class Images implements Verb {
  private static final CommandOption FROM =
      CommandOption.once(
          "",
          "from",
          "REGISTRY",
          "Where the images of the internal registry come from: the vendor's registry, and a path"
              + " in it.");
  private static final CommandOption TO =
      CommandOption.once(
          "",
          "to",
          "REGISTRY",
          "The internal registry, and a path in it; without it, the one that the environment"
              + " declares.");
  private static final String UNKNOWN = "-";

  @Override
  public List<CommandOption> options() {
    return List.of(SynthArguments.FILE, FROM, TO, OutputFormat.OPTION);
  }

  @Override
  public List<String> description() {
    return List.of(
        "Every image is listed once: those of containers and init containers, of image volumes, of"
            + " what operators will start, and those that an environment declares because no"
            + " manifest shows them.",
        "A line holds where the image is and where it must be copied to, as skopeo and crane take"
            + " them. An image that pods pull from the internal registry already comes from --from;"
            + " without that, and for an image that need not be copied because there is no internal"
            + " registry, '-' stands in its place. JSON tells, too, what a pod pulls, the"
            + " repository to create, and which objects use the image.");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("slipway images -f environments/prod.yaml", "Lists the images of one file."),
        new Example(
            "slipway images --to registry.example.com/mirror | xargs -n 2 crane copy",
            "Copies all of them to a registry of one's own."),
        new Example(
            "slipway images --format json | jq -r '.images[].repository' | sort -u",
            "Lists the repositories that there must be."));
  }

  @Override
  public int run(Arguments given, World world) throws IOException {
    if (!given.rest().isEmpty()) {
      String stray = given.rest().get(0);
      throw new UsageException(
          "'images' takes no '" + stray + "'.",
          "An environment file is named by -f: '-f " + stray + "'.");
    }
    boolean json = OutputFormat.isJson(given);
    ImageCopies copies = new ImageCopies(registry(given, FROM), registry(given, TO));
    try {
      List<ImageCopies.Copy> listed =
          copies.of(Planned.all(given.values(SynthArguments.FILE), world.today(), Map.of(), world));
      world.print(json ? json(listed) : text(listed));
      long unknown = listed.stream().filter(copy -> copy.source().isEmpty()).count();
      if (unknown > 0 && !json) {
        world.tell(
            "%d of %d images are pulled from the internal registry; where they come from is not known: give --from.\n"
                .formatted(unknown, listed.size()));
      }
      return ExitCode.FINE;
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), "nothing was listed", world.errorStyle()));
      return ExitCode.BAD_INPUT;
    }
  }

  /** A registry and a path in it, with one slash at its end. */
  private static Optional<String> registry(Arguments given, CommandOption option) {
    return given
        .value(option)
        .map(
            written -> {
              if (written.isEmpty() || written.contains("://")) {
                throw new UsageException(
                    "'%s %s' is no registry.".formatted(option.shown(), written),
                    "Write its host, and a path where there is one: registry.example.com/mirror.");
              }
              return written.endsWith("/") ? written : written + "/";
            });
  }

  private static String text(List<ImageCopies.Copy> copies) {
    Set<String> lines = new LinkedHashSet<>();
    for (ImageCopies.Copy copy : copies) {
      lines.add(copy.source().orElse(UNKNOWN) + " " + copy.target().orElse(UNKNOWN) + "\n");
    }
    return String.join("", lines);
  }

  private static String json(List<ImageCopies.Copy> copies) {
    return JsonWriter.write(Mapping.of("images", Seq.from(copies, Images::json)));
  }

  private static Mapping json(ImageCopies.Copy copy) {
    return Mapping.builder()
        .put("image", copy.pulled())
        .put("source", orNull(copy.source()))
        .put("target", orNull(copy.target()))
        .put("repository", orNull(copy.repository()))
        .put("usedBy", Seq.ofStrings(List.copyOf(copy.users())))
        .build();
  }

  private static Node orNull(Optional<String> value) {
    return value.<Node>map(Text::of).orElse(Scalar.NULL);
  }
}
