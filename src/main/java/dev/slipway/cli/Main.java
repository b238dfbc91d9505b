package dev.slipway.cli;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The command. */
public final class Main {
  private static final long DAY_MILLIS = 86_400_000;
  private static final List<String> HELP = List.of("-h", "--help", "help");

  private Main() {}

  /** Runs the command as the machine's user asks for it. */
  public static void main(String[] args) {
    StartCache.removeIfUnused();
    World world = World.ofProcess(Path.of(""));
    int code = run(args, world);
    if (code <= ExitCode.FINDINGS) {
      StartCache.remember(args, world.environments());
    }
    // As System.exit, but that looks for somebody to log it to, which takes as long as all of this.
    Runtime.getRuntime().halt(code);
  }

  /**
   * The day where the user is, from the time zone's offset alone: {@code LocalDate.now} first looks
   * for other rules of time zones in every jar, which a short run would notice.
   */
  static LocalDate today() {
    long now = System.currentTimeMillis();
    return LocalDate.ofEpochDay(
        Math.floorDiv(now + TimeZone.getDefault().getOffset(now), DAY_MILLIS));
  }

  /**
   * Runs the command.
   *
   * @return 0 when done, 1 with findings, 2 where the input cannot be worked with, 3 where Slipway
   *     failed
   */
  public static int run(String[] args, World world) {
    try {
      return dispatch(Arrays.asList(args), world);
    } catch (UsageException e) {
      return misused(e, args, world);
    } catch (InvalidInputException e) {
      world.tell(ProblemReport.of(e.problems(), world.errorStyle()));
      return ExitCode.BAD_INPUT;
    } catch (IOException e) {
      world.tell("slipway: standard output takes no more: " + e.getMessage() + ".\n");
      return ExitCode.BAD_INPUT;
    } catch (RuntimeException | Error e) {
      world.tell(FaultReport.of(e, version(), world.isSet("SLIPWAY_DEBUG")));
      return ExitCode.OUR_FAULT;
    } finally {
      world.progress().hide();
    }
  }

  private static int dispatch(List<String> args, World world) throws IOException {
    if (args.isEmpty()) {
      world.tell(Help.all());
      return ExitCode.BAD_INPUT;
    }
    String first = args.get(0);
    List<String> rest = args.subList(1, args.size());
    if (first.equals("--version")) {
      world.print("slipway " + version() + "\n");
      return ExitCode.FINE;
    }
    if (HELP.contains(first)) {
      world.print(rest.isEmpty() ? Help.all() : help(rest.get(0)));
      return ExitCode.FINE;
    }
    if (first.startsWith("-")) {
      throw new UsageException(
          "There is no option '" + first + "' before a verb.",
          Suggestions.didYouMean(first, List.of("--help", "--version")));
    }
    Verb verb = verb(first);
    if (asksForHelp(rest)) {
      world.print(help(first));
      return ExitCode.FINE;
    }
    return verb.run(Arguments.parse(first, verb.options(), rest), world);
  }

  private static boolean asksForHelp(List<String> args) {
    int end = args.indexOf("--");
    List<String> options = end < 0 ? args : args.subList(0, end);
    return options.contains("--help") || options.contains("-h");
  }

  private static String help(String name) {
    Verb verb = verb(name);
    for (Verbs.Summary summary : Verbs.ALL) {
      if (summary.name().equals(name)) {
        return Help.of(summary, verb);
      }
    }
    throw new IllegalStateException("The verb '" + name + "' is not listed.");
  }

  private static Verb verb(String name) {
    Optional<Verb> verb = Verbs.named(name);
    return verb.orElseThrow(
        () ->
            new UsageException(
                "There is no verb '" + name + "'.", Suggestions.didYouMean(name, Verbs.names())));
  }

  private static int misused(UsageException e, String[] args, World world) {
    boolean ofVerb = args.length > 0 && Verbs.names().contains(args[0]);
    StringBuilder text = new StringBuilder(world.errorStyle().bad("slipway:"));
    text.append(' ').append(e.getMessage()).append('\n');
    ProblemReport.appendRemedy(text, e.remedy());
    ProblemReport.appendRemedy(
        text,
        "'slipway "
            + (ofVerb
                ? args[0] + " --help' shows what it takes."
                : "--help' shows what there is."));
    world.tell(text.toString());
    return ExitCode.BAD_INPUT;
  }

  static String version() {
    @Nullable String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(from classes)" : version;
  }
}
