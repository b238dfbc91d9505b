package dev.slipway.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Kubernetes accepts as names, labels and keys. Each check returns what is wrong, as a
 * sentence without its subject, or nothing.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Names</a>
 */
public final class Names {
  /** RFC 1123 labels, label values and label names. */
  public static final int LABEL_LENGTH = 63;

  /** RFC 1123 subdomains: most objects' names. */
  public static final int SUBDOMAIN_LENGTH = 253;

  /** Names of ports. */
  public static final int PORT_LENGTH = 15;

  private static final int DIGEST = 8;
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String LETTERS = LOWER + LOWER.toUpperCase(Locale.ROOT);
  private static final String DIGITS = "0123456789";

  private static final NameForm LABEL =
      NameForm.beginning(LOWER + DIGITS).within(LOWER + DIGITS + "-").ending(LOWER + DIGITS);
  private static final NameForm SERVICE =
      NameForm.beginning(LOWER).within(LOWER + DIGITS + "-").ending(LOWER + DIGITS);
  private static final NameForm QUALIFIED =
      NameForm.beginning(LETTERS + DIGITS)
          .within(LETTERS + DIGITS + "-_.")
          .ending(LETTERS + DIGITS);
  private static final NameForm ENV =
      NameForm.beginning(LETTERS + "-._").within(LETTERS + DIGITS + "-._");
  private static final NameForm DATA_KEY = NameForm.beginning(LETTERS + DIGITS + "-._");

  private Names() {}

  /** A DNS label: names of namespaces, containers and pods' hosts. */
  public static Optional<String> label(String name) {
    return check(
        name,
        LABEL,
        LABEL_LENGTH,
        "lower-case letters, digits and '-', beginning and ending with a letter or digit");
  }

  /** A DNS label that begins with a letter: names of Services. */
  public static Optional<String> service(String name) {
    return check(
        name,
        SERVICE,
        LABEL_LENGTH,
        "lower-case letters, digits and '-', beginning with a letter and ending with a letter or"
            + " digit");
  }

  /** A DNS subdomain: names of most objects. */
  public static Optional<String> subdomain(String name) {
    return check(
        name,
        Names::isSubdomain,
        SUBDOMAIN_LENGTH,
        "lower-case letters, digits, '-' and '.', each part beginning and ending with a letter or"
            + " digit");
  }

  /** A label's or annotation's key: a name, with an optional prefix and a slash before it. */
  public static Optional<String> labelKey(String key) {
    int slash = key.indexOf('/');
    String name = slash < 0 ? key : key.substring(slash + 1);
    Optional<String> wrong = slash < 0 ? Optional.empty() : subdomain(key.substring(0, slash));
    return wrong.isPresent()
        ? wrong.map(why -> "has the prefix '" + key.substring(0, slash) + "', which " + why)
        : check(
            name,
            QUALIFIED,
            LABEL_LENGTH,
            "letters, digits, '-', '_' and '.', beginning and ending with a letter or digit");
  }

  /** A label's value; may be empty. */
  public static Optional<String> labelValue(String value) {
    return value.isEmpty()
        ? Optional.empty()
        : check(
            value,
            QUALIFIED,
            LABEL_LENGTH,
            "letters, digits, '-', '_' and '.', beginning and ending with a letter or digit");
  }

  /** An environment variable's name, as every release since 1.24 accepts it. */
  public static Optional<String> envVar(String name) {
    Optional<String> wrong =
        check(
            name,
            ENV,
            Integer.MAX_VALUE,
            "letters, digits, '_', '-' and '.', not beginning with a digit");
    return wrong.isPresent() ? wrong : folder(name);
  }

  /** A key of a ConfigMap or Secret. */
  public static Optional<String> dataKey(String key) {
    Optional<String> wrong =
        check(key, DATA_KEY, SUBDOMAIN_LENGTH, "letters, digits, '-', '_' and '.'");
    return wrong.isPresent() ? wrong : folder(key);
  }

  /** The name of a container's or Service's port. */
  public static Optional<String> port(String name) {
    return check(
        name,
        Names::isPort,
        PORT_LENGTH,
        "lower-case letters, digits and single '-' between them, with a letter among them");
  }

  /** A string made fit to be a label's value: other characters become '-', the length is cut. */
  public static String toLabelValue(String any) {
    String cut = any.replaceAll("[^-A-Za-z0-9_.]", "-");
    cut = cut.length() > LABEL_LENGTH ? cut.substring(0, LABEL_LENGTH) : cut;
    return cut.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
  }

  /** A name as it is, or cut and given a digest of the whole where it is longer than allowed. */
  public static String shorten(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    String digest = Derivation.SHA256.apply(name).substring(0, DIGEST);
    return name.substring(0, longest - DIGEST - 1).replaceAll("[-.]+$", "") + "-" + digest;
  }

  /**
   * A DNS label made of a subdomain, at most so long: dots become '-', and a digest then keeps it
   * apart from a name that had those from the start.
   */
  public static String toLabel(String subdomain, int longest) {
    if (subdomain.indexOf('.') < 0) {
      return shorten(subdomain, longest);
    }
    String digest = Derivation.SHA256.apply(subdomain).substring(0, DIGEST);
    return shorten(subdomain.replace('.', '-'), longest - DIGEST - 1) + "-" + digest;
  }

  /** A file of that name would be a folder, or look like one. */
  private static Optional<String> folder(String name) {
    return name.equals(".") || name.startsWith("..")
        ? Optional.of("may not be '.', nor begin with '..'")
        : Optional.empty();
  }

  private static boolean isSubdomain(String name) {
    byte[] bytes = NameForm.bytes(name);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '.') {
        if (!LABEL.test(bytes, from, i)) {
          return false;
        }
        from = i + 1;
      }
    }
    return LABEL.test(bytes, from, bytes.length);
  }

  private static boolean isPort(String name) {
    return LABEL.test(name) && !name.contains("--") && hasLetter(name);
  }

  private static boolean hasLetter(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) >= 'a') {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> check(
      String name, Predicate<String> form, int longest, String allowed) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (name.length() > longest) {
      return Optional.of(
          "is " + name.length() + " characters long; at most " + longest + " may be");
    }
    return form.test(name) ? Optional.empty() : Optional.of("may only have " + allowed);
  }
}
