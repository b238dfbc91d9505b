package dev.slipway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.manifest.Node;
import dev.slipway.pod.Container;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Defaults;
import org.junit.jupiter.api.Test;

class ApplicationSecretsTest {
  private static final Container USER =
      Container.builder("it", "it:1").env(EnvVar.secret("URL", new KeyRef("db", "url"))).build();
  private static final Container STRANGER = Container.builder("it", "it:1").build();

  private static Node annotations(Container container, String revision) {
    return Rendered.of(
            Application.builder("shop")
                .defaults(Defaults.AS_GIVEN)
                .workload(Workload.deployment("it").container(container).build())
                .secret(SecretSource.existing("db").keys("url").revision(revision).build())
                .build())
        .pod()
        .mapping("metadata")
        .mapping("annotations");
  }

  @Test
  void podsThatNameASecretAreRolledByItsRevision() {
    assertThat(annotations(USER, "1")).isNotEqualTo(annotations(USER, "2"));
  }

  @Test
  void podsThatDoNotNameItAreLeftAlone() {
    assertThat(annotations(STRANGER, "1")).isEqualTo(annotations(STRANGER, "2"));
  }
}
