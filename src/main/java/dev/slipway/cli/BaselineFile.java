package dev.slipway.cli;

import dev.slipway.check.Baseline;
import dev.slipway.check.BaselineText;
import dev.slipway.cli.output.FileOps;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a baseline is kept. */
final class BaselineFile {
  private BaselineFile() {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it is not there, or is no baseline
   */
  static BaselineText read(String file, World world) {
    byte[] content;
    try {
      content = world.disk().read(world.directory().resolve(file));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(
              "The baseline '" + file + "' cannot be read.",
              "Write one with '--write-baseline " + file + "'."));
    }
    return BaselineText.read(file, content);
  }

  /**
   * Writes a file, or nothing of it.
   *
   * @throws InvalidInputException if it cannot be written
   */
  static void write(String file, Baseline baseline, World world) {
    Path target = world.directory().resolve(file);
    Path beside = target.resolveSibling("." + target.getFileName() + ".slipway-new");
    FileOps disk = world.disk();
    try {
      if (disk.kind(beside) == FileOps.Kind.FILE) {
        disk.delete(beside);
      }
      disk.write(beside, BaselineText.text(baseline).getBytes(StandardCharsets.UTF_8));
      disk.move(beside, disk.followed(target));
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.of(
              "The baseline '" + file + "' cannot be written.",
              "Make its folder, and see that you may write there."));
    }
  }
}
