package dev.slipway.podsecurity;

import dev.slipway.cluster.KubernetesVersion;
import dev.slipway.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** One control of the Pod Security Standards. */
public interface Control {

  /** The identifier that the standards' implementation gives it: {@code capabilities_baseline}. */
  String id();

  /** The loosest level that has the control: baseline or restricted. */
  Level level();

  /** Why a pod is refused, in a few words and the same for every pod. */
  String reason();

  /** What the control asks for, in one sentence. */
  String summary();

  /** How the control changed over the versions, oldest first. */
  List<Revision> revisions();

  /** The revision that holds at a version, or nothing if the control came later. */
  default Optional<Revision> at(KubernetesVersion version) {
    return revisions().stream()
        .filter(revision -> revision.since().compareTo(version) <= 0)
        .reduce((older, newer) -> newer);
  }

  /** A pod's violation of this control. */
  default Violation violation(String detail, List<FieldPath> fields, String remedy) {
    return new Violation(id(), level(), reason(), detail, fields, remedy);
  }
}
