package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import org.jspecify.annotations.Nullable;

/** One manifest, registered as the Kubernetes resource it is. */
final class ManifestResource extends CustomResource {

  ManifestResource(String name, Manifest manifest, CustomResourceOptions options) {
    super(token(manifest.ref()), name, new Args(manifest.body()), options);
  }

  /** The type of a resource in Pulumi's Kubernetes provider. */
  static String token(ObjectRef ref) {
    String group = ref.type().group();
    return "kubernetes:"
        + (group.isEmpty() ? "core" : group)
        + "/"
        + ref.type().version()
        + ":"
        + ref.kind();
  }

  /** A manifest's fields as inputs; those that it does not have are left out. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the SDK reads the annotated fields
  static final class Args extends ResourceArgs {
    @Import(name = "apiVersion")
    private final @Nullable Output<Object> apiVersion;

    @Import(name = "kind")
    private final @Nullable Output<Object> kind;

    @Import(name = "metadata")
    private final @Nullable Output<Object> metadata;

    @Import(name = "spec")
    private final @Nullable Output<Object> spec;

    @Import(name = "data")
    private final @Nullable Output<Object> data;

    @Import(name = "stringData")
    private final @Nullable Output<Object> stringData;

    @Import(name = "type")
    private final @Nullable Output<Object> type;

    Args(Mapping body) {
      apiVersion = field(body, "apiVersion");
      kind = field(body, "kind");
      metadata = field(body, "metadata");
      spec = field(body, "spec");
      data = field(body, "data");
      stringData = field(body, "stringData");
      type = field(body, "type");
    }

    private static @Nullable Output<Object> field(Mapping body, String key) {
      dev.slipway.manifest.Node value = body.get(key);
      if (value == null) {
        return null;
      }
      @Nullable Object plain = PlainValues.of(value, OutputTexts.INSTANCE);
      return plain instanceof Output<?> output
          ? output.applyValue(known -> (Object) known)
          : Output.of(java.util.Objects.requireNonNull(plain));
    }
  }
}
