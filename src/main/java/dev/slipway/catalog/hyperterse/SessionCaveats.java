package dev.slipway.catalog.hyperterse;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;

/** Where a session does not find the pod that issued it. */
record SessionCaveats(Hyperterse system) implements Renderable {

  @Override
  public void render(Target target, Sink out) {
    boolean several = system.replicas().max() > 1;
    if (!system.sessions() || !several) {
      return;
    }
    ObjectRef service =
        new ObjectRef(
            GroupVersionKind.of("v1", "Service"),
            target.namespace(),
            system.service().flatMap(s -> s.name()).orElse(system.name()));
    if (system.service().map(s -> s.type().external()).orElse(false)) {
      out.notice(
          Notice.error(
                  "session-affinity",
                  "Sessions are to stay on their pods, and a load balancer of connections sees no"
                      + " cookie: requests of one session reach any pod.",
                  "Expose it by an ingress or a Gateway's route instead, have one replica, or waive"
                      + " this where clients keep one connection for a session.")
              .about(service));
    } else if (system.ingresses().isEmpty() && system.routes().isEmpty()) {
      out.notice(
          Notice.warning(
                  "session-affinity",
                  "Sessions are to stay on their pods, and clients inside the cluster reach any pod"
                      + " with each connection.",
                  "Have them come by an ingress or a Gateway's route, or have one replica.")
              .about(service));
    }
  }
}
