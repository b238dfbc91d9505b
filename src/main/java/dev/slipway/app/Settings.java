package dev.slipway.app;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.target.Notice;
import java.util.ArrayList;
import java.util.List;
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
  private static final String PEM = "-----BEGIN ";
  private static final String PRIVATE_KEY = "PRIVATE KEY-----";

  public Settings {
    values = Copies.inOrder(values);
    Problems problems = new Problems();
    Set<String> keys = values.keySet();
    keys.forEach(
        key ->
            (asFilesGiven(asFiles) ? Names.dataKey(key) : Names.envVar(key))
                .ifPresent(
                    why ->
                        problems.add(
                            "The key '" + key + "' " + why + ".",
                            "Rename it.",
                            where(asFiles).key(key))));
    values.forEach(
        (key, value) -> {
          if (value.isSecret()) {
            problems.add(
                "The setting '" + key + "' is secret, and a ConfigMap is not.",
                "Put it into a Secret.",
                where(asFiles).key(key));
          }
        });
    problems.throwIfAny("settings '" + name + "'");
  }

  /** Where an environment file has them. */
  private static FieldPath where(String asFiles) {
    return asFilesGiven(asFiles) ? FieldPath.of("files", asFiles) : FieldPath.of("settings");
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

  /** Keys and certificates among the values: whoever may read ConfigMaps has them. */
  List<Notice> keyMaterial() {
    List<Notice> notices = new ArrayList<>();
    values.forEach(
        (key, value) ->
            value
                .known()
                .filter(known -> known.contains(PEM))
                .map(known -> pem(key, known.contains(PRIVATE_KEY)))
                .ifPresent(notices::add));
    return notices;
  }

  private static Notice pem(String key, boolean isPrivate) {
    return isPrivate
        ? Notice.error(
            "pem-in-config-map",
            "The setting '" + key + "' holds a private key, and a ConfigMap hides nothing.",
            "Put it into a Secret with the keys tls.crt and tls.key, and mount that.")
        : Notice.warning(
            "pem-in-config-map",
            "The setting '" + key + "' holds PEM data, and nothing rotates it there.",
            "Put a server's certificate into a Secret beside its key; a public authority's may stay"
                + " if you waive this.");
  }

  private static boolean asFilesGiven(String folder) {
    return !folder.isEmpty();
  }
}
