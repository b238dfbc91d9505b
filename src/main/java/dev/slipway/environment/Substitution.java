package dev.slipway.environment;

import dev.slipway.definition.Interpolation;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlScalar;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of {@code ${env:NAME}} and {@code ${file:path}} in their places, as secrets.
 *
 * <p>A path is relative to the folder of the file that it stands in. One line break at the end of
 * such a file is left out. Any other word in their place is refused, for it is likely a
 * misspelling; <code>$${word:</code> stands for itself without the first {@code $}. Everything else
 * is taken as it is written.
 */
public final class Substitution implements Interpolation {
  /** The most that a Secret can hold. */
  private static final int LARGEST = 1 << 20;

  private static final String ENV = "env";
  private static final String FILE = "file";
  private static final List<String> WORDS = List.of(ENV, FILE);
  private static final Pattern ASKING = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]*):");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Inputs inputs;
  private final Map<String, Text> files = new HashMap<>();

  public Substitution(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public boolean asks(String written) {
    return ASKING
        .matcher(written)
        .results()
        .anyMatch(found -> !isEscaped(written, found.start()) && WORDS.contains(found.group(1)));
  }

  @Override
  public @Nullable Text text(YamlScalar scalar, Consumer<Problem> problems) {
    String written = scalar.text();
    List<Text> parts = new ArrayList<>();
    boolean whole = true;
    int from = 0;
    Matcher asking = ASKING.matcher(written);
    while (asking.find(from)) {
      int at = asking.start();
      if (isEscaped(written, at)) {
        parts.add(Text.of(written.substring(from, at - 1) + asking.group()));
        from = asking.end();
        continue;
      }
      if (!WORDS.contains(asking.group(1))) {
        problems.accept(unknown(scalar, asking.group(1)));
        whole = false;
        from = asking.end();
        continue;
      }
      int end = written.indexOf('}', at);
      if (end < 0) {
        problems.accept(unclosed(scalar, asking.group()));
        return null;
      }
      parts.add(Text.of(written.substring(from, at)));
      String asked = written.substring(asking.end(), end);
      Text value =
          asking.group(1).equals(ENV)
              ? variable(asked, scalar, problems)
              : file(asked, scalar, problems);
      whole &= value != null;
      if (value != null) {
        parts.add(value);
      }
      from = end + 1;
    }
    parts.add(Text.of(written.substring(from)));
    return whole ? Text.join(parts) : null;
  }

  private @Nullable Text variable(String name, YamlScalar scalar, Consumer<Problem> problems) {
    if (!VARIABLE.matcher(name).matches()) {
      problems.accept(
          wrong(
              scalar,
              "'%s' is no name of an environment variable.".formatted(name),
              "Write, for example, '${env:DB_PASSWORD}'."));
      return null;
    }
    String value = inputs.variable(name).orElse("");
    if (value.isEmpty()) {
      problems.accept(
          wrong(
              scalar,
              "The environment variable '%s' is not set, or is empty.".formatted(name),
              "Set it before you run this."));
      return null;
    }
    return Text.secret(value);
  }

  private @Nullable Text file(String path, YamlScalar scalar, Consumer<Problem> problems) {
    String name = inputs.locate(scalar.file(), path);
    Text known = files.get(name);
    if (known != null) {
      return known;
    }
    try {
      byte[] content = inputs.read(name, LARGEST);
      if (content.length > LARGEST) {
        problems.accept(
            wrong(
                scalar,
                String.format(Locale.ROOT, "The file '%s' has more than %,d bytes.", name, LARGEST),
                "A Secret cannot hold more; give a smaller file."));
        return null;
      }
      String value =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      Text secret = Text.secret(withoutLastBreak(value));
      files.put(name, secret);
      return secret;
    } catch (FileNotFoundException e) {
      problems.accept(
          wrong(
              scalar,
              "There is no file '%s'.".formatted(name),
              path.startsWith("/")
                  ? "Create it, or give the path of one that is there."
                  : "Write a path that is relative to the folder of %s.".formatted(scalar.file())));
    } catch (CharacterCodingException e) {
      problems.accept(
          wrong(
              scalar,
              "The file '%s' is no text in UTF-8.".formatted(name),
              "Give a text, or encode it."));
    } catch (IOException e) {
      problems.accept(
          wrong(
              scalar,
              "The file '%s' cannot be read: %s.".formatted(name, e.getMessage()),
              "See that it is a file that you may read."));
    }
    return null;
  }

  private static String withoutLastBreak(String value) {
    int end = value.length();
    if (value.endsWith("\n")) {
      end--;
      if (end > 0 && value.charAt(end - 1) == '\r') {
        end--;
      }
    }
    return value.substring(0, end);
  }

  private static Problem unclosed(YamlScalar scalar, String opening) {
    return wrong(
        scalar,
        "'%s' has no closing '}'.".formatted(opening),
        "Close it, or write '$%s' if it is meant as it stands.".formatted(opening));
  }

  private static Problem unknown(YamlScalar scalar, String word) {
    String near = Suggestions.closest(word, WORDS).orElse("");
    return wrong(
        scalar,
        "'${%s:' asks for a value from a place that there is not; there is '${env:NAME}' and '${file:path}'."
            .formatted(word),
        (near.isEmpty() ? "" : "Did you mean '${%s:'? ".formatted(near))
            + "If it is meant as it stands, write '$${%s:'.".formatted(word));
  }

  private static Problem wrong(YamlScalar scalar, String message, String remedy) {
    return Problem.at(scalar.position(), message, remedy);
  }

  private static boolean isEscaped(String written, int at) {
    return at > 0 && written.charAt(at - 1) == '$';
  }
}
