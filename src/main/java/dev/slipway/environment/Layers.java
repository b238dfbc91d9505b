package dev.slipway.environment;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Position;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.YamlLimits;
import dev.slipway.manifest.YamlMapping;
import dev.slipway.manifest.YamlNode;
import dev.slipway.manifest.YamlReader;
import dev.slipway.manifest.YamlScalar;
import dev.slipway.manifest.YamlSequence;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file and those it extends, and lays them on one another; see {@link Overlay}. */
public final class Layers {
  /** The files that a file extends, relative to its folder; the later ones lie on the earlier. */
  public static final Field<List<String>> EXTENDS =
      Field.optional(
              "extends",
              Type.oneOrMany(Type.string()),
              "The files that this one is laid on, relative to its folder. Maps are merged, lists"
                  + " of things with names are merged by their names, other lists are replaced, and"
                  + " null removes. Of several files, the later ones lie on the earlier ones.")
          .example("base.yaml");

  /** Whether a file is only there to be extended. */
  public static final Field<Boolean> ABSTRACT =
      Field.optional(
              "abstract",
              Type.bool(),
              "Whether this file is only there to be extended. Nothing is rendered from it.")
          .byDefault(false)
          .example("true");

  private static final int MOST_FILES = 100;

  private final Inputs inputs;
  private final YamlLimits limits;
  private final YamlReader reader;
  private final Problems problems = new Problems();
  private final Map<String, @Nullable Layer> read = new LinkedHashMap<>();

  /** A file with what it extends, if it could be read. */
  private record Layer(YamlMapping merged, boolean isAbstract) {}

  /**
   * What a file and those it extends say together.
   *
   * @param root every value in it knows in which file it stands; {@code extends} and {@code
   *     abstract} are not in it
   * @param isAbstract whether the file itself is only there to be extended
   * @param files the files that were read, the first one first
   */
  public record Merged(YamlMapping root, boolean isAbstract, List<String> files) {}

  private Layers(Inputs inputs, YamlLimits limits) {
    this.inputs = inputs;
    this.limits = limits;
    this.reader = YamlReader.core().withLimits(limits);
  }

  /**
   * Reads a file and those it extends.
   *
   * @param file its name, as the user gave it
   * @throws InvalidInputException with every problem of all of them
   */
  public static Merged read(String file, Inputs inputs) {
    return read(file, inputs, YamlLimits.STANDARD);
  }

  /**
   * Reads a file and those it extends, none of them larger or deeper than some limits.
   *
   * @throws InvalidInputException with every problem of all of them
   */
  public static Merged read(String file, Inputs inputs, YamlLimits limits) {
    Layers layers = new Layers(inputs, limits);
    Layer layer = layers.layer(file, null, new LinkedHashSet<>());
    layers.problems.throwIfAny();
    if (layer == null) {
      throw new IllegalStateException("Reading " + file + " gave neither a value nor a problem.");
    }
    return new Merged(layer.merged(), layer.isAbstract(), List.copyOf(layers.read.keySet()));
  }

  /**
   * A file with what it extends.
   *
   * @param asked where another file names this one; null for the first
   * @param chain the files that lead here
   */
  private @Nullable Layer layer(String file, @Nullable YamlScalar asked, Set<String> chain) {
    if (read.containsKey(file)) {
      return read.get(file);
    }
    if (read.size() >= MOST_FILES) {
      report(
          file,
          asked,
          "More than %s files extend one another.".formatted(MOST_FILES),
          "Put what they share into fewer files.");
      return null;
    }
    read.put(file, null);
    YamlNode content = content(file, asked);
    if (content == null) {
      return null;
    }
    if (!(content instanceof YamlMapping own)) {
      problems.add(
          Problem.at(
              content.position(),
              "The file must be a map, but is %s.".formatted(content.describe()),
              "Begin it with a key."));
      return null;
    }
    Set<String> longer = new LinkedHashSet<>(chain);
    longer.add(file);
    List<YamlScalar> bases = bases(own);
    boolean isAbstract = isAbstract(own);
    Layer layer = merged(file, without(own), bases, isAbstract, longer);
    read.put(file, layer);
    return layer;
  }

  private @Nullable Layer merged(
      String file, YamlMapping own, List<YamlScalar> bases, boolean isAbstract, Set<String> chain) {
    YamlMapping below = null;
    boolean whole = true;
    for (YamlScalar base : bases) {
      String name = inputs.locate(file, base.text());
      if (chain.contains(name)) {
        reportCycle(name, base, chain);
        whole = false;
        continue;
      }
      Layer layer = layer(name, base, chain);
      if (layer == null) {
        whole = false;
      } else {
        below = below == null ? layer.merged() : new Overlay(problems).onto(below, layer.merged());
      }
    }
    if (!whole) {
      return null;
    }
    return new Layer(below == null ? own : new Overlay(problems).onto(below, own), isAbstract);
  }

  private @Nullable YamlNode content(String file, @Nullable YamlScalar asked) {
    try {
      return reader.read(file, inputs.read(file, limits.bytes()));
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
    } catch (FileNotFoundException e) {
      report(
          file,
          asked,
          "There is no file '%s'.".formatted(file),
          asked == null
              ? "Give the name of a file that is there."
              : "Write a path that is relative to the folder of %s.".formatted(asked.file()));
    } catch (IOException e) {
      report(
          file,
          asked,
          "The file '%s' cannot be read: %s.".formatted(file, e.getMessage()),
          "See that it is a file that you may read.");
    }
    return null;
  }

  private void reportCycle(String name, YamlScalar asked, Set<String> chain) {
    List<String> circle = new ArrayList<>(chain);
    circle = new ArrayList<>(circle.subList(circle.indexOf(name), circle.size()));
    circle.add(name);
    problems.add(
        Problem.at(
            asked.position(),
            circle.size() == 2
                ? "The file extends itself."
                : "The files extend one another in a circle: %s."
                    .formatted(String.join(" → ", circle)),
            "Remove this one, or move what they share into a file that extends none of them."));
  }

  /** At the place where the file is asked for, or at the file if the user asked for it. */
  private void report(String file, @Nullable YamlScalar asked, String message, String remedy) {
    Position at = asked == null ? new Position(file, 1, 1) : asked.position();
    problems.add(Problem.at(at, message, remedy));
  }

  private List<YamlScalar> bases(YamlMapping own) {
    YamlNode given = own.get(EXTENDS.name());
    List<YamlNode> items =
        given == null
            ? List.of()
            : given instanceof YamlSequence list && list.size() > 0
                ? list.asList()
                : List.of(given);
    List<YamlScalar> bases = new ArrayList<>();
    for (YamlNode item : items) {
      String path = item instanceof YamlScalar scalar ? scalar.string() : null;
      if (path == null || path.isEmpty()) {
        problems.add(
            Problem.at(
                item.position(),
                "'extends' must be the path of a file or a list of such, but is %s."
                    .formatted(item.describe()),
                "Write, for example, 'extends: base.yaml'."));
      } else {
        bases.add((YamlScalar) item);
      }
    }
    return bases;
  }

  private boolean isAbstract(YamlMapping own) {
    YamlNode given = own.get(ABSTRACT.name());
    if (given == null) {
      return false;
    }
    if (given instanceof YamlScalar scalar
        && scalar.toNode() instanceof dev.slipway.manifest.Scalar value
        && value.asBoolean() != null) {
      return value.asBoolean();
    }
    problems.add(
        Problem.at(
            given.position(),
            "'abstract' must be true or false, but is %s.".formatted(given.describe()),
            "Write, for example, 'abstract: true'."));
    return false;
  }

  private static YamlMapping without(YamlMapping own) {
    YamlMapping.Builder rest = YamlMapping.builder(own.position());
    for (int i = 0; i < own.size(); i++) {
      if (!own.key(i).equals(EXTENDS.name()) && !own.key(i).equals(ABSTRACT.name())) {
        rest.put(own, i);
      }
    }
    return rest.build();
  }
}
