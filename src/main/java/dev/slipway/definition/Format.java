package dev.slipway.definition;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.Scalar;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form that strings may be required to have.
 *
 * <p>The pattern must be one that Java and ECMA-262 understand alike, for it goes into the JSON
 * Schema.
 */
public final class Format {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String QUALIFIED = "[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?";

  /** Neither "." nor anything that begins with "..". */
  private static final String NO_FOLDER = "(?!\\.\\.|\\.$)";

  /** A DNS label: namespaces, containers, node groups. */
  public static final Format DNS_LABEL =
      new Format("DNS label", LABEL, Names.LABEL_LENGTH, Names::label);

  /** A DNS label that begins with a letter: Services. */
  public static final Format SERVICE_NAME =
      new Format("service name", "[a-z]([-a-z0-9]*[a-z0-9])?", Names.LABEL_LENGTH, Names::service);

  /** A DNS subdomain: most objects, and host names. */
  public static final Format DNS_SUBDOMAIN =
      new Format("DNS name", SUBDOMAIN, Names.SUBDOMAIN_LENGTH, Names::subdomain);

  /** The name of a container's or Service's port. */
  public static final Format PORT_NAME =
      new Format(
          "port name", "(?=[0-9-]*[a-z])[a-z0-9]+(-[a-z0-9]+)*", Names.PORT_LENGTH, Names::port);

  /** The key of a label or an annotation. */
  public static final Format LABEL_KEY =
      new Format(
          "label key",
          "((?=[^/]{1,253}/)%s/)?(?=[^/]{1,63}$)%s".formatted(SUBDOMAIN, QUALIFIED),
          Names.SUBDOMAIN_LENGTH + 1 + Names.LABEL_LENGTH,
          Names::labelKey);

  /** The value of a label; may be empty where the type allows it. */
  public static final Format LABEL_VALUE =
      new Format("label value", QUALIFIED, Names.LABEL_LENGTH, Names::labelValue);

  /** The name of an environment variable. */
  public static final Format ENV_NAME =
      new Format(
          "name of an environment variable",
          NO_FOLDER + "[-._a-zA-Z][-._a-zA-Z0-9]*",
          Integer.MAX_VALUE,
          Names::envVar);

  /** A key of a ConfigMap or Secret. */
  public static final Format DATA_KEY =
      new Format("data key", NO_FOLDER + "[-._a-zA-Z0-9]+", Names.SUBDOMAIN_LENGTH, Names::dataKey);

  /** Any key that is not empty. */
  public static final Format ANY_KEY = of("string", "[\\s\\S]+", "is empty");

  private final String noun;
  private final String pattern;
  private final int longest;
  private final Function<String, Optional<String>> check;

  private Format(
      String noun, String pattern, int longest, Function<String, Optional<String>> check) {
    this.noun = noun;
    this.pattern = pattern;
    this.longest = longest;
    this.check = check;
  }

  /**
   * Strings that a pattern matches in whole.
   *
   * @param noun what such a string is called: "role ARN"
   * @param pattern without anchors
   * @param otherwise what is to be said of a string that does not match: "is no ARN of a role"
   */
  public static Format of(String noun, String pattern, String otherwise) {
    LaterPattern form = new LaterPattern(pattern);
    return new Format(
        noun,
        pattern,
        Integer.MAX_VALUE,
        value -> form.matches(value) ? Optional.empty() : Optional.of(otherwise));
  }

  /** What such a string is called. */
  public String noun() {
    return noun;
  }

  /** What is wrong with a string, as a sentence without its subject; null if nothing is. */
  @Nullable String check(String value) {
    return check.apply(value).orElse(null);
  }

  /** Adds the pattern and the length to the schema of a string. */
  void restrict(Mapping.Builder schema, boolean mayBeEmpty) {
    if (longest < Integer.MAX_VALUE) {
      schema.put("maxLength", Scalar.of(longest));
    }
    schema.put(
        "pattern", mayBeEmpty ? "^(?:%s)?$".formatted(pattern) : "^(?:%s)$".formatted(pattern));
  }
}
