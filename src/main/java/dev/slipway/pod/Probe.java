package dev.slipway.pod;

import dev.slipway.manifest.Copies;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the kubelet asks a container whether it is alive, ready or started. A probe cannot carry a
 * secret: its headers are plain strings in the pod's manifest, in which no variable is expanded.
 *
 * <p>Timings that are not given are left to Kubernetes: a first probe at once, one every 10 s, 1 s
 * to answer, 3 failures.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/">Probes</a>
 */
public record Probe(
    Handler handler,
    OptionalInt initialDelaySeconds,
    OptionalInt periodSeconds,
    OptionalInt timeoutSeconds,
    OptionalInt failureThreshold) {
  private static final OptionalInt UNSET = OptionalInt.empty();
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "proxy-authorization", "cookie", "x-api-key");

  public static Probe http(String path, PortRef port) {
    return http(path, port, false, Map.of());
  }

  /**
   * An HTTP GET that must be answered with a status of 200 to 399.
   *
   * @throws InvalidInputException if a header is one that carries credentials
   */
  public static Probe http(String path, PortRef port, boolean tls, Map<String, String> headers) {
    for (String header : headers.keySet()) {
      if (CREDENTIALS.contains(header.toLowerCase(Locale.ROOT))) {
        throw new InvalidInputException(
            Problem.of(
                "The probe of " + path + " sends the header '" + header + "'.",
                "The kubelet sends it as it stands in the manifest, readable by everybody who may"
                    + " read pods. Use a probe that needs no credentials, such as tcpSocket."));
      }
    }
    return of(new HttpGet(path, port, tls, Copies.sorted(headers)));
  }

  /** A connection that must be accepted. */
  public static Probe tcp(PortRef port) {
    return of(new TcpSocket(port));
  }

  /** A call of the gRPC health service that must answer SERVING. */
  public static Probe grpc(int port) {
    return of(new Grpc(port));
  }

  /** A command in the container that must exit with 0. */
  public static Probe exec(String... command) {
    return of(new Exec(List.of(command)));
  }

  private static Probe of(Handler handler) {
    return new Probe(handler, UNSET, UNSET, UNSET, UNSET);
  }

  /** This probe, first asked after a while. */
  public Probe after(Duration delay) {
    return new Probe(
        handler,
        seconds("initial delay", delay, 0),
        periodSeconds,
        timeoutSeconds,
        failureThreshold);
  }

  /** This probe, asked this often. */
  public Probe every(Duration period) {
    return new Probe(
        handler,
        initialDelaySeconds,
        seconds("period", period, 1),
        timeoutSeconds,
        failureThreshold);
  }

  /** This probe, given this long to answer. */
  public Probe within(Duration timeout) {
    return new Probe(
        handler,
        initialDelaySeconds,
        periodSeconds,
        seconds("timeout", timeout, 1),
        failureThreshold);
  }

  /** This probe, failed after so many failures in a row. */
  public Probe failingAfter(int failures) {
    if (failures < 1) {
      throw new InvalidInputException(
          Problem.of(
              "A probe has the failure threshold " + failures + ".", "It must be 1 or more."));
    }
    return new Probe(
        handler, initialDelaySeconds, periodSeconds, timeoutSeconds, OptionalInt.of(failures));
  }

  /** The container's {@code livenessProbe}, {@code readinessProbe} or {@code startupProbe}. */
  public Mapping toNode() {
    Mapping.Builder node = Mapping.builder().put(handler.field(), handler.toNode());
    if (initialDelaySeconds.isPresent()) {
      node.put("initialDelaySeconds", initialDelaySeconds.getAsInt());
    }
    if (periodSeconds.isPresent()) {
      node.put("periodSeconds", periodSeconds.getAsInt());
    }
    if (timeoutSeconds.isPresent()) {
      node.put("timeoutSeconds", timeoutSeconds.getAsInt());
    }
    if (failureThreshold.isPresent()) {
      node.put("failureThreshold", failureThreshold.getAsInt());
    }
    return node.build();
  }

  private static OptionalInt seconds(String what, Duration duration, int least) {
    if (duration.toSeconds() < least || duration.toNanosPart() != 0) {
      throw new InvalidInputException(
          Problem.of(
              "A probe has the " + what + " " + duration + ".",
              "Give whole seconds, at least " + least + "."));
    }
    return OptionalInt.of(Math.toIntExact(duration.toSeconds()));
  }

  /** What is done to ask. */
  public sealed interface Handler {
    /** The probe's field that holds this handler. */
    String field();

    Mapping toNode();

    /** The container's port that is asked, where it is one that may have a name. */
    default Optional<PortRef> asks() {
      return Optional.empty();
    }
  }

  record HttpGet(String path, PortRef port, boolean tls, Map<String, String> headers)
      implements Handler {
    @Override
    public Optional<PortRef> asks() {
      return Optional.of(port);
    }

    @Override
    public String field() {
      return "httpGet";
    }

    @Override
    public Mapping toNode() {
      Mapping.Builder node = Mapping.builder().put("path", path).put("port", port.toNode());
      if (tls) {
        node.put("scheme", "HTTPS");
      }
      return node.putUnlessEmpty(
              "httpHeaders",
              Seq.from(
                  headers.entrySet(),
                  h -> Mapping.of("name", Text.of(h.getKey()), "value", Text.of(h.getValue()))))
          .build();
    }
  }

  record TcpSocket(PortRef port) implements Handler {
    @Override
    public Optional<PortRef> asks() {
      return Optional.of(port);
    }

    @Override
    public String field() {
      return "tcpSocket";
    }

    @Override
    public Mapping toNode() {
      return Mapping.of("port", port.toNode());
    }
  }

  record Grpc(int port) implements Handler {
    @Override
    public String field() {
      return "grpc";
    }

    @Override
    public Mapping toNode() {
      return Mapping.builder().put("port", port).build();
    }
  }

  record Exec(List<String> command) implements Handler {
    @Override
    public String field() {
      return "exec";
    }

    @Override
    public Mapping toNode() {
      return Mapping.of("command", Seq.ofStrings(command));
    }
  }
}
