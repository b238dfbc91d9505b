package dev.slipway.manifest;

import java.util.List;

/** Resolves texts for a door that can only pass on what is known now. */
public final class KnownTexts implements Text.Resolver<String> {
  public static final KnownTexts INSTANCE = new KnownTexts();

  private KnownTexts() {}

  @Override
  public String known(String value, boolean secret) {
    return value;
  }

  /**
   * Always throws.
   *
   * @throws InvalidInputException for this value is known only later
   */
  @Override
  public String deferred(Deferred value) {
    return Unresolved.require(Text.deferred(value));
  }

  @Override
  public String join(List<String> parts, boolean secret) {
    return String.join("", parts);
  }

  @Override
  public String derive(Derivation how, String input, boolean secret) {
    return how.apply(input);
  }
}
