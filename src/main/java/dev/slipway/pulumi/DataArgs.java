package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a ConfigMap or a Secret as a resource's inputs. */
@SuppressWarnings({"unused", "FieldCanBeLocal"}) // the SDK reads the annotated fields
class DataArgs extends ManifestArgs {
  private static final Set<String> FIELDS =
      Set.of("data", "stringData", "type", "binaryData", "immutable");

  @Import(name = "data")
  private final @Nullable Output<Object> data;

  @Import(name = "stringData")
  private final @Nullable Output<Object> stringData;

  @Import(name = "type")
  private final @Nullable Output<Object> type;

  @Import(name = "binaryData")
  private final @Nullable Output<Object> binaryData;

  @Import(name = "immutable")
  private final @Nullable Output<Object> immutable;

  DataArgs(Manifest manifest) {
    super(manifest);
    Mapping body = manifest.body();
    data = masked(manifest, field(body, "data"));
    stringData = masked(manifest, field(body, "stringData"));
    type = field(body, "type");
    binaryData = field(body, "binaryData");
    immutable = field(body, "immutable");
  }

  /** Whether these and the common ones are all the fields that a manifest has. */
  static boolean holds(Manifest manifest) {
    return manifest.body().keys().stream().allMatch(DataArgs::has);
  }

  static boolean has(String field) {
    return isCommon(field) || FIELDS.contains(field);
  }

  /**
   * What a Secret holds is secret whether or not it is to be masked elsewhere: names, public keys.
   */
  private static @Nullable Output<Object> masked(
      Manifest manifest, @Nullable Output<Object> value) {
    return value != null && isSecret(manifest.ref()) ? value.asSecret() : value;
  }
}
