package dev.slipway.check.format;

import dev.slipway.check.Finding;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import java.util.List;

/** Reports for other programs. */
public final class JsonFormat {
  private JsonFormat() {}

  /**
   * The findings as a JSON document: for each its rule, severity ({@code error}, {@code warning} or
   * {@code info}), object (null where it is about no single one), path, message, remedy and waiver
   * (null, or its reason).
   */
  public static String of(List<Finding> findings) {
    return JsonWriter.write(Mapping.of("findings", Seq.from(findings, JsonFormat::json)));
  }

  private static Mapping json(Finding finding) {
    return Mapping.builder()
        .put("rule", finding.rule())
        .put("severity", finding.severity().label())
        .put("object", finding.object().map(JsonFormat::json).orElse(Scalar.NULL))
        .put("path", finding.path().toString())
        .put("message", finding.message())
        .put("remedy", finding.remedy())
        .put(
            "waiver",
            finding.waived().map(why -> (Node) Mapping.of("reason", why)).orElse(Scalar.NULL))
        .build();
  }

  private static Node json(ObjectRef object) {
    return Mapping.builder()
        .put("apiVersion", object.type().apiVersion())
        .put("kind", object.kind())
        .put("namespace", object.namespace())
        .put("name", object.name())
        .build();
  }
}
