package dev.slipway.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Text;
import dev.slipway.testing.Cdk8sCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class Cdk8sSkeletonTest {
  @Test
  void theCdk8sCliWritesTheSameObjectsInTheSameOrder(@TempDir Path out) throws Exception {
    Cdk8sCli.synth(SkeletonApp.class, out);

    List<Object> written = new ArrayList<>();
    for (Object document :
        new Load(LoadSettings.builder().build())
            .loadAllFromString(Files.readString(out.resolve("web.k8s.yaml")))) {
      written.add(PlainValues.toNode(document));
    }
    assertThat(written)
        .isEqualTo(
            Skeleton.render(Text.of("db.internal:5432"), Text.secret("s3cr3t")).asList().stream()
                .map(Manifest::body)
                .map(
                    body ->
                        (Object)
                            PlainValues.toNode(
                                PlainValues.of(body, dev.slipway.manifest.KnownTexts.INSTANCE)))
                .toList());
  }
}
