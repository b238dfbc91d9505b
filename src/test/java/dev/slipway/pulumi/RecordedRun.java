package dev.slipway.pulumi;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.Context;
import com.pulumi.Log;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import com.pulumi.test.internal.MockMonitor;
import com.pulumi.test.internal.PulumiTestInternal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceResponse;

/** A program that ran without an engine, and what it would have sent to one. */
public final class RecordedRun {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  private final List<RegisterResourceRequest> requests = new CopyOnWriteArrayList<>();
  private final TestResult result;

  private RecordedRun(
      Consumer<Context> program,
      boolean preview,
      Map<String, String> config,
      ResourceTransformation... whole) {
    try {
      result =
          PulumiTestInternal.builder()
              .options(
                  TestOptions.builder()
                      .preview(preview)
                      .resourceTransformations(List.of(whole))
                      .build())
              .config(config)
              .mocks(new EngineRecorder())
              .monitorDecorator(monitor -> new Recording())
              .build()
              .runTest(program);
    } finally {
      PulumiTest.cleanup();
    }
  }

  /** An update by a program. */
  public static RecordedRun of(Consumer<Context> program) {
    return new RecordedRun(program, false, Map.of());
  }

  public static RecordedRun preview(Consumer<Context> program) {
    return new RecordedRun(program, true, Map.of());
  }

  /** An update by a program that {@link Slipway#run} would have started. */
  static RecordedRun checked(Consumer<Context> program) {
    CheckedProgram checked = new CheckedProgram(program);
    return new RecordedRun(checked, false, Map.of(), checked);
  }

  /** An update by a program of a stack with some config. */
  static RecordedRun configured(Consumer<Context> program, Map<String, String> config) {
    Map<String, String> keys = new TreeMap<>();
    config.forEach((key, value) -> keys.put("project:" + key, value));
    return new RecordedRun(program, false, keys);
  }

  public RecordedRun orFail() {
    result.throwOnError();
    return this;
  }

  public int exitCode() {
    return result.exitCode();
  }

  /** What the engine was told to show as errors. */
  public List<String> errors() {
    return result.errors();
  }

  List<RegisterResourceRequest> requests() {
    return requests;
  }

  /** What was registered of types that begin so. */
  public List<RegisterResourceRequest> requests(String type) {
    return requests.stream().filter(request -> request.getType().startsWith(type)).toList();
  }

  /** The names of the Kubernetes objects that were registered, in the order in which they came. */
  public List<String> objects() {
    return requests.stream()
        .filter(request -> request.getType().startsWith("kubernetes:"))
        .map(RegisterResourceRequest::getName)
        .toList();
  }

  public RegisterResourceRequest request(String kind, String name) {
    return requests.stream()
        .filter(r -> r.getType().endsWith(":" + kind) && r.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " '" + name + "' among " + objects()));
  }

  /** An input of an object, with secrets marked as {@code secret(…)}. */
  public String input(String kind, String name, String field) {
    return shown(request(kind, name).getObject().getFieldsOrThrow(field));
  }

  private static String shown(Value value) {
    if (value.hasStructValue()) {
      Struct struct = value.getStructValue();
      if (struct.getFieldsMap().containsKey(SIGNATURE)
          && struct.getFieldsOrThrow(SIGNATURE).getStringValue().equals(SECRET)) {
        return "secret(" + shown(struct.getFieldsOrThrow("value")) + ")";
      }
      StringBuilder text = new StringBuilder("{");
      struct.getFieldsMap().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              entry ->
                  text.append(text.length() > 1 ? ", " : "")
                      .append(entry.getKey())
                      .append(": ")
                      .append(shown(entry.getValue())));
      return text.append("}").toString();
    }
    if (value.hasListValue()) {
      return value.getListValue().getValuesList().stream().map(RecordedRun::shown).toList() + "";
    }
    return value.hasStringValue()
        ? value.getStringValue()
        : value.hasNumberValue()
            ? String.valueOf(value.getNumberValue())
            : String.valueOf(value.getBoolValue());
  }

  private final class Recording extends MockMonitor {
    Recording() {
      super(new EngineRecorder(), Log.ignore());
    }

    @Override
    public CompletableFuture<RegisterResourceResponse> registerResourceAsync(
        Resource resource, RegisterResourceRequest request) {
      requests.add(request);
      return super.registerResourceAsync(resource, request);
    }
  }
}
