package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.Binding;
import dev.slipway.backing.ObjectStore;
import dev.slipway.backing.S3Store;
import dev.slipway.backing.VolumeStore;
import dev.slipway.identity.Grant;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hyperscience's file store: what it may be, and how its pods are told of it. */
final class FileStores {
  private static final Pattern VERSION = Pattern.compile("([0-9]+)\\.([0-9]+)(?:\\.([0-9]+))?.*");

  private FileStores() {}

  static void check(ObjectStore store, Problems problems) {
    if (store instanceof VolumeStore volume) {
      // The platform's pods and every block write to it, on whatever platform node they stand.
      volume.sharedBy(2).map(problem -> problem.about("fileStore")).ifPresent(problems::add);
    }
  }

  /** The store as the platform's pods use it. */
  static Binding binding(Hyperscience system) {
    ObjectStore store = system.fileStore();
    SettingNames names = system.names();
    return new WithMode(
        store.binding(names.of(store)), names.storageMode(), mode(system), names.tells(store));
  }

  /** The word for the kind of store; only those for S3 are public. */
  private static Optional<String> mode(Hyperscience system) {
    if (system.storageMode().isPresent()) {
      return system.storageMode();
    }
    return system.fileStore() instanceof S3Store
        ? Optional.of(isAtLeast36_0_6(system.version().orElse(null)) ? "S3_EX" : "S3")
        : Optional.empty();
  }

  /** S3_EX came with 36.0.6; where no version is given, a later one is meant. */
  private static boolean isAtLeast36_0_6(@Nullable String version) {
    if (version == null) {
      return true;
    }
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return true;
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    @Nullable String patch = matcher.group(3);
    int rest = minor * 1000 + (patch == null ? 0 : Integer.parseInt(patch));
    return major > 36 || (major == 36 && rest >= 6);
  }

  /** A store's binding and the variable that says which kind it is. */
  private record WithMode(Binding store, String variable, Optional<String> mode, boolean told)
      implements Binding {
    @Override
    public List<EnvVar> env() {
      List<EnvVar> all = new ArrayList<>();
      if (mode.isPresent()) {
        all.add(EnvVar.of(variable, mode.get()));
      }
      all.addAll(store.env());
      return all;
    }

    @Override
    public List<Mount> mounts() {
      return store.mounts();
    }

    @Override
    public List<Grant> grants() {
      return store.grants();
    }

    @Override
    public List<Egress> egress() {
      return store.egress();
    }

    @Override
    public List<Text> revisions(Target target) {
      return store.revisions(target);
    }

    @Override
    public void render(Target target, Sink out) {
      store.render(target, out);
      if (mode.isEmpty()) {
        out.notice(
            Notice.warning(
                "hyperscience-storage-mode",
                "Nothing tells Hyperscience which kind of file store it has: the value of "
                    + variable
                    + " is public for S3 only.",
                "Give the vendor's word for this kind of store as storageMode."));
      }
      if (!told) {
        out.notice(
            Notice.warning(
                "hyperscience-store-names",
                "Nothing tells Hyperscience where its file store is: the names of those settings"
                    + " are public for S3 only.",
                "Give the vendor's names for them as names: {fileStore: {…}}."));
      }
    }
  }
}
