package dev.slipway.cdk8s;

import java.util.List;
import software.amazon.jsii.JsiiModule;

/**
 * Has jsii load {@link TreeSide}'s other half. It is public because jsii makes one by reflection.
 */
public final class TreeSideModule extends JsiiModule {
  static final String NAME = "slipway";
  static final String VERSION = "1.0.0";

  /** As jsii's own modules name theirs. */
  static final String BUNDLE = NAME + "@" + VERSION + ".jsii.tgz";

  public TreeSideModule() {
    super(NAME, VERSION, TreeSideModule.class, BUNDLE);
  }

  @Override
  public List<Class<? extends JsiiModule>> getDependencies() {
    return List.of(org.cdk8s.$Module.class, software.constructs.$Module.class);
  }

  @Override
  protected Class<?> resolveClass(String name) throws ClassNotFoundException {
    throw new ClassNotFoundException("'" + name + "' has no class in Java.");
  }
}
