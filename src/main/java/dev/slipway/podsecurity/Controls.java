package dev.slipway.podsecurity;

import java.util.List;

/** The controls of the Pod Security Standards. */
public final class Controls {
  /** By level and, within it, identifier: the order in which an API server reports them. */
  private static final List<Control> ALL =
      List.of(
          new AppArmorProfile(),
          new CapabilitiesBaseline(),
          new HostNamespaces(),
          new HostPathVolumes(),
          new HostPorts(),
          new HostProbesAndHostLifecycle(),
          new Privileged(),
          new ProcMountBaseline(),
          new SeLinuxOptions(),
          new SeccompProfileBaseline(),
          new Sysctls(),
          new WindowsHostProcess(),
          new AllowPrivilegeEscalation(),
          new CapabilitiesRestricted(),
          new ProcMountRestricted(),
          new RestrictedVolumes(),
          new RunAsNonRoot(),
          new RunAsUser(),
          new SeccompProfileRestricted());

  private Controls() {}

  public static List<Control> all() {
    return ALL;
  }
}
