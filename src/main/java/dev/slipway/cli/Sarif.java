package dev.slipway.cli;

import dev.slipway.check.format.SarifFormat;
import dev.slipway.manifest.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as a SARIF log; a class of its own, for few runs want one. */
final class Sarif {
  private Sarif() {}

  static String of(Reports reports, boolean compared) {
    List<SarifFormat.Part> parts = new ArrayList<>();
    for (Reports.Part part : reports.parts()) {
      Optional<Position> at =
          part.file().isEmpty() ? Optional.empty() : Optional.of(new Position(part.file(), 1, 1));
      parts.add(new SarifFormat.Part(part.environment(), part.report(), at));
    }
    return SarifFormat.of(parts, Main.version(), compared);
  }
}
