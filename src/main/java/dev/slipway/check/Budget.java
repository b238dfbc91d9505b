package dev.slipway.check;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Text;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a disruption budget asks for.
 *
 * @param object the PodDisruptionBudget
 * @see <a href="https://kubernetes.io/docs/tasks/run-application/configure-pdb/">Disruption
 *     budgets</a>
 */
public record Budget(Subject object) {

  public Selector selector() {
    return Selector.of(object.spec().mapping("selector"));
  }

  /** The field that it sets: {@code minAvailable} or {@code maxUnavailable}; empty for neither. */
  public String field() {
    Mapping spec = object.spec();
    if (spec.has("minAvailable")) {
      return "minAvailable";
    }
    return spec.has("maxUnavailable") ? "maxUnavailable" : "";
  }

  /** What is written there, for messages. */
  public String written() {
    return field() + ": " + object.spec().get(field());
  }

  /** How many of so many pods must stay; nothing where that cannot be told. */
  public OptionalLong kept(long pods) {
    String field = field();
    if (field.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong count = count(object.spec().get(field), pods);
    if (count.isEmpty() || field.equals("minAvailable")) {
      return count;
    }
    return OptionalLong.of(Math.max(0, pods - count.getAsLong()));
  }

  /** Whether every pod must stay, however many there are. */
  public boolean keepsAll() {
    String written = String.valueOf(object.spec().get(field()));
    return field().equals("minAvailable")
        ? written.equals("100%")
        : written.equals("0") || written.equals("0%");
  }

  /** A number, or a share of the pods, rounded up in either field. */
  private static OptionalLong count(@Nullable Node written, long pods) {
    if (written instanceof Scalar scalar) {
      @Nullable Long number = scalar.asLong();
      return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
    @Nullable String text = written instanceof Text known ? known.value() : null;
    if (text == null || !text.endsWith("%")) {
      return OptionalLong.empty();
    }
    try {
      long percent = Long.parseLong(text.substring(0, text.length() - 1));
      return OptionalLong.of((pods * percent + 99) / 100);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
