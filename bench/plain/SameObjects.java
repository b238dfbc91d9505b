import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Compares files of manifests with the first one, object by object, as a parser that is not
 * Slipway's reads them: the order of objects and of fields does not count, all else does.
 */
public final class SameObjects {
  public static void main(String[] files) throws IOException {
    Map<String, Object> expected = read(files[0]);
    for (int i = 1; i < files.length; i++) {
      Map<String, Object> found = read(files[i]);
      for (Map.Entry<String, Object> object : expected.entrySet()) {
        if (!object.getValue().equals(found.get(object.getKey()))) {
          fail(files[i] + " has another " + object.getKey() + " than " + files[0]);
        }
      }
      if (found.size() != expected.size()) {
        fail(files[i] + " has " + found.size() + " objects, " + files[0] + " " + expected.size());
      }
    }
    System.out.println(expected.size() + " objects, the same from each.");
  }

  private static Map<String, Object> read(String file) throws IOException {
    Load parser = new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build());
    Map<String, Object> objects = new HashMap<>();
    try (InputStream content = Files.newInputStream(Path.of(file))) {
      for (Object document : parser.loadAllFromInputStream(content)) {
        if (document instanceof Map<?, ?> object
            && object.get("metadata") instanceof Map<?, ?> metadata) {
          String key =
              object.get("kind") + " " + metadata.get("namespace") + "/" + metadata.get("name");
          if (objects.put(key, object) != null) {
            fail(file + " has " + key + " twice");
          }
        } else if (document != null) {
          fail(file + " has a document that is no object");
        }
      }
    }
    return objects;
  }

  private static void fail(String why) {
    System.err.println("bench: " + why + ".");
    System.exit(1);
  }
}
