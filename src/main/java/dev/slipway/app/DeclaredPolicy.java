package dev.slipway.app;

import dev.slipway.backing.Binding;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.network.Egress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;

/**
 * A network policy for pods that somebody else starts.
 *
 * @param name its name within the application
 * @param pods which pods of the namespace it is for: a label selector
 * @param uses the backing services that those pods must reach
 */
public record DeclaredPolicy(String name, Mapping pods, NetworkAccess access, List<Binding> uses)
    implements Renderable {
  public DeclaredPolicy {
    uses = List.copyOf(uses);
  }

  @Override
  public void render(Target target, Sink out) {
    List<Egress> needed = uses.stream().flatMap(use -> use.egress().stream()).toList();
    String object = target.naming().of(name);
    out.object(
        target.object(
            Types.NETWORK_POLICY,
            object,
            target.naming().labels(),
            Mapping.EMPTY,
            Mapping.of("spec", access.spec(pods, needed, target.cluster())),
            Origin.of(
                "application '" + target.naming().instance() + "'",
                FieldPath.of("applications", target.naming().instance()))));
    if (!access.egressOpen()) {
      OpenEgress.toServices(
          uses, new ObjectRef(Types.NETWORK_POLICY, target.namespace(), object), out);
    }
  }
}
