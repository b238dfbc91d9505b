package dev.slipway.pulumi;

import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registers manifests as resources, each once and after those that it needs. */
final class Registration {
  /** The version of the provider that the inputs are made for, so that an engine runs one. */
  static final String PROVIDER_VERSION = "4.0.0";

  /** The fields of a Secret that are secret whatever is in them. */
  private static final List<String> SECRET_FIELDS = List.of("data", "stringData");

  private final Needs needs;
  private final Function<Manifest, Resource> parents;
  private final String prefix;
  private final ResourceOptionsChange options;
  private final Gate gate;
  private final List<Resource> cloud;
  private final Map<ObjectRef.Key, ManifestResource> registered = new HashMap<>();

  /**
   * A registration of objects that may need each other.
   *
   * @param prefix what the resources' names start with: the component's own name, so that two
   *     components can have an object of the same name on two clusters
   */
  Registration(
      String prefix,
      Iterable<Manifest> objects,
      Function<Manifest, Resource> parents,
      ResourceOptionsChange options,
      Gate gate) {
    this.prefix = prefix;
    this.parents = parents;
    this.options = options;
    this.gate = gate;
    needs = new Needs(objects);
    cloud = gate.cloud();
  }

  /** The resource of an object, registered now if it is not yet. */
  ManifestResource register(Manifest manifest) {
    @Nullable ManifestResource before = registered.get(manifest.ref().key());
    if (before != null) {
      return before;
    }
    List<Resource> after = new ArrayList<>();
    needs.of(manifest).forEach(other -> after.add(register(other)));
    if (Needs.createsPods(manifest)) {
      after.addAll(cloud);
    }
    CustomResourceOptions.Builder asked =
        CustomResourceOptions.builder()
            .parent(parents.apply(manifest))
            .version(PROVIDER_VERSION)
            .dependsOn(gate.opens(after));
    if (ManifestArgs.isSecret(manifest.ref())) {
      asked.additionalSecretOutputs(SECRET_FIELDS);
    }
    CustomResourceOptions.Builder added = CustomResourceOptions.builder();
    options.change(manifest.ref(), added);
    ManifestResource resource =
        new ManifestResource(
            name(manifest.ref()),
            manifest,
            CustomResourceOptions.merge(asked.build(), added.build()));
    registered.put(manifest.ref().key(), resource);
    return resource;
  }

  /**
   * A resource's name, from nothing but the component and the object: that another one is renamed,
   * added or moved replaces nothing.
   */
  private String name(ObjectRef ref) {
    return prefix + "/" + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
  }
}
