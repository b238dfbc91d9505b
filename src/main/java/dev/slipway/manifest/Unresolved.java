package dev.slipway.manifest;

/** What a door that can only write known strings says of one that is known later. */
final class Unresolved {
  private Unresolved() {}

  static String require(Text text) {
    String value = text.value();
    if (value == null) {
      throw new InvalidInputException(at(FieldPath.ROOT, text));
    }
    return value;
  }

  /** The problem with a text at a place of an object; the root stands for the text alone. */
  static Problem at(FieldPath path, Text text) {
    return Problem.of(
        (path.equals(FieldPath.ROOT) ? "A value" : path)
            + " is known only later ("
            + String.join(", ", text.waitsFor())
            + "), and a file can hold only what is known now.",
        "Give the value itself, or deploy through the door that can wait for it (Pulumi).");
  }
}
