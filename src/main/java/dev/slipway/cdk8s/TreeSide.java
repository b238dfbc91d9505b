package dev.slipway.cdk8s;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;
import software.amazon.jsii.JsiiObject;
import software.amazon.jsii.NativeType;
import software.constructs.Construct;
import software.constructs.IValidation;

/**
 * The part of this door that runs in Node.js, beside the construct trees: {@code src/main/node}.
 * What would be several calls for each object is one for all of them.
 */
@Jsii(module = TreeSideModule.class, fqn = TreeSideModule.NAME + ".TreeSide")
final class TreeSide extends JsiiObject {
  private TreeSide() {
    super(InitializationMode.JSII);
  }

  /**
   * Adds manifests below a construct, each as the raw object it is.
   *
   * @param objects by the ids of their constructs, which are part of their paths in messages
   */
  static void add(Construct scope, Map<String, Manifest> objects) {
    List<Node> pairs = new ArrayList<>(objects.size());
    objects.forEach((id, manifest) -> pairs.add(Seq.of(Text.of(id), manifest.body())));
    String json = JsonWriter.writeText(Seq.of(pairs)).resolve(KnownTexts.INSTANCE);
    jsiiStaticCall(TreeSide.class, "add", NativeType.VOID, scope, json);
  }

  /** Makes a construct a cluster of its app, which cdk8s then asks this to validate. */
  static void cluster(Construct place, Optional<IValidation> check) {
    jsiiStaticCall(TreeSide.class, "cluster", NativeType.VOID, place, check.orElse(null));
  }

  /**
   * The objects that a cluster is for, as cdk8s will write them.
   *
   * @param wholeApp whether those of all charts that no other cluster stands in, or of its own only
   * @return nothing if it has been asked before by the same call of the app's
   */
  static Optional<List<AppObject>> read(Construct place, boolean wholeApp) {
    @Nullable String json =
        jsiiStaticCall(TreeSide.class, "read", NativeType.forClass(String.class), place, wholeApp);
    return json == null || json.isEmpty() ? Optional.empty() : Optional.of(AppObject.read(json));
  }
}
