package dev.slipway.pulumi;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import com.pulumi.automation.events.SummaryEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the engine tells into lines for a person, and remembers what came of it. Names and
 * kinds are all that the lines of resources hold; what others say is masked.
 */
final class LaunchProgress implements Consumer<EngineEvent> {
  private final Consumer<String> lines;
  private final boolean done;
  private final Secrets secrets;
  private final Set<String> errors = new LinkedHashSet<>();
  private final Map<String, Integer> changes = new TreeMap<>();
  private boolean begun;

  /**
   * The progress of one command.
   *
   * @param done whether things are done, and not only shown
   */
  LaunchProgress(Consumer<String> lines, boolean done, Secrets secrets) {
    this.lines = lines;
    this.done = done;
    this.secrets = secrets;
  }

  @Override
  public synchronized void accept(EngineEvent event) {
    begun = true;
    if (done && event.resourceOutputsEvent() != null) {
      tell(event.resourceOutputsEvent().metadata());
    } else if (!done && event.resourcePreEvent() != null) {
      tell(event.resourcePreEvent().metadata());
    } else if (event.resourceOperationFailedEvent() != null) {
      StepEventMetadata step = event.resourceOperationFailedEvent().metadata();
      lines.accept("failed to " + verb(step.op()) + " " + named(step));
    } else if (event.diagnosticEvent() != null) {
      tell(event.diagnosticEvent());
    } else if (event.summaryEvent() != null) {
      tell(event.summaryEvent());
    }
  }

  private void tell(StepEventMetadata step) {
    boolean isPulumis = step.type().startsWith("slipway:") || step.type().startsWith("pulumi:");
    if (!isPulumis && step.op() != OperationType.SAME) {
      lines.accept((done ? past(step.op()) : verb(step.op())) + " " + named(step));
    }
  }

  private void tell(DiagnosticEvent said) {
    String message = secrets.masked(said.message()).strip();
    if (said.severity().equals("error")) {
      @Nullable String urn = said.urn();
      String where = urn == null || urn.isEmpty() ? "" : urn + ":\n";
      if (!message.isEmpty() && !isEcho(message) && errors.add(where + message)) {
        lines.accept("error: " + where + message);
      }
    } else if (said.severity().equals("warning")) {
      lines.accept("warning: " + message);
    }
  }

  /** What the engine says of a program that ended so adds nothing to why it did. */
  private boolean isEcho(String message) {
    return !errors.isEmpty() && message.contains("program exited with non-zero exit code");
  }

  private void tell(SummaryEvent summary) {
    List<String> counts = new ArrayList<>();
    summary
        .resourceChanges()
        .forEach(
            (op, count) -> {
              changes.put(word(op), count);
              counts.add(count + " " + (done ? past(op) : "to " + verb(op)));
            });
    lines.accept(String.join(", ", counts) + " (" + summary.durationSeconds() + " s)");
  }

  synchronized LaunchResult succeeded() {
    return new LaunchResult(LaunchResult.OK, changes, Optional.empty());
  }

  synchronized LaunchResult failed(AutomationException reason) {
    String message =
        errors.isEmpty() ? secrets.masked(reason(reason)) : String.join("\n\n", errors);
    if (errors.isEmpty()) {
      lines.accept("error: " + message);
    }
    return new LaunchResult(
        begun ? LaunchResult.FAILED : LaunchResult.NOT_BEGUN, changes, Optional.of(message));
  }

  /** The messages of causes, each once: what started the CLI wraps what the CLI said. */
  private static String reason(Throwable thrown) {
    Set<String> messages = new LinkedHashSet<>();
    for (@Nullable Throwable next = thrown; next != null; next = next.getCause()) {
      if (next instanceof IOException io) {
        return "Pulumi's CLI does not start (%s). Install it, and have it on the PATH."
            .formatted(io.getMessage());
      }
      @Nullable String message = next.getMessage();
      if (message != null && messages.stream().noneMatch(before -> before.contains(message))) {
        messages.add(message.strip());
      }
    }
    return messages.isEmpty() ? thrown.toString() : String.join("\n", messages);
  }

  /** {@code Deployment prod/shop/shop-web}. */
  private static String named(StepEventMetadata step) {
    String urn = step.urn();
    String type = step.type();
    return type.substring(type.lastIndexOf(':') + 1)
        + " "
        + urn.substring(urn.lastIndexOf("::") + 2);
  }

  /** Pulumi's word for what is done to a resource: {@code create-replacement}. */
  private static String word(OperationType op) {
    return op.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String verb(OperationType op) {
    return op == OperationType.SAME ? "leave as they are" : word(op).replace('-', ' ');
  }

  private static String past(OperationType op) {
    return switch (op) {
      case SAME -> "unchanged";
      case CREATE -> "created";
      case UPDATE -> "updated";
      case DELETE -> "deleted";
      case REPLACE -> "replaced";
      case IMPORT -> "imported";
      case READ -> "read";
      case REFRESH -> "refreshed";
      default -> word(op).replace('-', ' ');
    };
  }
}
