package dev.slipway.check.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API versions that serve a kind. */
record ServedKind(List<Served> versions) {

  /**
   * A kind in an API version.
   *
   * @param definition what describes it; empty where it ended before the releases that are known
   */
  record Served(String apiVersion, String definition, Releases releases) {

    static Served of(String part) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        return new Served(part, "", new Releases(0, 0));
      }
      int at = part.indexOf('@');
      return new Served(
          part.substring(0, equals),
          part.substring(equals + 1, at < 0 ? part.length() : at),
          at < 0 ? Releases.ALL : Releases.of(part.substring(at + 1)));
    }

    boolean in(int minor) {
      return !definition.isEmpty() && releases.include(minor);
    }

    private String group() {
      int slash = apiVersion.indexOf('/');
      return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Higher for what is more to be relied on: {@code v1} than {@code v1beta1}. */
    private int rank() {
      String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
      if (version.contains("alpha")) {
        return 0;
      }
      return version.contains("beta") ? 1 : 2;
    }
  }

  static ServedKind of(String[] parts) {
    List<Served> versions = new ArrayList<>(parts.length);
    for (String part : parts) {
      versions.add(Served.of(part));
    }
    return new ServedKind(versions);
  }

  /** The kind in an API version: as a release serves it or, if it does not, others do. */
  @Nullable Served in(String apiVersion, int minor) {
    @Nullable Served found = null;
    for (Served served : versions) {
      if (served.apiVersion().equals(apiVersion) && (found == null || served.in(minor))) {
        found = served;
      }
    }
    return found;
  }

  /** The API version to write in a release, rather of a group than of another; null for none. */
  @Nullable Served best(String group, int minor) {
    @Nullable Served best = null;
    for (Served served : versions) {
      if (served.in(minor) && (best == null || isBetter(served, best, group))) {
        best = served;
      }
    }
    return best;
  }

  private static boolean isBetter(Served one, Served other, String group) {
    boolean same = one.group().equals(group);
    if (same != other.group().equals(group)) {
      return same;
    }
    return one.rank() >= other.rank();
  }
}
