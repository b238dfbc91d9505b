package dev.slipway.app;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.time.ZoneId;
import java.util.List;

/** The time zones of CronJobs: names of the IANA database. */
public final class TimeZones {
  /** Names that Java has and the database of the API server has not. */
  private static final String ONLY_JAVA = "SystemV/";

  private TimeZones() {}

  /**
   * The name, as it was given.
   *
   * @throws InvalidInputException if there is no such zone
   */
  public static String checked(String name) {
    List<String> names =
        ZoneId.getAvailableZoneIds().stream().filter(id -> !id.startsWith(ONLY_JAVA)).toList();
    if (!names.contains(name)) {
      String near = Suggestions.didYouMean(name, names);
      throw new InvalidInputException(
          Problem.of(
              "There is no time zone '%s'.".formatted(name),
              near.isEmpty() ? "Give a name of the IANA database, such as Europe/Vienna." : near));
    }
    return name;
  }
}
