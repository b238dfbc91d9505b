package com.example.shop;

import java.util.List;
import org.cdk8s.Size;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ContainerResources;
import org.cdk8s.plus28.ContainerSecurityContextProps;
import org.cdk8s.plus28.Cpu;
import org.cdk8s.plus28.CpuResources;
import org.cdk8s.plus28.Deployment;
import org.cdk8s.plus28.DeploymentProps;
import org.cdk8s.plus28.MemoryResources;
import software.constructs.Construct;

/** The shop's web server as the team has had it: plain cdk8s-plus. */
final class Web {
  private Web() {}

  static Deployment deployment(Construct scope) {
    return new Deployment(
        scope,
        "web",
        DeploymentProps.builder()
            .replicas(2)
            .containers(
                List.of(
                    ContainerProps.builder()
                        .name("web")
                        .image("registry.example.com/shop/web:3.8.1")
                        .portNumber(8080)
                        .securityContext(ContainerSecurityContextProps.builder().user(1000).build())
                        .resources(
                            ContainerResources.builder()
                                .cpu(CpuResources.builder().request(Cpu.millis(250)).build())
                                .memory(
                                    MemoryResources.builder()
                                        .request(Size.mebibytes(256))
                                        .limit(Size.mebibytes(256))
                                        .build())
                                .build())
                        .build()))
            .build());
  }
}
