package dev.slipway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Shows a failure of Slipway's own, so that it can be reported without a stack trace. */
final class FaultReport {
  private static final String OWN = "dev.slipway.";

  private FaultReport() {}

  static String of(Throwable failure, String version, boolean whole) {
    StringBuilder text =
        new StringBuilder("Slipway failed. This is a fault of its own, not of your input.\n\n");
    row(text, "what", failure.toString());
    row(text, "where", where(failure));
    row(text, "version", version);
    row(
        text,
        "java",
        System.getProperty("java.version")
            + " ("
            + System.getProperty("java.vendor")
            + "), "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    if (failure instanceof OutOfMemoryError) {
      text.append("\nMore memory may help: SLIPWAY_JAVA_OPTS=-Xmx4g.\n");
    } else if (whole) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      text.append('\n').append(trace);
    } else {
      text.append("\nPlease report it where you have Slipway from, with these lines and what the")
          .append(" same command\nprints with SLIPWAY_DEBUG=1; look for secrets in it first.\n");
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(" ".repeat(9 - name.length())).append(value).append('\n');
  }

  private static String where(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN)) {
        return frame.toString();
      }
    }
    return failure.getStackTrace().length == 0 ? "unknown" : failure.getStackTrace()[0].toString();
  }
}
