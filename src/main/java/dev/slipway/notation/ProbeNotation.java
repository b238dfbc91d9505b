package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.pod.PortRef;
import dev.slipway.pod.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How the kubelet asks a container whether it is alive, ready or started, in a file. */
public final class ProbeNotation {
  private static final Field<Duration> AFTER =
      Field.optional("after", Type.duration(), "How long to wait before the first one.")
          .byDefaultIs("0s")
          .example("5s");
  private static final Field<Duration> EVERY =
      Field.optional("every", Type.duration(), "How often to ask.")
          .byDefaultIs("10s")
          .example("5s");
  private static final Field<Duration> WITHIN =
      Field.optional("within", Type.duration(), "How long the answer may take.")
          .byDefaultIs("1s")
          .example("3s");
  private static final Field<Integer> FAILING_AFTER =
      Field.optional(
              "failingAfter",
              Type.integerFrom(1),
              "After how many failures in a row it counts as failed.")
          .byDefaultIs("3")
          .example("3");

  private static final Field<String> HTTP =
      Field.required(
              "http",
              Type.string(),
              "The path of an HTTP GET to answer with a status of 200 to 399.")
          .example("/healthz");
  private static final Field<PortRef> HTTP_PORT =
      Field.required("port", portRef(), "The port to ask, by number or name.").example("http");
  private static final Field<Boolean> TLS =
      Field.optional(
              "tls", Type.bool(), "Whether to ask over HTTPS; the certificate is not looked at.")
          .byDefault(false)
          .example("true");
  private static final Field<Map<String, String>> HEADERS =
      Field.optional(
              "headers",
              Type.mapOf(Format.ANY_KEY, Type.string()),
              "Headers to send. None can be a secret: they stand in the manifest as they are.")
          .example("{Host: shop.example.com}");

  private static final Field<PortRef> TCP =
      Field.required("tcp", portRef(), "A port that must accept a connection, by number or name.")
          .example("mllp");
  private static final Field<Integer> GRPC =
      Field.required("grpc", Type.port(), "The port of a gRPC health service.").example("9090");
  private static final Field<List<String>> EXEC =
      Field.required("exec", Type.someOf(Type.string()), "A command that must exit with 0.")
          .example("[cat, /tmp/healthy]");

  private static final Definition<Probe> BY_HTTP =
      Definition.of("HTTP probe", "A probe by HTTP.")
          .fields(HTTP, HTTP_PORT, TLS, HEADERS, AFTER, EVERY, WITHIN, FAILING_AFTER)
          .building(
              given ->
                  timed(
                      Probe.http(
                          given.get(HTTP),
                          given.get(HTTP_PORT),
                          given.get(TLS),
                          given.get(HEADERS, Map.of())),
                      given));
  private static final Definition<Probe> BY_TCP =
      Definition.of("TCP probe", "A probe by a TCP connection.")
          .fields(TCP, AFTER, EVERY, WITHIN, FAILING_AFTER)
          .building(given -> timed(Probe.tcp(given.get(TCP)), given));
  private static final Definition<Probe> BY_GRPC =
      Definition.of("gRPC probe", "A probe by gRPC.")
          .fields(GRPC, AFTER, EVERY, WITHIN, FAILING_AFTER)
          .building(given -> timed(Probe.grpc(given.get(GRPC)), given));
  private static final Definition<Probe> BY_COMMAND =
      Definition.of("command probe", "A probe by a command in the container.")
          .fields(EXEC, AFTER, EVERY, WITHIN, FAILING_AFTER)
          .building(given -> timed(Probe.exec(given.get(EXEC).toArray(new String[0])), given));

  private ProbeNotation() {}

  public static Type<Probe> type() {
    return Type.variant(
        "probe",
        Variant.of("http", BY_HTTP),
        Variant.of("tcp", BY_TCP),
        Variant.of("grpc", BY_GRPC),
        Variant.of("exec", BY_COMMAND));
  }

  /** A container's port, by number or name. */
  static Type<PortRef> portRef() {
    return Type.port().<PortRef>as(PortRef::of).or(Type.string().as(PortRef::of));
  }

  private static Probe timed(Probe probe, Given given) {
    Probe timed = probe;
    timed = given.has(AFTER) ? timed.after(given.get(AFTER)) : timed;
    timed = given.has(EVERY) ? timed.every(given.get(EVERY)) : timed;
    timed = given.has(WITHIN) ? timed.within(given.get(WITHIN)) : timed;
    return given.has(FAILING_AFTER) ? timed.failingAfter(given.get(FAILING_AFTER)) : timed;
  }
}
