package dev.slipway.pulumi;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import org.jspecify.annotations.Nullable;

/** The objects of which a controller makes a Secret. */
final class SecretBringers {
  private SecretBringers() {}

  /** The name of the Secret that a controller makes of an object, if one does. */
  static @Nullable String secretOf(Manifest object) {
    Mapping spec = object.spec();
    return switch (object.ref().kind()) {
      case "ExternalSecret" -> orOwn(spec.mapping("target").string("name"), object);
      case "SealedSecret" ->
          orOwn(spec.mapping("template").mapping("metadata").string("name"), object);
      case "Certificate" -> spec.string("secretName");
      default -> null;
    };
  }

  private static String orOwn(@Nullable String name, Manifest object) {
    return name == null ? object.ref().name() : name;
  }
}
