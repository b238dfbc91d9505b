package dev.slipway.pulumi;

import com.pulumi.resources.CustomResourceOptions;
import dev.slipway.manifest.ObjectRef;

/** Changes the options with which an object is registered: protect, ignoreChanges, aliases, … */
@FunctionalInterface
public interface ResourceOptionsChange {
  /** Leaves the options as they are. */
  ResourceOptionsChange NONE = (object, options) -> {};

  /**
   * Says more options of one object. Its parent, its provider's version and what it depends on are
   * there already: lists such as {@code dependsOn} add to them, single values replace them.
   */
  void change(ObjectRef object, CustomResourceOptions.Builder options);
}
