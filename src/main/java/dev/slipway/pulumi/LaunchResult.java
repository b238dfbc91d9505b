package dev.slipway.pulumi;

import dev.slipway.manifest.Copies;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a launch.
 *
 * @param exitCode 0 where all went well; 1 where the environment was refused or something went
 *     wrong on the way; 2 where nothing was begun
 * @param changes how many resources were created, updated, deleted or stayed the same, by Pulumi's
 *     word for it
 * @param error what went wrong, to be read alone; empty where nothing did
 */
public record LaunchResult(int exitCode, Map<String, Integer> changes, Optional<String> error) {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int NOT_BEGUN = 2;

  public LaunchResult {
    changes = Copies.sorted(changes);
  }

  public boolean succeeded() {
    return exitCode == OK;
  }
}
