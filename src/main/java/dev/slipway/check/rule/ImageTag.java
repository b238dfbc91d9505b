package dev.slipway.check.rule;

import dev.slipway.check.Container;
import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** Every image has a tag other than latest, or a digest. */
final class ImageTag implements Rule {

  @Override
  public String id() {
    return "image-tag";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    if (Hyperbytedb.is(object)) {
      judge(Hyperbytedb.image(object), FieldPath.of("spec", "image"), out);
    }
    if (object.pod() == null) {
      return;
    }
    for (Container container : object.pod().containers()) {
      @Nullable String image = container.image();
      if (image != null) {
        judge(image, container.path().key("image"), out);
      }
    }
  }

  private static void judge(String image, FieldPath path, Findings out) {
    if (image.indexOf('@') >= 0) {
      return;
    }
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    if (colon < 0) {
      out.add(
          path,
          "Image '%s' has neither tag nor digest, so it means whatever is latest."
              .formatted(image));
    } else if (image.substring(colon + 1).equals("latest")) {
      out.add(path, "Image '%s' is whatever is latest when a node pulls it.".formatted(image));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Every image has a tag other than latest, or a digest.")
        .why(
            "Pods of one workload that start on different days run different programs, a rollback"
                + " changes nothing, and nobody can say what ran when it broke.")
        .remedy("Name the version that you have tried, or the digest of it.")
        .failing(
            pod("latest"),
            "spec.containers[0].image",
            "Image 'registry.example.com/shop:latest' is whatever is latest when a node pulls it.")
        .passing(pod("1.4.2"));
  }

  private static String pod(String tag) {
    return """
    apiVersion: v1
    kind: Pod
    metadata:
      name: web
    spec:
      containers:
      - name: web
        image: registry.example.com/shop:%s
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(tag);
  }
}
