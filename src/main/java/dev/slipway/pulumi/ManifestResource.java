package dev.slipway.pulumi;

import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;

/** One manifest, registered as the Kubernetes resource it is. */
final class ManifestResource extends CustomResource {

  ManifestResource(String name, Manifest manifest, CustomResourceOptions options) {
    super(token(manifest.ref()), name, ManifestArgs.of(manifest), options);
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
}
