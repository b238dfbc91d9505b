package dev.slipway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.YamlWriter;
import java.util.Map;
import java.util.Optional;

/** Any bytes are an environment or refused with reasons, and an environment can be written. */
class EnvironmentFuzzIT {
  private static final Environments ENVIRONMENTS = new Environments(Catalog.systems());

  @FuzzTest(maxDuration = "20s")
  void filesAreReadOrRefused(byte[] input) {
    Inputs inputs = Inputs.of(Map.of("fuzz.yaml", input), Map.of("HOME", "/home/fuzz"));
    try {
      ENVIRONMENTS
          .read("fuzz.yaml", inputs)
          .ifPresent(
              environment ->
                  assertThat(
                          YamlWriter.write(
                              environment.plan(Optional.empty(), Map.of()).all().asList()))
                      .isNotNull());
    } catch (InvalidInputException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }
}
