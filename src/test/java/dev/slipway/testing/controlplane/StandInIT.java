package dev.slipway.testing.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.controlplane.StandIn.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a process of this machine, without a node around it. */
class StandInIT {

  @TempDir Path folder = Path.of("");
  private final int port = KwokCluster.freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Process process;

  @AfterEach
  void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void answersItsPathsOnThePortThatTheEnvironmentNames() throws Exception {
    start(
        StandIn.of("x").http("${ADDRESS}", Answer.ok("/healthz"), Answer.ok("/old").status(410)),
        Map.of("ADDRESS", "pod-0.headless.ns.svc.cluster.local:" + port));
    awaitLine("started");

    assertThat(get("/healthz")).isEqualTo(200);
    assertThat(get("/old")).isEqualTo(410);
    assertThat(get("/nowhere")).isEqualTo(404);
  }

  @Test
  void wantsItsToken() throws Exception {
    start(
        StandIn.of("x")
            .http("" + port, Answer.ok("*").requires("Authorization", "Bearer ${TOKEN}")),
        Map.of("TOKEN", "open-sesame"));
    awaitLine("started");

    assertThat(get("/health")).isEqualTo(401);
    assertThat(get("/health", "Authorization", "Bearer $(TOKEN)")).isEqualTo(401);
    assertThat(get("/health", "Authorization", "Bearer open-sesame")).isEqualTo(200);
  }

  @Test
  void endsInItsTime() throws Exception {
    start(
        StandIn.of("x")
            .http("" + port, Answer.ok("/health").whenEnding(503))
            .preShutdown("${DELAY}")
            .shutdown("1s"),
        Map.of("DELAY", "2s"));
    awaitLine("started");
    long begin = System.nanoTime();
    process().destroy();
    awaitLine("ending: 2s before the ports close, 1s after");

    assertThat(get("/health")).isEqualTo(503);
    assertThat(process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(process().exitValue()).isZero();
  }

  @Test
  void takesTcpConnections() throws Exception {
    start(StandIn.of("x").tcp(":" + port), Map.of());
    awaitLine("started");

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void saysEverythingThatItLacks() throws Exception {
    Files.createDirectory(folder.resolve("open"));
    start(
        StandIn.of("x")
            .needsVariables("PASSWORD")
            .needsFiles(folder + "/tls.crt")
            .writesTo(folder + "/absent")
            .cannotWriteTo(folder + "/open"),
        Map.of());

    assertThat(process().waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process().exitValue()).isEqualTo(1);
    assertThat(output())
        .contains("environment variable PASSWORD is missing or empty")
        .contains("open " + folder + "/tls.crt: no such file or directory")
        .contains(folder + "/absent is not writable")
        .contains(folder + "/open is writable");
  }

  private void start(StandIn standIn, Map<String, String> environment) throws IOException {
    Path script = folder.resolve("script.json");
    Files.writeString(script, Json.write(standIn.script()));
    ProcessBuilder builder =
        new ProcessBuilder(Tools.binary("stand-in").toString(), "arguments", "--are", "ignored")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("STAND_IN", script.toString());
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private Process process() {
    return java.util.Objects.requireNonNull(process);
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  private void awaitLine(String text) {
    Await.until(
        Duration.ofSeconds(10),
        () -> "'" + text + "' from the stand-in",
        () -> LogFile.end(folder.resolve("output")).contains(text));
  }

  private int get(String path, String... headers) throws Exception {
    URI address = URI.create("http://localhost:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
