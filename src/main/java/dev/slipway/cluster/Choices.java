package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the one of a few values that a user named. */
final class Choices {
  private Choices() {}

  /**
   * The value with an id.
   *
   * @param what what the values are, as "cloud"
   * @throws InvalidInputException if none has it
   */
  static <T> T of(String what, String id, List<T> values, Function<T, String> idOf) {
    Optional<T> found = values.stream().filter(value -> idOf.apply(value).equals(id)).findFirst();
    return found.orElseThrow(() -> unknown(what, id, values.stream().map(idOf).toList()));
  }

  private static InvalidInputException unknown(String what, String id, List<String> ids) {
    return new InvalidInputException(
        Problem.of(
            "'%s' is no %s Slipway knows; it knows %s.".formatted(id, what, quoted(ids)),
            orElse(Suggestions.didYouMean(id, ids), "Write one of these.")));
  }

  /** {@code 'a', 'b' and 'c'}; "none" for no words. */
  static String quoted(List<String> words) {
    if (words.isEmpty()) {
      return "none";
    }
    List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.get(0)
        : quoted.subList(0, last).stream().collect(Collectors.joining(", "))
            + " and "
            + quoted.get(last);
  }

  static String orElse(String sentence, String otherwise) {
    return sentence.isEmpty() ? otherwise : sentence;
  }
}
