import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Stands in for Pulumi's Kubernetes provider: takes every object at once, and writes down what it
 * was given where it is told to. Usage: AcceptingProvider FOLDER, which gets the plugin.
 */
public final class AcceptingProvider extends ResourceProviderImplBase {
  private final Path log;

  private AcceptingProvider(Path log) {
    this.log = log;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Server server =
        ServerBuilder.forPort(0)
            .addService(new AcceptingProvider(folder.resolve("created")))
            .maxInboundMessageSize(64 << 20)
            .build()
            .start();
    Path plugin = folder.resolve("pulumi-resource-kubernetes");
    Files.writeString(plugin, "#!/bin/sh\necho " + server.getPort() + "\nexec sleep 3600\n");
    plugin.toFile().setExecutable(true);
    server.awaitTermination();
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> out) {
    answer(out, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> out) {
    answer(out, DiffResponse.getDefaultInstance());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> out) {
    answer(
        out,
        ConfigureResponse.newBuilder()
            .setAcceptSecrets(true)
            .setAcceptResources(true)
            .setSupportsPreview(true)
            .build());
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> out) {
    answer(out, PluginInfo.newBuilder().setVersion("4.0.0").build());
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> out) {
    answer(out, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diff(DiffRequest request, StreamObserver<DiffResponse> out) {
    answer(
        out,
        DiffResponse.newBuilder()
            .setChanges(
                request.getOldInputs().equals(request.getNews())
                    ? DiffResponse.DiffChanges.DIFF_NONE
                    : DiffResponse.DiffChanges.DIFF_SOME)
            .build());
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> out) {
    if (!request.getPreview() && Files.exists(log)) {
      write(request.getProperties());
    }
    answer(
        out,
        CreateResponse.newBuilder()
            .setId(request.getPreview() ? "" : String.valueOf(request.getUrn().hashCode()))
            .setProperties(request.getProperties())
            .build());
  }

  private synchronized void write(Struct object) {
    try {
      String line =
          JsonFormat.printer().omittingInsignificantWhitespace().sortingMapKeys().print(object);
      Files.write(log, List.of(line), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> out) {
    answer(out, Empty.getDefaultInstance());
  }

  private static <T> void answer(StreamObserver<T> out, T answer) {
    out.onNext(answer);
    out.onCompleted();
  }
}
