package dev.slipway.cli.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a new project, by their paths in it. */
public final class ProjectFiles {
  private static final String ENVIRONMENTS = "environments/";
  private static final String LIST = "systems/LIST";

  /** Leaves room for what is put after it in names of objects. */
  private static final int LONGEST_NAME = 40;

  /** Where each template goes. Those with an ending of their own would be found by other tools. */
  private static final Map<String, String> TEMPLATES = new LinkedHashMap<>();

  private static final List<String> OWN_ENVIRONMENTS =
      List.of("environments/base.yaml", "environments/dev.yaml", "environments/prod.yaml");

  static {
    TEMPLATES.put("README.md", "README.md");
    TEMPLATES.put("gitignore", ".gitignore");
    TEMPLATES.put("pom.xml.template", "pom.xml");
    TEMPLATES.put("cdk8s.yaml", "cdk8s.yaml");
    TEMPLATES.put("package.json", "package.json");
    TEMPLATES.put("Pulumi.yaml", "Pulumi.yaml");
    TEMPLATES.put("Main.java.template", "src/main/java/com/example/Main.java");
    TEMPLATES.put(
        "EnvironmentsTest.java.template", "src/test/java/com/example/EnvironmentsTest.java");
  }

  private ProjectFiles() {}

  /** A project with an application of its own in two environments. */
  public static Map<String, String> of(String name) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : OWN_ENVIRONMENTS) {
      files.put(file, filled("project/" + file, name, name + "-dev"));
    }
    addTemplates(files, name, name + "-dev");
    return files;
  }

  /** A project with the environments of a system; nothing where there are none of it. */
  public static Optional<Map<String, String>> ofSystem(String name, String system) {
    Map<String, String> files = new LinkedHashMap<>();
    @Nullable String stack = null;
    for (Listed listed : listed()) {
      if (listed.system().equals(system)) {
        files.put(ENVIRONMENTS + listed.file(), read("systems/" + listed.file()));
        stack = stack == null && !listed.environment().isEmpty() ? listed.environment() : stack;
      }
    }
    if (stack == null) {
      return Optional.empty();
    }
    addTemplates(files, name, stack);
    return Optional.of(files);
  }

  /**
   * The name of a project in a folder: what of the folder's own can stand in names of objects.
   *
   * @param folder the folder's name
   */
  public static String name(String folder) {
    String name =
        folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "");
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String whole = cut.replaceAll("-+$", "");
    return whole.isEmpty() ? "app" : whole;
  }

  private static void addTemplates(Map<String, String> files, String name, String stack) {
    TEMPLATES.forEach((from, to) -> files.put(to, filled("project/" + from, name, stack)));
  }

  private static String filled(String template, String name, String stack) {
    return read(template).replace("@name@", name).replace("@stack@", stack);
  }

  private static List<Listed> listed() {
    List<Listed> all = new ArrayList<>();
    read(LIST).lines().forEach(line -> all.add(Listed.of(line)));
    return all;
  }

  private static String read(String resource) {
    try (@Nullable InputStream content = ProjectFiles.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException("The template '" + resource + "' is missing.");
      }
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A line of the list of systems' environments: system, file and, unless the file is a base for
   * others, environment.
   */
  private record Listed(String system, String file, String environment) {
    static Listed of(String line) {
      String[] words = line.split(" ");
      return new Listed(words[0], words[1], words.length > 2 ? words[2] : "");
    }
  }
}
