package dev.slipway.cli.output;

import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where objects stand below an environment's folder: {@code cluster/<kind>-<name>.yaml}, or {@code
 * namespaces/<namespace>/<kind>-<name>.yaml}.
 *
 * <p>A path depends on the object alone, not on what else there is, so that a new object never
 * renames another's file. (Two groups with one kind and name are the exception.) Every path is
 * legal on every usual file system, lower-case and at most 200 characters long; where a name has to
 * give way for that, a digest keeps it apart from others.
 */
final class FileNames {
  static final String CLUSTER = "cluster";
  static final String NAMESPACES = "namespaces";

  private static final int LONGEST = 100;
  private static final int DIGEST = 8;

  /** Names that Windows keeps for devices, with any extension. */
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private FileNames() {}

  /** The objects' paths, in the objects' order. */
  static List<String> of(List<Manifest> manifests) {
    Map<String, Integer> uses = new HashMap<>(manifests.size() * 2);
    for (Manifest manifest : manifests) {
      uses.merge(path(manifest.ref(), false), 1, Integer::sum);
    }
    List<String> paths = new ArrayList<>(manifests.size());
    for (Manifest manifest : manifests) {
      String path = path(manifest.ref(), false);
      paths.add(uses.getOrDefault(path, 0) == 1 ? path : path(manifest.ref(), true));
    }
    return paths;
  }

  private static String path(ObjectRef ref, boolean withGroup) {
    String group = withGroup && !ref.type().group().isEmpty() ? "." + ref.type().group() : "";
    String file = legal(ref.kind().toLowerCase(Locale.ROOT) + group + "-" + ref.name());
    return ref.namespace().isEmpty()
        ? CLUSTER + "/" + file + ".yaml"
        : NAMESPACES + "/" + folder(ref.namespace()) + "/" + file + ".yaml";
  }

  private static String folder(String namespace) {
    String legal = legal(namespace);
    // No namespace has an underscore.
    return isDevice(legal) ? legal + "_" : legal;
  }

  /** Whether a name, without a folder, is a file's on every usual file system. */
  static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLowerCase(c)
          && !(c >= 'A' && c <= 'Z')
          && (i == 0 || (c != '-' && c != '_' && c != '.'))) {
        return false;
      }
    }
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !name.endsWith(".")
        && !isDevice(name.toLowerCase(Locale.ROOT));
  }

  private static String legal(String name) {
    StringBuilder legal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inner = i > 0 && i < name.length() - 1;
      boolean kept = isLowerCase(c) || (inner && (c == '-' || c == '.'));
      legal.append(kept ? c : '_');
    }
    if (name.contentEquals(legal) && name.length() <= LONGEST) {
      return name;
    }
    legal.setLength(Math.min(legal.length(), LONGEST - DIGEST - 1));
    return legal + "-" + Derivation.SHA256.apply(name).substring(0, DIGEST);
  }

  private static boolean isLowerCase(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isDevice(String name) {
    String stem = name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'));
    return DEVICES.contains(stem)
        || (stem.length() == 4
            && (stem.startsWith("com") || stem.startsWith("lpt"))
            && Character.isDigit(stem.charAt(3)));
  }
}
