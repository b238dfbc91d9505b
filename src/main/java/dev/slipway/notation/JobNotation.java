package dev.slipway.notation;

import dev.slipway.app.Controller;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import java.time.Duration;
import java.util.OptionalInt;

/** How a job runs, in a file. */
final class JobNotation {
  private static final Field<Integer> COMPLETIONS =
      Field.optional("completions", Type.integerFrom(1), "How many pods must end well.")
          .byDefaultIs("1")
          .example("3");
  private static final Field<Integer> PARALLELISM =
      Field.optional("parallelism", Type.integerFrom(1), "How many pods run at a time.")
          .byDefaultIs("1")
          .example("3");
  private static final Field<Integer> BACKOFF_LIMIT =
      Field.optional("backoffLimit", Type.integerFrom(0), "How many failures there may be.")
          .byDefaultIs("6")
          .example("2");
  private static final Field<Duration> DEADLINE =
      Field.optional("deadline", Type.duration(), "After how long it is given up.")
          .byDefaultIs("never")
          .example("10m");
  private static final Field<Duration> KEEP_FOR =
      Field.optional("keepFor", Type.duration(), "How long it is kept when it is finished.")
          .byDefaultIs("for ever")
          .example("24h");
  private static final Definition<Controller.Job> DEFINITION =
      Definition.of("job", "How a job runs.")
          .fields(COMPLETIONS, PARALLELISM, BACKOFF_LIMIT, DEADLINE, KEEP_FOR)
          .building(
              given ->
                  new Controller.Job(
                      whole(given, COMPLETIONS),
                      whole(given, PARALLELISM),
                      whole(given, BACKOFF_LIMIT),
                      given.find(DEADLINE),
                      given.find(KEEP_FOR)));

  private JobNotation() {}

  static Definition<Controller.Job> definition() {
    return DEFINITION;
  }

  private static OptionalInt whole(Given given, Field<Integer> field) {
    return given.has(field) ? OptionalInt.of(given.get(field)) : OptionalInt.empty();
  }
}
