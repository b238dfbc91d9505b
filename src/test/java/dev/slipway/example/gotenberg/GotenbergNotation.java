package dev.slipway.example.gotenberg;

import dev.slipway.app.Application;
import dev.slipway.app.Replicas;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.notation.PlacementNotation;
import dev.slipway.notation.ReplicasNotation;
import dev.slipway.notation.SystemNotation;
import java.time.Duration;

/** Gotenberg in an environment file. */
public final class GotenbergNotation {
  /** The word by which a file names it. */
  public static final String ID = "gotenberg";

  /** What it is. */
  public static final String SUMMARY = "Gotenberg, which makes PDF files";

  private static final Field<String> IMAGE =
      Field.required("image", Type.string(), "Its image.").example("gotenberg/gotenberg:8.5.0");
  private static final Field<Replicas> REPLICAS =
      Field.optional("replicas", ReplicasNotation.type(), "How many pods there are.")
          .byDefaultIs("2")
          .example("{min: 2, max: 6, cpu: 80}");
  private static final Field<Duration> TIMEOUT =
      Field.optional("timeout", Type.duration(), "How long one conversion may take.")
          .byDefault(Gotenberg.DEFAULT_TIMEOUT)
          .example("2m");

  private static final Definition<Application> DEFINITION =
      Definition.of("Gotenberg application", "Turns documents into PDF files.")
          .fields(SystemNotation.NAME, SystemNotation.field(ID, SUMMARY), IMAGE, REPLICAS, TIMEOUT)
          .fields(PlacementNotation.fields())
          .building(GotenbergNotation::application);

  private GotenbergNotation() {}

  /** What such an application looks like. */
  public static Definition<Application> definition() {
    return DEFINITION;
  }

  private static Application application(Given given) {
    return new Gotenberg(
            given.get(SystemNotation.NAME),
            given.get(IMAGE),
            given.get(REPLICAS, Replicas.fixed(2)),
            given.get(TIMEOUT),
            PlacementNotation.placement(given))
        .application();
  }
}
