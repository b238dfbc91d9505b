package dev.slipway.pulumi.engine;

import dev.slipway.environment.Environment;
import dev.slipway.manifest.Text;
import dev.slipway.pulumi.Launch;
import dev.slipway.pulumi.LaunchResult;
import dev.slipway.pulumi.Shop;
import dev.slipway.pulumi.Slipway;

/** A user's program that deploys an environment: {@code preview|up|destroy IMAGE PASSWORD}. */
final class LaunchedProgram {
  private LaunchedProgram() {}

  public static void main(String[] words) {
    Environment environment = environment(words[1], words[2]);
    LaunchResult result =
        switch (words[0]) {
          case "up" -> Slipway.up(environment, "launched");
          case "preview" -> Launch.of(environment, "launched").build().preview();
          default -> Launch.of(environment, "launched").build().destroy();
        };
    System.exit(result.exitCode());
  }

  static Environment environment(String image, String password) {
    return Environment.of(
        Shop.CLUSTER, Shop.with(image, Text.of("db.internal:5432"), Text.secret(password)));
  }
}
