package dev.slipway.pulumi.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Empty;
import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.InlineDeploymentSettings;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.StackOptions;
import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;
import pulumirpc.Language.GetRequiredPackagesRequest;
import pulumirpc.Language.GetRequiredPackagesResponse;
import pulumirpc.Language.RunRequest;
import pulumirpc.Language.RunResponse;
import pulumirpc.LanguageRuntimeGrpc.LanguageRuntimeImplBase;
import pulumirpc.Plugin.PluginInfo;

/**
 * Runs a program of the test for the engine, as the Automation API does, and with the options of
 * the stack that it has no room for.
 */
final class InlineLanguage extends LanguageRuntimeImplBase {
  private volatile Consumer<Context> program = context -> {};
  private volatile StackOptions options = StackOptions.Empty;

  void run(Consumer<Context> next, StackOptions with) {
    program = next;
    options = with;
  }

  @Override
  public void getRequiredPackages(
      GetRequiredPackagesRequest request, StreamObserver<GetRequiredPackagesResponse> out) {
    out.onNext(GetRequiredPackagesResponse.getDefaultInstance());
    out.onCompleted();
  }

  @Override
  public void getPluginInfo(Empty request, StreamObserver<PluginInfo> out) {
    out.onNext(PluginInfo.newBuilder().setVersion("1.0.0").build());
    out.onCompleted();
  }

  @Override
  public void run(RunRequest request, StreamObserver<RunResponse> out) {
    InlineDeploymentSettings settings =
        InlineDeploymentSettings.builder()
            .engineAddr(request.getArgs(0))
            .monitorAddr(request.getMonitorAddress())
            .config(ImmutableMap.copyOf(request.getConfigMap()))
            .configSecretKeys(ImmutableSet.copyOf(request.getConfigSecretKeysList()))
            .organization(request.getOrganization())
            .project(request.getProject())
            .stack(request.getStack())
            .isDryRun(request.getDryRun())
            .build();
    RunResponse.Builder answer = RunResponse.newBuilder();
    try {
      int code = PulumiInternal.fromInline(settings, options).runAsync(program).join();
      if (code != 0) {
        answer.setError("The program ended with " + code + ".");
      }
    } finally {
      DeploymentInstanceHolder.internalUnsafeDestroyInstance();
    }
    out.onNext(answer.build());
    out.onCompleted();
  }
}
