package dev.slipway.catalog.hyperscience;

import dev.slipway.app.Application;
import dev.slipway.app.RbacRule;
import dev.slipway.app.ServiceAccount;
import dev.slipway.backing.Database;
import dev.slipway.backing.ImageRegistry;
import dev.slipway.backing.ObjectStore;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.FieldPath;
import dev.slipway.network.Ingress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    return required(parts.database);
  }

  public ObjectStore fileStore() {
    return required(parts.fileStore);
  }

  public ImageRegistry registry() {
    return required(parts.registry);
  }

  /** The platform, or nothing where only the prerequisites are declared. */
  public Optional<Platform> platform() {
    return Optional.ofNullable(parts.platform);
  }

  public List<Trainer> trainers() {
    return parts.trainers;
  }

  public Optional<HyperOperator> operator() {
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

  /** Whether a policy pins the capabilities that pods may add. */
  boolean exactSecurity() {
    return parts.exactSecurity;
  }

  /** Whether only what Hyperscience stands on is declared, for the vendor's chart to run there. */
  public boolean prerequisitesOnly() {
    return parts.platform == null;
  }

  /** What is known of the vendor's chart, where that is what runs here. */
  public Optional<VendorChart> chart() {
    return Optional.ofNullable(parts.chart);
  }

  /** The rights of the operator, whoever starts it. */
  List<RbacRule> operatorRules() {
    return operator().map(HyperOperator::rules).orElse(HyperOperator.DEFAULT_RULES);
  }

  /** Every image that is known to be pulled, repository and tag, each once. */
  List<String> images() {
    return parts.images().values().stream().distinct().toList();
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
    if (version().isPresent()) {
      application.version(version().get());
    }
    if (parts.exactSecurity) {
      application.exactSecurity();
    }
    new Workloads(this).addTo(application);
    new Prerequisites(this).addTo(application);
    return application.with(new Demands(this)).build();
  }

  private static <T> T required(@Nullable T part) {
    return Objects.requireNonNull(part, "checked by build()");
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
    private @Nullable HyperOperator operator;
    private Blocks blocks = Blocks.NONE;
    private @Nullable Ingress ingress;
    private @Nullable VendorChart chart;
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

    /** The HyperOperator; without a platform, the rights that the chart's operator is to have. */
    public Builder operator(HyperOperator part) {
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

    /** What is known of the vendor's chart, where only the prerequisites are declared. */
    public Builder chart(VendorChart known) {
      chart = known;
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
      new HyperscienceChecks()
          .database(database)
          .fileStore(fileStore)
          .registry(registry)
          .images(registry, images())
          .parts(platform, trainers, operator)
          .chart(platform, ingress, chart)
          .throwIfAny("application '" + name + "'");
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

    /** The images that the registry must have, by the fields that name them. */
    private Map<FieldPath, String> images() {
      Map<FieldPath, String> images = new LinkedHashMap<>();
      Optional.ofNullable(platform)
          .map(Platform::image)
          .ifPresent(image -> images.put(FieldPath.of("platform", "image"), image));
      for (int i = 0; i < trainers.size(); i++) {
        images.put(FieldPath.of("trainers").index(i).key("image"), trainers.get(i).image());
      }
      Optional.ofNullable(operator)
          .flatMap(HyperOperator::image)
          .ifPresent(image -> images.put(FieldPath.of("operator", "image"), image));
      for (int i = 0; i < blocks.images().size(); i++) {
        images.put(FieldPath.of("blocks", "images").index(i), blocks.images().get(i));
      }
      return images;
    }
  }
}
