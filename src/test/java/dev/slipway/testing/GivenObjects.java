package dev.slipway.testing;

import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.YamlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Objects as a reference text gives them, to be compared whole with what is rendered. Who manages
 * an object is left out: that is us where the text has another.
 */
public final class GivenObjects {
  private static final String MANAGED_BY = "(?m)^ *app\\.kubernetes\\.io/managed-by: .*\n";

  private GivenObjects() {}

  /** The text of a file below {@code src/test/resources/catalog}. */
  public static String file(String name) {
    try (InputStream in = GivenObjects.class.getResourceAsStream("/catalog/" + name)) {
      if (in == null) {
        throw new AssertionError("There is no " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text with one part of it changed, which must be in it. */
  public static String changed(String text, String part, String other) {
    if (!text.contains(part)) {
      throw new AssertionError("The text has no\n" + part);
    }
    return text.replace(part, other);
  }

  /** The objects of a YAML stream by kind and name. */
  public static Map<String, Mapping> of(String yaml) {
    Map<String, Mapping> objects = new TreeMap<>();
    for (Mapping object : YamlText.documents(yaml.replaceAll(MANAGED_BY, ""))) {
      String name = object.mapping("metadata").string("name");
      if (objects.put(object.string("kind") + " " + name, object) != null) {
        throw new AssertionError("The text has twice\n" + object);
      }
    }
    return objects;
  }

  /** The objects of a set as they are written. */
  public static Map<String, Mapping> of(ManifestSet rendered) {
    return of(YamlWriter.write(rendered));
  }
}
