package dev.slipway.check.schema;

/** A field of a definition, in some releases. */
record ApiField(String name, boolean required, FieldType type, Releases releases) {

  /** A field, of what {@link SchemaText} says behind its name. */
  static ApiField of(String name, boolean required, String written, String scope) {
    int at = endsWithReleases(written) ? written.lastIndexOf('@') : -1;
    return new ApiField(
        name,
        required,
        FieldType.of(at < 0 ? written : written.substring(0, at), scope),
        at < 0 ? Releases.ALL : Releases.of(written.substring(at + 1)));
  }

  /** Most have none, and are not searched for them. */
  private static boolean endsWithReleases(String written) {
    char last = written.charAt(written.length() - 1);
    return last == '-' || (last >= '0' && last <= '9');
  }
}
