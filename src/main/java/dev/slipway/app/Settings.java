package dev.slipway.app;

import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Settings in a ConfigMap. Pods that use them are rolled when they change, by a checksum on the pod
 * template.
 *
 * @param name the ConfigMap's name within its application
 * @param values by key, in the order in which they are written
 * @param asFiles the folder where each key is a file; empty for environment variables
 */
public record Settings(String name, Map<String, Text> values, String asFiles) {
  public Settings {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    Problems problems = new Problems();
    Set<String> keys = values.keySet();
    keys.forEach(
        key ->
            (asFilesGiven(asFiles) ? Names.dataKey(key) : Names.envVar(key))
                .ifPresent(
                    why -> problems.add("The key '" + key + "' " + why + ".", "Rename it.")));
    values.forEach(
        (key, value) -> {
          if (value.isSecret()) {
            problems.add(
                "The setting '" + key + "' is secret, and a ConfigMap is not.",
                "Put it into a Secret.");
          }
        });
    problems.throwIfAny("settings '" + name + "'");
  }

  /** Settings that become environment variables. */
  public static Settings env(String name, Map<String, Text> values) {
    return new Settings(name, values, "");
  }

  /** Settings that become files of a folder. */
  public static Settings files(String name, String folder, Map<String, Text> values) {
    return new Settings(name, values, folder);
  }

  public boolean isFiles() {
    return asFilesGiven(asFiles);
  }

  Mapping data() {
    return Mapping.of(values);
  }

  /** Changes whenever a value does. */
  Text checksum() {
    return JsonWriter.writeText(data()).derive(Derivation.SHA256);
  }

  private static boolean asFilesGiven(String folder) {
    return !folder.isEmpty();
  }
}
