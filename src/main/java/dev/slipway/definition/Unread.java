package dev.slipway.definition;

/** Ends the making of an object that lacks a value, which has been reported. */
final class Unread extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unread() {
    super("A value that could not be read was asked for.", null, false, false);
  }

  /** Makes nothing of something. */
  static <T> T of(Object something) {
    throw new Unread();
  }
}
