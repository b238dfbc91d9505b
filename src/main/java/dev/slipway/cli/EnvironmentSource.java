package dev.slipway.cli;

import dev.slipway.check.Checks;
import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.postrender.PostRenderer;
import dev.slipway.render.Plan;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where the command's environments come from. */
public interface EnvironmentSource {

  /**
   * Reads one environment file, and what it extends; nothing where it is only a base for others.
   *
   * @param file as the user named it, relative to the folder that the command runs in
   * @throws InvalidInputException with every problem of the file
   */
  Optional<Declared> read(String file);

  /** The systems that the files named which were read so far. */
  Set<String> systems();

  /** How many objects were planned so far. */
  int objects();

  /**
   * The JSON Schema of the environment file.
   *
   * @param overlay whether of one that extends another, in which nothing is required
   */
  String schema(boolean overlay);

  /** An environment as its file declares it. */
  interface Declared {
    String name();

    KubernetesVersion kubernetes();

    /**
     * What the environment is in its cluster.
     *
     * @param today the day that support calendars are held against; asked for where there is one
     * @param images image references that replace the declared ones, by image name
     * @throws InvalidInputException with everything that does not fit together
     */
    Plan plan(Supplier<LocalDate> today, Map<String, String> images);

    /** How manifests of the environment are checked: for its cluster, with its waivers. */
    Checks checks(Plan plan);

    /** What the environment does to manifests that others rendered for its cluster. */
    PostRenderer postRenderer();
  }
}
