package dev.slipway.pulumi;

import com.pulumi.core.Output;
import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.Text;
import java.util.List;

/**
 * Resolves texts to what Pulumi takes: plain strings, and Outputs where one is secret or unknown.
 */
final class OutputTexts implements Text.Resolver<Object> {
  static final OutputTexts INSTANCE = new OutputTexts();

  private OutputTexts() {}

  @Override
  public Object known(String value, boolean secret) {
    return secret ? Output.ofSecret(value) : value;
  }

  @Override
  public Object deferred(Deferred value) {
    if (value instanceof OutputDeferred ours) {
      return ours.output();
    }
    throw new IllegalArgumentException(
        "The value '" + value.label() + "' was deferred by another door than Pulumi.");
  }

  @Override
  public Object join(List<Object> parts, boolean secret) {
    List<Output<String>> outputs = parts.stream().map(OutputTexts::output).toList();
    return Output.all(outputs).applyValue(all -> String.join("", all));
  }

  @Override
  public Object derive(Derivation how, Object input, boolean secret) {
    Output<String> derived = output(input).applyValue(how::apply);
    // A digest may be shown, and a preview that masks a whole pod template for it shows nothing.
    return how.keepsSecret() ? derived : derived.asPlaintext();
  }

  @SuppressWarnings("unchecked") // every Output in here holds a string
  static Output<String> output(Object part) {
    return part instanceof Output<?> output ? (Output<String>) output : Output.of((String) part);
  }
}
