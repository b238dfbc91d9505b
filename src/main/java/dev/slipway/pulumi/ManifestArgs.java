package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A manifest's fields as a resource's inputs; those that it does not have are left out.
 *
 * <p>Pulumi takes inputs from annotated fields of a class and from nowhere else, and makes a future
 * of each of them for every resource, whether there is anything in it or not. So these are the four
 * that most objects have, and the classes below this one add to them.
 */
@SuppressWarnings({"unused", "FieldCanBeLocal"}) // the SDK reads the annotated fields
class ManifestArgs extends ResourceArgs {
  private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "spec");

  @Import(name = "apiVersion")
  private final @Nullable Output<Object> apiVersion;

  @Import(name = "kind")
  private final @Nullable Output<Object> kind;

  @Import(name = "metadata")
  private final @Nullable Output<Object> metadata;

  @Import(name = "spec")
  private final @Nullable Output<Object> spec;

  ManifestArgs(Manifest manifest) {
    Mapping body = manifest.body();
    apiVersion = field(body, "apiVersion");
    kind = field(body, "kind");
    metadata = field(body, "metadata");
    spec = field(body, "spec");
  }

  /**
   * The inputs of a manifest.
   *
   * @throws InvalidInputException if the manifest has a field that no object of Kubernetes has
   */
  static ManifestArgs of(Manifest manifest) {
    if (FIELDS.containsAll(manifest.body().keys())) {
      return new ManifestArgs(manifest);
    }
    return DataArgs.holds(manifest) ? new DataArgs(manifest) : new AnyFieldArgs(manifest);
  }

  /** Whether every object has a field of this name. */
  static boolean isCommon(String field) {
    return FIELDS.contains(field);
  }

  /** Whether an object is a Secret of Kubernetes itself. */
  static boolean isSecret(ObjectRef ref) {
    return ref.kind().equals("Secret") && ref.type().group().isEmpty();
  }

  /** What a field holds; null where there is nothing. */
  static @Nullable Output<Object> field(Mapping body, String key) {
    @Nullable Node value = body.get(key);
    if (value == null) {
      return null;
    }
    @Nullable Object plain = PlainValues.of(value, OutputTexts.INSTANCE);
    if (plain == null) {
      return null;
    }
    return plain instanceof Output<?> output
        ? output.applyValue(known -> (Object) known)
        : Output.of(Objects.requireNonNull(plain));
  }
}
