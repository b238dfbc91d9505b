package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Quantity;
import dev.slipway.pod.ClaimSpec;
import dev.slipway.pod.ClaimSpec.AccessMode;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes at paths of a container, in a file. Each entry is a mount and says what it mounts. */
public final class VolumeNotation {
  private static final Field<String> NAME =
      Field.optional(
              "name", Type.string().of(Format.DNS_LABEL), "The volume's name within its pod.")
          .byDefaultIs("the name of what is mounted")
          .example("data");
  private static final Field<String> PATH =
      Field.required("path", Type.string(), "The absolute path in the container.").example("/data");
  private static final Field<Boolean> READ_ONLY =
      Field.optional("readOnly", Type.bool(), "Whether the container may only read it.")
          .byDefaultIs("true for ConfigMaps, Secrets and projected volumes, false for others")
          .example("true");
  private static final Field<String> SUB_PATH =
      Field.optional(
              "subPath",
              Type.string(),
              "The file or folder of the volume to mount. Later changes of a ConfigMap or Secret do"
                  + " not reach such a mount.")
          .example("server.conf");
  private static final Field<Map<String, String>> ITEMS =
      Field.optional(
              "items",
              Type.mapOf(Format.DATA_KEY, Type.string()),
              "File names by key; every key under its own name where left out.")
          .example("{tls.crt: server.crt}");

  private static final Field<String> CONFIG =
      Field.required("config", Type.string(), "The ConfigMap whose keys are files.")
          .example("shop-config");
  private static final Field<String> SECRET =
      Field.required("secret", Type.string(), "The Secret whose keys are files.")
          .example("shop-tls");
  private static final Field<Quantity> SCRATCH =
      Field.required("scratch", Type.bytes(), "The size of an empty folder that goes with the pod.")
          .example("1Gi");
  private static final Field<Boolean> IN_MEMORY =
      Field.optional(
              "inMemory", Type.bool(), "Whether it is memory, which counts against the limits.")
          .byDefault(false)
          .example("true");
  private static final Field<String> CLAIM =
      Field.required("claim", Type.string(), "A PersistentVolumeClaim, by name.").example("data");
  private static final Field<Quantity> SIZE =
      Field.optional(
              "size", Type.bytes(), "The size of the claim, where it comes with the workload.")
          .byDefaultIs("the claim is there already")
          .example("10Gi");
  private static final Field<String> PER_POD =
      Field.required("perPod", Type.string(), "A claim for each pod of a StatefulSet, by name.")
          .example("data");
  private static final Field<Quantity> PER_POD_SIZE =
      Field.required("size", Type.bytes(), "The size of each claim.").example("10Gi");
  private static final Field<String> STORAGE_CLASS =
      Field.optional("storageClass", Type.string(), "The claim's storage class.")
          .byDefaultIs("the cluster's default class")
          .example("fast");
  private static final Field<AccessMode> ACCESS_MODE =
      Field.optional("accessMode", accessMode(), "Who may mount the volume at a time.")
          .byDefault(AccessMode.READ_WRITE_ONCE)
          .example("ReadWriteMany");
  private static final Field<List<Mapping>> PROJECTED =
      Field.required(
              "projected",
              Type.someOf(Type.mapping()),
              "Several sources in one folder, as Kubernetes writes them.")
          .example("[{serviceAccountToken: {path: token, audience: vault}}]");
  private static final Field<String> CSI =
      Field.required("csi", Type.string(), "The CSI driver that makes the volume.")
          .example("secrets-store.csi.k8s.io");
  private static final Field<Map<String, String>> ATTRIBUTES =
      Field.optional(
              "attributes", Type.mapOf(Format.ANY_KEY, Type.string()), "What the driver is told.")
          .example("{secretProviderClass: shop}");

  private static final Definition<Mount> OF_CONFIG =
      Definition.of("mount of a ConfigMap", "A ConfigMap's keys as files.")
          .fields(CONFIG, PATH, NAME, READ_ONLY, SUB_PATH, ITEMS)
          .building(
              g ->
                  mount(
                      g,
                      new Volume.Config(
                          g.get(NAME, g.get(CONFIG)), g.get(CONFIG), g.get(ITEMS, Map.of())),
                      true));
  private static final Definition<Mount> OF_SECRET =
      Definition.of("mount of a Secret", "A Secret's keys as files.")
          .fields(SECRET, PATH, NAME, READ_ONLY, SUB_PATH, ITEMS)
          .building(
              g ->
                  mount(
                      g,
                      new Volume.Secret(
                          g.get(NAME, g.get(SECRET)), g.get(SECRET), g.get(ITEMS, Map.of())),
                      true));
  private static final Definition<Mount> OF_SCRATCH =
      Definition.of("mount of scratch space", "An empty folder on the node.")
          .fields(SCRATCH, PATH, NAME, READ_ONLY, SUB_PATH, IN_MEMORY)
          .building(
              g ->
                  mount(
                      g,
                      new Volume.Scratch(
                          g.get(NAME, "scratch"), Optional.of(g.get(SCRATCH)), g.get(IN_MEMORY)),
                      false));
  private static final Definition<Mount> OF_CLAIM =
      Definition.of("mount of a claim", "A PersistentVolumeClaim.")
          .fields(CLAIM, PATH, NAME, READ_ONLY, SUB_PATH, SIZE, STORAGE_CLASS, ACCESS_MODE)
          .building(
              g ->
                  mount(
                      g,
                      new Volume.Claim(
                          g.get(NAME, g.get(CLAIM)),
                          g.get(CLAIM),
                          g.find(SIZE)
                              .map(
                                  size ->
                                      new ClaimSpec(
                                          g.get(CLAIM),
                                          g.get(ACCESS_MODE),
                                          g.find(STORAGE_CLASS),
                                          size))),
                      false));
  private static final Definition<Mount> OF_PER_POD =
      Definition.of("mount of a claim for each pod", "A claim for each pod of a StatefulSet.")
          .fields(PER_POD, PATH, PER_POD_SIZE, STORAGE_CLASS, ACCESS_MODE, READ_ONLY, SUB_PATH)
          .building(
              g ->
                  mount(
                      g,
                      Volume.perPod(
                          new ClaimSpec(
                              g.get(PER_POD),
                              g.get(ACCESS_MODE),
                              g.find(STORAGE_CLASS),
                              g.get(PER_POD_SIZE))),
                      false));
  private static final Definition<Mount> OF_PROJECTED =
      Definition.of("mount of a projected volume", "Several sources in one folder.")
          .fields(PROJECTED, PATH, NAME, READ_ONLY, SUB_PATH)
          .building(
              g ->
                  mount(g, new Volume.Projected(g.get(NAME, "projected"), g.get(PROJECTED)), true));
  private static final Definition<Mount> OF_CSI =
      Definition.of("mount of a CSI volume", "A volume that a CSI driver makes for the pod.")
          .fields(CSI, PATH, NAME, READ_ONLY, SUB_PATH, ATTRIBUTES)
          .building(
              g ->
                  mount(
                      g,
                      new Volume.Csi(
                          g.get(NAME, "csi"), g.get(CSI), true, g.get(ATTRIBUTES, Map.of())),
                      true));

  private VolumeNotation() {}

  public static Type<Mount> type() {
    return Type.variant(
        "mount",
        Variant.of("config", OF_CONFIG),
        Variant.of("secret", OF_SECRET),
        Variant.of("scratch", OF_SCRATCH),
        Variant.of("claim", OF_CLAIM),
        Variant.of("perPod", OF_PER_POD),
        Variant.of("projected", OF_PROJECTED),
        Variant.of("csi", OF_CSI));
  }

  /** Who may mount a volume at a time, in Kubernetes' own words. */
  public static Type<AccessMode> accessMode() {
    return Type.oneOf(
        Arrays.stream(AccessMode.values())
            .map(mode -> Choice.of(mode.kubernetes(), mode, doc(mode)))
            .toList());
  }

  private static String doc(AccessMode mode) {
    return switch (mode) {
      case READ_WRITE_ONCE -> "the pods of one node";
      case READ_WRITE_ONCE_POD -> "one pod in the whole cluster";
      case READ_WRITE_MANY -> "pods of any number of nodes";
      case READ_ONLY_MANY -> "pods of any number of nodes, none of which writes";
    };
  }

  private static Mount mount(
      dev.slipway.definition.Given given, Volume volume, boolean readOnlyByDefault) {
    return new Mount(
        volume, given.get(PATH), given.get(READ_ONLY, readOnlyByDefault), given.find(SUB_PATH));
  }
}
