package dev.slipway.pulumi.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import dev.slipway.pulumi.RecordedRun;
import dev.slipway.testing.JsonValues;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pulumirpc.Resource.RegisterResourceRequest;

/** What a program asks of AWS, held against what the provider's own typed classes ask. */
final class AwsRun {
  private final RecordedRun run;

  private AwsRun(RecordedRun run) {
    this.run = run;
  }

  static AwsRun of(Consumer<Context> program) {
    return new AwsRun(RecordedRun.of(program).orFail());
  }

  RegisterResourceRequest request(String kind, String name) {
    return run.request(kind, name);
  }

  /** A resource asks for what a typed one that somebody wrote by hand asks for, field by field. */
  void asksAs(String kind, String name, Runnable typed) {
    RegisterResourceRequest expected =
        RecordedRun.of(context -> typed.run()).orFail().request(kind, "expected");
    RegisterResourceRequest asked = run.request(kind, name);
    assertThat(asked.getType()).isEqualTo(expected.getType());
    assertThat(asked.getObject().getFieldsMap()).isEqualTo(expected.getObject().getFieldsMap());
    assertThat(asked.getVersion()).isEqualTo(expected.getVersion());
  }

  /** A document that a resource has in one of its fields, as a value. */
  @Nullable Object json(String kind, String name, String field) {
    return JsonValues.read(run.input(kind, name, field));
  }

  /** The names of what a resource waits for. */
  List<String> waitsFor(String kind, String name) {
    return run.request(kind, name).getDependenciesList().stream()
        .map(urn -> urn.substring(urn.lastIndexOf('$') + 1))
        .toList();
  }

  String input(String kind, String name, String field) {
    return run.input(kind, name, field);
  }

  List<RegisterResourceRequest> requests(String type) {
    return run.requests(type);
  }
}
