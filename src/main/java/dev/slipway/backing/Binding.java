package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.target.Renderable;
import dev.slipway.target.Target;
import java.util.List;

/** A backing service as one workload uses it; any workload can take it. */
public interface Binding extends Renderable {

  /** What the workload's containers are told. */
  List<EnvVar> env();

  /** What they mount. */
  List<Mount> mounts();

  /** The rights in a cloud that the workload's identity must have. */
  List<Grant> grants();

  /** Where the pods connect to. */
  List<Egress> egress();

  /** What changes when a value behind this changes, so that pods are rolled by it; no secrets. */
  List<Text> revisions(Target target);
}
