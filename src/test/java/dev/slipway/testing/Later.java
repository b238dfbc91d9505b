package dev.slipway.testing;

import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Text;
import java.util.List;
import java.util.Map;

/** A value that is known only later, and a door that knows it. */
public record Later(String label, boolean secret) implements Deferred {

  public static Text text(String label) {
    return Text.deferred(new Later(label, false));
  }

  /** What a text comes to once the values behind the labels are known. */
  public static String resolve(Text text, Map<String, String> values) {
    return text.resolve(
        new Text.Resolver<String>() {
          @Override
          public String known(String value, boolean secret) {
            return value;
          }

          @Override
          public String deferred(Deferred value) {
            return values.get(value.label());
          }

          @Override
          public String join(List<String> parts, boolean secret) {
            return String.join("", parts);
          }

          @Override
          public String derive(Derivation how, String input, boolean secret) {
            return how.apply(input);
          }
        });
  }
}
