package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseEngine;
import dev.slipway.manifest.Problems;

/** Which databases Hyperscience works with: "Supported infrastructure components" in its page. */
final class Postgres {
  private Postgres() {}

  static void check(Database database, int oldest, int newest, Problems problems) {
    boolean supported =
        database.engine() == DatabaseEngine.POSTGRES
            && database.majorVersion() >= oldest
            && database.majorVersion() <= newest;
    if (!supported) {
      problems.add(
          "Its database is %s %s.".formatted(database.engine(), database.version()),
          "Hyperscience supports PostgreSQL 14, 15 and 16, and nothing else.",
          "database." + database.engine().type());
    }
  }
}
