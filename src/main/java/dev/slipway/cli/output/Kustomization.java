package dev.slipway.cli.output;

import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlWriter;
import java.util.List;

/**
 * The file that makes a folder one thing to {@code kubectl apply -k}, and that keeps the apply
 * order, which the files' names do not tell.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">The
 *     kustomization file</a>
 */
final class Kustomization {
  static final String FILE = "kustomization.yaml";

  private Kustomization() {}

  /**
   * The file's content.
   *
   * @param resources the objects' files in apply order
   * @param ordered whether to say that the order counts. {@code kubectl apply -k} keeps it anyway;
   *     {@code kustomize build} needs to be told, and before version 5 cannot be
   */
  static String of(List<String> resources, boolean ordered) {
    Mapping.Builder file =
        Mapping.builder()
            .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
            .put("kind", "Kustomization");
    if (ordered) {
      file.put("sortOptions", Mapping.of("order", Text.of("fifo")));
    }
    return YamlWriter.write(file.put("resources", Seq.ofStrings(resources)).build());
  }
}
