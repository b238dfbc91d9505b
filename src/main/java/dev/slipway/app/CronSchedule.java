package dev.slipway.app;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a CronJob runs, as the API server understands it: five fields, or a word such as
 * {@code @daily}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax">Schedule
 *     syntax</a>
 */
public final class CronSchedule {
  private static final List<String> WORDS =
      List.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final Pattern INTERVAL = Pattern.compile("@every ([0-9.]+(ns|us|µs|ms|s|m|h))+");
  private static final Pattern PART =
      Pattern.compile("(\\*|\\?|([A-Za-z0-9]+)(?:-([A-Za-z0-9]+))?)(?:/([0-9]{1,9}))?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  /** A field of a schedule, the numbers that it takes, and words for them from the first. */
  private record CronField(String name, int from, int to, List<String> words) {}

  private static final List<CronField> FIELDS =
      List.of(
          new CronField("minute", 0, 59, List.of()),
          new CronField("hour", 0, 23, List.of()),
          new CronField("day of the month", 1, 31, List.of()),
          new CronField("month", 1, 12, MONTHS),
          new CronField("day of the week", 0, 6, DAYS));

  private CronSchedule() {}

  /**
   * The schedule, as it was given.
   *
   * @throws InvalidInputException if an API server would refuse it
   */
  public static String checked(String schedule) {
    wrong(schedule)
        .ifPresent(
            why -> {
              throw new InvalidInputException(
                  Problem.of(
                      "The schedule '%s' %s.".formatted(schedule, why),
                      "Write minute, hour, day of the month, month and day of the week, such as '0"
                          + " 3 * * *', or a word such as '@daily'."));
            });
    return schedule;
  }

  private static Optional<String> wrong(String schedule) {
    if (schedule.startsWith("TZ=") || schedule.startsWith("CRON_TZ=")) {
      return Optional.of("names a time zone, which belongs in timeZone");
    }
    if (schedule.startsWith("@")) {
      return WORDS.contains(schedule) || INTERVAL.matcher(schedule).matches()
          ? Optional.empty()
          : Optional.of("is no word that a CronJob knows");
    }
    String[] written = schedule.strip().split("\\s+");
    if (written.length != FIELDS.size()) {
      return Optional.of("has %s fields; a CronJob's has five".formatted(written.length));
    }
    for (int i = 0; i < written.length; i++) {
      for (String part : written[i].split(",", -1)) {
        String why = wrong(FIELDS.get(i), part);
        if (why != null) {
          return Optional.of(why);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable String wrong(CronField field, String part) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      return "has '%s' as %s".formatted(part, field.name());
    }
    if (matcher.group(4) != null && Integer.parseInt(matcher.group(4)) == 0) {
      return "has a step of 0 in '%s' as %s".formatted(part, field.name());
    }
    if (matcher.group(2) == null) {
      return null;
    }
    int from = value(field, matcher.group(2));
    int to = matcher.group(3) == null ? from : value(field, matcher.group(3));
    if (from < 0 || to < 0) {
      return "has '%s' as %s, which is from %s to %s"
          .formatted(part, field.name(), field.from(), field.to());
    }
    return from > to ? "has the range '%s', which ends before it begins".formatted(part) : null;
  }

  /** The number that is meant, or -1 for none of the field. */
  private static int value(CronField field, String written) {
    int word = field.words().indexOf(written.toLowerCase(Locale.ROOT));
    if (word >= 0) {
      return field.from() + word;
    }
    boolean number = written.length() < 4 && written.chars().allMatch(Character::isDigit);
    int value = number ? Integer.parseInt(written) : -1;
    return value >= field.from() && value <= field.to() ? value : -1;
  }
}
