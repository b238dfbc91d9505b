package dev.slipway.manifest;

import java.util.List;

/**
 * Thrown where a text is met that no file may hold; tells nothing itself, since the path to the
 * text is only worth keeping once there is something to say. {@link #problems} then finds them all.
 */
final class Unwritable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unwritable() {
    super(null, null, false, false);
  }

  /** Whether an object is one whose {@link #holdsSecrets data} may be secret. */
  static boolean isSecret(Manifest manifest) {
    return manifest.ref().kind().equals("Secret") && manifest.ref().type().group().isEmpty();
  }

  /** Whether a Secret's field may hold secret texts. */
  static boolean holdsSecrets(String field) {
    return field.equals("data") || field.equals("stringData");
  }

  /** Every text of the manifest that no file may hold. */
  static List<Problem> problems(Manifest manifest) {
    Problems problems = new Problems();
    boolean secret = isSecret(manifest);
    manifest
        .body()
        .forEach(
            (key, value) -> {
              FieldPath path = FieldPath.of(key);
              checkUnicode(key, path, "The key", problems);
              check(value, path, secret && holdsSecrets(key), problems);
            });
    return problems.all().stream()
        .map(problem -> problem.in(manifest.ref().toString()).orAt(manifest.origin().at()))
        .toList();
  }

  /** Every text of the tree that no file may hold. */
  static List<Problem> problems(Node root) {
    Problems problems = new Problems();
    check(root, FieldPath.ROOT, false, problems);
    return problems.all();
  }

  private static void check(Node node, FieldPath path, boolean secrets, Problems problems) {
    if (node instanceof Mapping mapping) {
      mapping.forEach(
          (key, value) -> {
            checkUnicode(key, path.key(key), "The key", problems);
            check(value, path.key(key), secrets, problems);
          });
    } else if (node instanceof Seq seq) {
      for (int i = 0; i < seq.size(); i++) {
        check(seq.get(i), path.index(i), secrets, problems);
      }
    } else if (node instanceof Text text) {
      check(text, path, secrets, problems);
    }
  }

  private static void check(Text text, FieldPath path, boolean secrets, Problems problems) {
    String value = text.value();
    if (value == null) {
      problems.add(Unresolved.at(path, text));
    } else if (text.isSecret() && !secrets) {
      problems.add(
          (path.equals(FieldPath.ROOT) ? "The value" : path)
              + " is secret, and in a file only the data of a Secret may be.",
          "Put the value into a Secret and refer to its key.");
    } else {
      checkUnicode(value, path, "The string", problems);
    }
  }

  private static void checkUnicode(String text, FieldPath path, String what, Problems problems) {
    int broken = Surrogates.firstLone(text);
    if (broken >= 0) {
      String place = path.equals(FieldPath.ROOT) ? what : what + " at " + path;
      problems.add(
          place
              + " is no Unicode text: its character "
              + (broken + 1)
              + " is half of a surrogate pair.",
          "Give the whole character, or encode binary data as base64.");
    }
  }
}
