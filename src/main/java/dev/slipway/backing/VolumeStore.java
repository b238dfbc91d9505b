package dev.slipway.backing;

import dev.slipway.manifest.GroupVersionKind;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Names;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.Origin;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.target.Declaration;
import dev.slipway.target.Naming;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of a persistent volume.
 *
 * @param claim the name of the volume's claim
 * @param accessMode who may mount it at a time
 * @param declared what the claim asks for, where it comes with the application
 * @param path where the containers see it
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access
 *     modes</a>
 */
public record VolumeStore(
    String claim, AccessMode accessMode, Optional<ClaimSpec> declared, String path)
    implements ObjectStore {
  private static final GroupVersionKind TYPE = GroupVersionKind.of("v1", "PersistentVolumeClaim");

  /**
   * The volume of a claim.
   *
   * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong
   */
  public VolumeStore {
    Problems problems = new Problems();
    Optional<String> wrongClaim = Names.subdomain(claim);
    if (wrongClaim.isPresent()) {
      problems.add("The claim's name '" + claim + "' " + wrongClaim.get() + ".", "Rename it.");
    }
    if (accessMode == AccessMode.READ_ONLY_MANY) {
      problems.add(
          "The claim is ReadOnlyMany, and files are to be written.",
          "Ask for ReadWriteMany, or ReadWriteOnce for a single pod.");
    }
    if (!path.startsWith("/") || path.contains(":")) {
      problems.add(
          "'" + path + "' is no path to mount a volume at.",
          "Give an absolute path without a colon.");
    }
    problems.throwIfAny("volume claim '" + claim + "'");
  }

  @Override
  public Binding binding(EnvNames<StoreSetting> names) {
    Problems problems = new Problems();
    names.check(problems);
    problems.throwIfAny("volume claim '" + claim + "'");
    Volume volume = new Volume.Claim(Names.toLabel(claim, Names.LABEL_LENGTH), claim, declared);
    List<EnvVar> env =
        names.variable(StoreSetting.PATH).map(name -> EnvVar.of(name, path)).stream().toList();
    return new Bound(
        env,
        List.of(Mount.writable(volume, path)),
        List.of(),
        List.of(),
        Optional.empty(),
        this::render);
  }

  private void render(Target target, Sink out) {
    if (declared.isEmpty()) {
      out.declare(
          new Declaration.Existing(
              new ObjectRef.Key(TYPE.groupKind(), target.namespace(), claim), Set.of()));
      return;
    }
    out.object(
        target.object(
            TYPE,
            claim,
            target.strict() ? Mapping.of(Naming.MANAGED_BY, "slipway") : Mapping.EMPTY,
            Mapping.EMPTY,
            Mapping.of("spec", declared.get().spec()),
            Origin.of("volume claim '" + claim + "'")));
  }

  @Override
  public Optional<Problem> sharedBy(int pods) {
    return pods <= 1 || accessMode == AccessMode.READ_WRITE_MANY
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                "%s pods write to the claim '%s', which is %s: %s may mount it at a time."
                    .formatted(
                        pods,
                        claim,
                        accessMode.kubernetes(),
                        accessMode == AccessMode.READ_WRITE_ONCE
                            ? "the pods of one node"
                            : "one pod"),
                "Ask for ReadWriteMany, of a storage class that can do it (EFS, Filestore, Azure"
                    + " Files, NFS), or keep the files in an object store."));
  }

  @Override
  public Text described() {
    return Text.of("volume claim '" + claim + "' (" + accessMode.kubernetes() + ") at " + path);
  }
}
