package dev.slipway.pod;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reference to an image looks like, as container runtimes read it.
 *
 * @see <a href="https://github.com/distribution/reference">The grammar of references</a>
 */
final class ImageGrammar {
  /**
   * The repository without its registry, counted with the {@code library/} that may be left out.
   */
  private static final int LONGEST_REPOSITORY = 255;

  private static final int LONGEST_TAG = 128;

  private static final String OLD_DOCKER_HUB = "index.docker.io";
  private static final String OFFICIAL = "library/";

  private static final Map<String, Integer> DIGEST_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private ImageGrammar() {}

  static Image parse(String reference) {
    Problems problems = new Problems();
    if (reference.isEmpty()) {
      problems.add("The image is empty.", "Write it as registry/repository:tag.");
    } else if (hasWhiteSpace(reference)) {
      problems.add("The image '" + reference + "' has white space in it.", "Take it out.");
    } else if (reference.contains("://") && Patterns.SCHEME.matcher(reference).matches()) {
      problems.add(
          "The image '" + reference + "' begins like a URL.",
          "Write '" + reference.substring(reference.indexOf("://") + 3) + "'.");
    }
    problems.throwIfAny();
    int at = reference.indexOf('@');
    String named = at < 0 ? reference : reference.substring(0, at);
    int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
    return new Image(
        Text.of(colon < 0 ? named : named.substring(0, colon)),
        colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1)),
        at < 0 ? Optional.empty() : Optional.of(reference.substring(at + 1)));
  }

  /** Throws with all that a node would refuse; of a name that is known only later nothing. */
  static void check(Text name, Optional<String> tag, Optional<String> digest) {
    Problems problems = new Problems();
    @Nullable String known = name.value();
    if (known != null) {
      checkName(known, problems);
      boolean bare = tag.isEmpty() && digest.isEmpty() && known.length() == 64;
      if (bare && Patterns.IDENTIFIER.matcher(known).matches()) {
        problems.add(
            "A name of 64 hexadecimal digits is taken for an image's id.",
            "Write repository@sha256:" + known.substring(0, 8) + "… if it is a digest.");
      }
    }
    if (tag.isPresent()) {
      checkTag(tag.get(), problems);
    }
    if (digest.isPresent()) {
      checkDigest(digest.get(), problems);
    }
    if (!problems.isEmpty()) {
      String image = name + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
      throw new InvalidInputException(
          problems.all().stream().map(problem -> problem.in("image '" + image + "'")).toList());
    }
  }

  /** The registry's host and port, where the name has them. */
  private static Optional<String> domain(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean host =
        first.indexOf('.') >= 0
            || first.indexOf(':') >= 0
            || first.equals("localhost")
            || !first.equals(first.toLowerCase(Locale.ROOT));
    return host ? Optional.of(first) : Optional.empty();
  }

  /** The registry that a name means. */
  static String registry(String name) {
    String host = domain(name).orElse(Image.DOCKER_HUB);
    return host.equals(OLD_DOCKER_HUB) ? Image.DOCKER_HUB : host;
  }

  /** The repository that a name means in that registry. */
  static String repository(String name) {
    String path = path(name, domain(name));
    boolean official = registry(name).equals(Image.DOCKER_HUB) && path.indexOf('/') < 0;
    return official ? OFFICIAL + path : path;
  }

  /** What of a name stands after its registry. */
  private static String path(String name, Optional<String> domain) {
    return domain.isPresent() ? name.substring(domain.get().length() + 1) : name;
  }

  private static boolean isHost(String host) {
    return isPlain(host, ".-") || Patterns.DOMAIN.matcher(host).matches();
  }

  private static boolean isPath(String path) {
    return isPlain(path, "/.-_") || Patterns.PATH.matcher(path).matches();
  }

  private static boolean isTag(String tag) {
    return (tag.length() <= LONGEST_TAG && isPlain(tag, ".-_"))
        || Patterns.TAG.matcher(tag).matches();
  }

  /** Whether it is lower-case letters and digits, parted by single marks. */
  private static boolean isPlain(String part, String marks) {
    boolean parted = true;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!word && (parted || marks.indexOf(c) < 0)) {
        return false;
      }
      parted = !word;
    }
    return !parted;
  }

  private static boolean hasWhiteSpace(String reference) {
    for (int i = 0; i < reference.length(); i++) {
      if (Character.isWhitespace(reference.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void checkName(String name, Problems problems) {
    Optional<String> domain = domain(name);
    if (domain.isPresent() && !isHost(domain.get())) {
      problems.add(
          "'" + domain.get() + "' is no host of a registry.",
          "Write a host name or address, and the port after a colon.");
    }
    String path = path(name, domain);
    if (!isPath(path)) {
      problems.add(badPath(path));
    }
    int length = repository(name).length();
    if (length > LONGEST_REPOSITORY) {
      problems.add(
          "The repository is %s characters long; at most %s may be."
              .formatted(length, LONGEST_REPOSITORY),
          "Use a shorter one.");
    }
  }

  private static Problem badPath(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (isPath(lower)) {
      return Problem.of(
          "The repository '" + path + "' has capital letters.", "Did you mean '" + lower + "'?");
    }
    return Problem.of(
        path.isEmpty() ? "There is no repository." : "'" + path + "' is no repository.",
        "Write lower-case letters and digits, parted by '/', '-', '.', '_' or '__'.");
  }

  private static void checkTag(String tag, Problems problems) {
    if (!isTag(tag)) {
      problems.add(
          tag.isEmpty() ? "There is no tag after the colon." : "'" + tag + "' is no tag.",
          "Write up to 128 letters, digits, '_', '.' and '-', not beginning with '.' or '-'.");
    }
  }

  private static void checkDigest(String digest, Problems problems) {
    int colon = digest.indexOf(':');
    @Nullable Integer length = colon < 0 ? null : DIGEST_LENGTHS.get(digest.substring(0, colon));
    if (!Patterns.DIGEST.matcher(digest).matches()) {
      problems.add(
          "'" + digest + "' is no digest.", "Write sha256: and 64 hexadecimal digits after it.");
    } else if (length == null) {
      problems.add(
          "Nodes do not know the digest algorithm '" + digest.substring(0, colon) + "'.",
          "Use sha256, sha384 or sha512.");
    } else if (digest.length() != colon + 1 + length
        || !digest.equals(digest.toLowerCase(Locale.ROOT))) {
      problems.add(
          "The digest '%s' is not %s lower-case hexadecimal digits after the colon."
              .formatted(digest, length),
          "Copy it whole, as the registry shows it.");
    }
  }

  /** What decides where a name is not plain: most are, and patterns take long to compile. */
  private static final class Patterns {
    static final String HOST_PART = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
    static final Pattern DOMAIN =
        Pattern.compile(
            "(?:%1$s(?:\\.%1$s)*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?".formatted(HOST_PART));
    static final String PATH_PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    static final Pattern PATH = Pattern.compile("%1$s(?:/%1$s)*".formatted(PATH_PART));
    static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    static final Pattern DIGEST =
        Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}");
    static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*://.*");

    /** A name that looks like this is taken for an image's id. */
    static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");
  }
}
