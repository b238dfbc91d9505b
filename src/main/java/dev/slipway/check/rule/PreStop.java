package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Pod;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a container does before it is told to end. */
final class PreStop {
  private static final Pattern SLEEP = Pattern.compile("\\s*(?:/bin/)?sleep\\s+(\\d{1,6})\\b.*");

  private PreStop() {}

  /** The field of a container under which its sleep stands. */
  static FieldPath path(Container container) {
    return container.path().key("lifecycle").key("preStop");
  }

  /** How many seconds it sleeps at least; zero where it does not, or that cannot be told. */
  static long seconds(Container container) {
    Mapping hook = container.body().mapping("lifecycle").mapping("preStop");
    @Nullable Long sleep = hook.mapping("sleep").integer("seconds");
    if (sleep != null) {
      return Math.max(0, sleep);
    }
    Seq command = hook.mapping("exec").seq("command");
    List<String> words = new ArrayList<>();
    for (Node node : command) {
      words.add(node instanceof Text text && text.value() != null ? text.value() : "");
    }
    String script =
        words.size() == 3 && words.get(1).startsWith("-") && words.get(1).endsWith("c")
            ? words.get(2)
            : String.join(" ", words);
    Matcher matcher = SLEEP.matcher(script);
    return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** The longest of a pod's containers. */
  static long longest(Pod pod) {
    long longest = 0;
    for (Container container : pod.containers()) {
      longest = Math.max(longest, seconds(container));
    }
    return longest;
  }
}
