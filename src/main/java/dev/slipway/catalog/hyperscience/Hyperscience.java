package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.ServiceAccount;
import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import dev.slipway.network.Ingress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Hyperscience Platform on a cluster with a platform and a trainer node group.
 *
 * <p>Two ways to have it: with images, the platform, its trainers and its operator are declared
 * here; without, only what they stand on is (namespace, secrets, accounts, policies), and a
 * hand-off sheet has the facts that the values of the vendor's chart ask for.
 *
 * <p>It needs, and does not install, a PostgreSQL database of version 14, 15 or 16, and a file
 * store: S3, Google Cloud Storage, Azure Blob or a volume that many nodes can write.
 */
public final class Hyperscience {
  static final String SOFTWARE = "hyperscience";
  private static final int OLDEST_POSTGRES = 14;
  private static final int NEWEST_POSTGRES = 16;
  private static final int REPOSITORIES = 4;

  private final Builder parts;

  private Hyperscience(Builder parts) {
    this.parts = parts;
  }

  /** An installation of a name, in the namespace of that name unless another is given. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public String name() {
    return parts.name;
  }

  public Optional<String> version() {
    return Optional.ofNullable(parts.version);
  }

  public Database database() {
    return parts.required(parts.database);
  }

  public ObjectStore fileStore() {
    return parts.required(parts.fileStore);
  }

  public ImageRegistry registry() {
    return parts.required(parts.registry);
  }

  /** The platform, or nothing where only the prerequisites are declared. */
  public Optional<Platform> platform() {
    return Optional.ofNullable(parts.platform);
  }

  public List<Trainer> trainers() {
    return parts.trainers;
  }

  public Optional<Operator> operator() {
    return Optional.ofNullable(parts.operator);
  }

  public Blocks blocks() {
    return parts.blocks;
  }

  public Optional<Identity> identity() {
    return Optional.ofNullable(parts.identity);
  }

  public Optional<Ingress> ingress() {
    return Optional.ofNullable(parts.ingress);
  }

  public String platformGroup() {
    return parts.platformGroup;
  }

  public String trainerGroup() {
    return parts.trainerGroup;
  }

  /** The word by which Hyperscience knows the kind of its file store, where one is given. */
  public Optional<String> storageMode() {
    return Optional.ofNullable(parts.storageMode);
  }

  public SettingNames names() {
    return parts.names;
  }

  /** Whether only what Hyperscience stands on is declared, for the vendor's chart to run there. */
  public boolean prerequisitesOnly() {
    return parts.platform == null;
  }

  /** Who the platform's pods and the blocks are. */
  ServiceAccount platformAccount() {
    ServiceAccount account = ServiceAccount.of("platform");
    return identity().map(account::identity).orElse(account);
  }

  /** The application, to be rendered for a cluster or put into an environment. */
  public Application application() {
    Application.Builder application =
        Application.builder(parts.name)
            .software(SOFTWARE)
            .namespace(parts.namespace)
            .dedicatedNamespace();
    version().ifPresent(application::version);
    if (parts.exactSecurity) {
      application.exactSecurity();
    }
    new Workloads(this).addTo(application);
    new Prerequisites(this).addTo(application);
    return application.with(new Demands(this)).with(new HandOff(this)).build();
  }

  /** Collects what an installation is made of. */
  public static final class Builder {
    private final String name;
    private String namespace;
    private @Nullable String version;
    private @Nullable Database database;
    private @Nullable ObjectStore fileStore;
    private @Nullable ImageRegistry registry;
    private @Nullable Identity identity;
    private @Nullable Platform platform;
    private List<Trainer> trainers = new ArrayList<>();
    private @Nullable Operator operator;
    private Blocks blocks = Blocks.NONE;
    private @Nullable Ingress ingress;
    private String platformGroup = "platform";
    private String trainerGroup = "trainer";
    private SettingNames names = SettingNames.DEFAULT;
    private @Nullable String storageMode;
    private boolean exactSecurity;

    private Builder(String name) {
      this.name = name;
      namespace = name;
    }

    public Builder namespace(String in) {
      namespace = in;
      return this;
    }

    /** Hyperscience's version, such as {@code 40.1.2}; it decides the name of the storage mode. */
    public Builder version(String installed) {
      version = installed;
      return this;
    }

    /** The PostgreSQL database: version 14, 15 or 16. */
    public Builder database(Database postgres) {
      database = postgres;
      return this;
    }

    /** Where its files are kept; its pods and the blocks read and write there. */
    public Builder fileStore(ObjectStore store) {
      fileStore = store;
      return this;
    }

    /** The internal registry with the four repositories that its images were copied to. */
    public Builder registry(ImageRegistry internal) {
      registry = internal;
      return this;
    }

    /** Who its pods are to the cloud that keeps the file store. */
    public Builder identity(Identity whom) {
      identity = whom;
      return this;
    }

    /** Declares the workloads here; without it, only the prerequisites are. */
    public Builder platform(Platform part) {
      platform = part;
      return this;
    }

    /** Adds a trainer; two of different versions may stand side by side before an upgrade. */
    public Builder trainer(Trainer part) {
      trainers.add(part);
      return this;
    }

    public Builder operator(Operator part) {
      operator = part;
      return this;
    }

    /** What the operator will start: images to copy, and room to keep for it. */
    public Builder blocks(Blocks expected) {
      blocks = expected;
      return this;
    }

    /** The only way in from outside the cluster; there is none where none is given. */
    public Builder ingress(Ingress way) {
      ingress = way;
      return this;
    }

    /** The node groups' names in the cluster, where they are not platform and trainer. */
    public Builder nodeGroups(String forPlatform, String forTrainer) {
      platformGroup = forPlatform;
      trainerGroup = forTrainer;
      return this;
    }

    /**
     * Has a policy let pods of the namespace add the capabilities SETUID and SETGID and no others,
     * which the baseline level alone would not refuse (Kubernetes 1.30).
     */
    public Builder exactSecurity() {
      exactSecurity = true;
      return this;
    }

    /** The word for the kind of file store; the vendor publishes those for S3 only. */
    public Builder storageMode(String word) {
      storageMode = word;
      return this;
    }

    /** The names of its settings, where they are not those of its public documentation. */
    public Builder names(SettingNames others) {
      names = others;
      return this;
    }

    /**
     * The installation.
     *
     * @throws dev.slipway.manifest.InvalidInputException with everything that is wrong with it
     */
    public Hyperscience build() {
      Problems problems = new Problems();
      checkNeeds(problems);
      checkParts(problems);
      problems.throwIfAny("application '" + name + "'");
      trainers = List.copyOf(trainers);
      return new Hyperscience(this);
    }

    /**
     * What was given, whatever is wrong with it: for finding what else is. Database, file store and
     * registry must be there.
     */
    public Hyperscience unchecked() {
      return new Hyperscience(this);
    }

    private void checkNeeds(Problems problems) {
      if (database == null) {
        problems.add(
            "It has no database.",
            "Declare a PostgreSQL database of version 14, 15 or 16.",
            "database");
      } else {
        Postgres.check(database, OLDEST_POSTGRES, NEWEST_POSTGRES, problems);
      }
      if (fileStore == null) {
        problems.add(
            "It has no file store.",
            "Declare S3, Google Cloud Storage, Azure Blob or a volume that many nodes can write.",
            "fileStore");
      } else {
        FileStores.check(fileStore, problems);
      }
      if (registry == null) {
        problems.add(
            "It has no image registry.",
            "Declare the internal registry that the images were copied to.",
            "registry");
      } else if (registry.repositories().size() != REPOSITORIES) {
        problems.add(
            "Its registry has %s repositories, and Hyperscience needs %s."
                .formatted(registry.repositories().size(), REPOSITORIES),
            "Name the four repositories that the images were copied to.",
            "registry.repositories");
      }
    }

    private void checkImages(Problems problems) {
      ImageRegistry known = registry;
      if (known == null) {
        return;
      }
      for (int i = 0; i < blocks.images().size(); i++) {
        check(known, blocks.images().get(i), FieldPath.of("blocks", "images").index(i), problems);
      }
      if (platform != null) {
        check(known, platform.image(), FieldPath.of("platform", "image"), problems);
      }
      if (operator != null) {
        check(known, operator.image(), FieldPath.of("operator", "image"), problems);
      }
      for (int i = 0; i < trainers.size(); i++) {
        FieldPath field = FieldPath.of("trainers").index(i).key("image");
        check(known, trainers.get(i).image(), field, problems);
      }
    }

    private static void check(
        ImageRegistry known, String image, FieldPath field, Problems problems) {
      Problems found = new Problems();
      found.collect(() -> Images.of(known, image));
      found
          .all()
          .forEach(
              problem ->
                  problems.add(
                      problem.about(List.of(field, FieldPath.of("registry", "repositories")))));
    }

    private void checkParts(Problems problems) {
      checkImages(problems);
      if (platform == null) {
        if (operator != null || !trainers.isEmpty() || ingress != null) {
          problems.add(
              "It has a trainer, an operator or an ingress and no platform.",
              "Give the platform's image, or leave them out for the prerequisites only.",
              "trainers",
              "operator",
              "ingress",
              "platform");
        }
        return;
      }
      if (trainers.isEmpty()) {
        problems.add("It has no trainer.", "Give the trainer's image.", "trainers");
      }
      if (operator == null) {
        problems.add("It has no operator.", "Give the HyperOperator's image.", "operator");
      }
      Set<String> workloads = new HashSet<>();
      for (int i = 0; i < trainers.size(); i++) {
        if (!workloads.add(trainers.get(i).workload())) {
          FieldPath trainer = FieldPath.of("trainers").index(i);
          problems.add(
              Problem.of(
                      "Two trainers are '" + trainers.get(i).workload() + "'.",
                      "Give each a version of its own.")
                  .about(List.of(trainer.key("version"))));
        }
      }
    }

    private <T> T required(@Nullable T part) {
      return java.util.Objects.requireNonNull(part, "checked by build()");
    }
  }
}
