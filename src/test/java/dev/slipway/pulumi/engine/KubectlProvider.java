package dev.slipway.pulumi.engine;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Empty;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import dev.slipway.testing.controlplane.Kubectl;
import dev.slipway.testing.controlplane.Outcome;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * Stands in for Pulumi's Kubernetes provider: applies each object by itself on the server's side,
 * and waits for nothing unless it is told to. It remembers what it did, and fails when it is told
 * to.
 */
final class KubectlProvider extends ResourceProviderImplBase {
  private final Kubectl kubectl;
  private final List<String> created = new CopyOnWriteArrayList<>();
  private final List<String> updated = new CopyOnWriteArrayList<>();
  private volatile Predicate<String> fails = object -> false;
  private volatile String reason = "as the test asked for";
  private volatile Runnable afterCreate = () -> {};
  private volatile boolean awaits;

  KubectlProvider(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** The objects that were created, as {@code Deployment shop/web}. */
  List<String> created() {
    return List.copyOf(created);
  }

  List<String> updated() {
    return List.copyOf(updated);
  }

  void forget() {
    created.clear();
    updated.clear();
  }

  /** Fails the creation of some objects from now on. */
  void failFor(Predicate<String> objects) {
    fails = objects;
  }

  /** Fails the creation of some objects from now on, with words of the test's. */
  void refuse(Predicate<String> objects, String because) {
    reason = because;
    fails = objects;
  }

  /** From now on a workload is there when its pods are Ready, as Pulumi's own provider has it. */
  void awaitReady() {
    awaits = true;
  }

  /** Does something after each creation from now on. */
  void afterCreate(Runnable action) {
    afterCreate = action;
  }

  @Override
  public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> out) {
    answer(out, CheckResponse.newBuilder().setInputs(request.getNews()).build());
  }

  @Override
  public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> out) {
    answer(out, DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build());
  }

  @Override
  public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> out) {
    answer(
        out,
        ConfigureResponse.newBuilder().setAcceptSecrets(true).setSupportsPreview(true).build());
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
    WireObject before = WireObject.of(request.getOldInputs());
    WireObject after = WireObject.of(request.getNews());
    DiffResponse.Builder answer = DiffResponse.newBuilder();
    if (before.equals(after)) {
      answer.setChanges(DiffResponse.DiffChanges.DIFF_NONE);
    } else {
      answer.setChanges(DiffResponse.DiffChanges.DIFF_SOME).addAllDiffs(before.fieldsUnlike(after));
      if (!before.toString().equals(after.toString())) {
        answer.addReplaces("metadata");
      }
    }
    answer(out, answer.build());
  }

  @Override
  public void create(CreateRequest request, StreamObserver<CreateResponse> out) {
    WireObject object = WireObject.of(request.getProperties());
    if (!request.getPreview()) {
      if (fails.test(object.toString())) {
        fail(out, object + " was refused: " + reason);
        return;
      }
      if (!applied(object, out)) {
        return;
      }
      created.add(object.toString());
      afterCreate.run();
    }
    answer(
        out,
        CreateResponse.newBuilder()
            .setId(request.getPreview() ? "" : object.id())
            .setProperties(request.getProperties())
            .build());
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> out) {
    WireObject object = WireObject.of(request.getNews());
    if (!request.getPreview()) {
      if (!applied(object, out)) {
        return;
      }
      updated.add(object.toString());
    }
    answer(out, UpdateResponse.newBuilder().setProperties(request.getNews()).build());
  }

  /** An object that is imported is what was last applied, as Pulumi's provider has it. */
  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> out) {
    Optional<Struct> state =
        request.getProperties().getFieldsCount() == 0
            ? lastApplied(request.getType(), request.getId())
            : Optional.of(request.getProperties()).filter(this::isThere);
    answer(
        out,
        state
            .map(
                found ->
                    ReadResponse.newBuilder()
                        .setId(request.getId())
                        .setProperties(found)
                        .setInputs(
                            request.getInputs().getFieldsCount() == 0 ? found : request.getInputs())
                        .build())
            .orElseGet(ReadResponse::getDefaultInstance));
  }

  private boolean isThere(Struct state) {
    return kubectl
        .send(WireObject.of(state).json(), "get", "--ignore-not-found", "-o", "name", "-f", "-")
        .orFail()
        .out()
        .contains("/");
  }

  /** The annotation that kubectl leaves, of an object of a type {@code kubernetes:apps/v1:Kind}. */
  private Optional<Struct> lastApplied(String type, String id) {
    String[] parts = type.split("[:/]");
    String kind = parts[1].equals("core") ? parts[3] : parts[3] + "." + parts[2] + "." + parts[1];
    int slash = id.indexOf('/');
    Kubectl where = slash < 0 ? kubectl : kubectl.in(id.substring(0, slash));
    return where
        .find(kind, id.substring(slash + 1))
        .flatMap(
            live ->
                live.text(
                    "metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"))
        .map(KubectlProvider::withoutEmptyAnnotations);
  }

  private static Struct withoutEmptyAnnotations(String json) {
    JsonObject object = JsonParser.parseString(json).getAsJsonObject();
    JsonObject metadata = object.getAsJsonObject("metadata");
    // kubectl writes them where there are none.
    if (metadata.has("annotations") && metadata.getAsJsonObject("annotations").size() == 0) {
      metadata.remove("annotations");
    }
    Struct.Builder struct = Struct.newBuilder();
    try {
      JsonFormat.parser().merge(object.toString(), struct);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
    return struct.build();
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<Empty> out) {
    WireObject object = WireObject.of(request.getProperties());
    Outcome outcome =
        kubectl.send(object.json(), "delete", "--ignore-not-found", "--wait=true", "-f", "-");
    if (outcome.succeeded()) {
      answer(out, Empty.getDefaultInstance());
    } else {
      fail(out, outcome.err());
    }
  }

  @Override
  public void cancel(Empty request, StreamObserver<Empty> out) {
    answer(out, Empty.getDefaultInstance());
  }

  private boolean applied(WireObject object, StreamObserver<?> out) {
    Outcome outcome =
        kubectl.apply(
            object.json(), "--server-side", "--field-manager=pulumi", "--force-conflicts");
    if (outcome.succeeded() && awaits && object.isWorkload()) {
      outcome =
          kubectl.in(object.namespace()).run("rollout", "status", object.named(), "--timeout=150s");
    }
    if (!outcome.succeeded()) {
      fail(out, object + ": " + outcome.err());
    }
    return outcome.succeeded();
  }

  private static void fail(StreamObserver<?> out, String reason) {
    out.onError(Status.UNKNOWN.withDescription(reason).asRuntimeException());
  }

  private static <T> void answer(StreamObserver<T> out, T answer) {
    out.onNext(answer);
    out.onCompleted();
  }
}
