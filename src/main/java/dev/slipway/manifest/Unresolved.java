package dev.slipway.manifest;

/** What a door that can only write known strings says of one that is known later. */
final class Unresolved {
  private Unresolved() {}

  static String require(Text text) {
    String value = text.value();
    if (value == null) {
      throw new InvalidInputException(
          Problem.of(
              "A value is known only later ("
                  + String.join(", ", text.waitsFor())
                  + "), and a file can hold only what is known now.",
              "Give the value itself, or deploy through the door that can wait for it (Pulumi)."));
    }
    return value;
  }
}
