package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.SettingValue;
import dev.slipway.cluster.NodeGroup;
import dev.slipway.identity.Identity;
import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The sheet with the facts that the values of the vendor's chart ask for. */
record HandOff(Hyperscience system) implements Renderable {
  @Override
  public void render(Target target, Sink out) {
    out.document(new Document.Page(system.name() + "-hand-off.md", Text.join(sheet(target))));
  }

  private List<Text> sheet(Target target) {
    List<Text> lines = new ArrayList<>();
    line(
        lines,
        "# " + system.name() + ": ",
        Text.of(
            system.prerequisitesOnly()
                ? "what the values.yaml of the vendor's chart asks for"
                : "what it uses, and what its blocks need"));
    blank(lines);
    line(lines, "Namespace: ", code(target.namespace()));
    section(lines, "Database");
    Database database = system.database();
    line(lines, "- Engine: ", Text.of(database.toString()));
    fact(lines, "Endpoint", database, DatabaseSetting.HOST);
    fact(lines, "Port", database, DatabaseSetting.PORT);
    fact(lines, "Name", database, DatabaseSetting.NAME);
    fact(lines, "User", database, DatabaseSetting.USER);
    fact(lines, "Password", database, DatabaseSetting.PASSWORD);
    section(lines, "File store");
    line(lines, "- ", system.fileStore().described());
    line(lines, "- It must never expire current versions of files; what was deleted may go.");
    section(lines, "Images");
    line(lines, "- Registry: ", system.registry().kind().host());
    system.registry().repositoryNames().forEach(name -> line(lines, "- Repository: ", name));
    system.registry().imagePullSecrets().forEach(s -> line(lines, "- Pull secret: ", code(s)));
    imagesToCopy(lines);
    section(lines, "Service accounts");
    line(lines, "- Platform and blocks: ", code(target.naming().of("platform")));
    line(lines, "- Trainer: ", code(target.naming().of("trainer")));
    line(lines, "- HyperOperator: ", code(target.naming().of("operator")));
    blocks(lines, target);
    section(lines, "Nodes");
    nodes(lines, target, "Platform and blocks", system.platformGroup());
    nodes(lines, target, "Trainer", system.trainerGroup());
    if (system.blocks().needsRoom()) {
      line(lines, "- Room kept for blocks on the platform nodes together: ", Text.of(room()));
    }
    return lines;
  }

  /** What somebody must have copied to the registry before anything can start. */
  private void imagesToCopy(List<Text> lines) {
    List<String> images = new ArrayList<>();
    system.platform().ifPresent(platform -> images.add(platform.image()));
    system.trainers().forEach(trainer -> images.add(trainer.image()));
    system.operator().ifPresent(operator -> images.add(operator.image()));
    images.addAll(system.blocks().images());
    images.stream()
        .distinct()
        .forEach(
            image ->
                line(lines, "- Image to copy: ", Images.of(system.registry(), image).reference()));
    if (system.prerequisitesOnly()) {
      line(lines, "- The images of the platform, the trainer and the operator are the vendor's.");
    }
  }

  private String room() {
    Blocks blocks = system.blocks();
    return "%s cores, %s of memory, %s pods"
        .formatted(blocks.cpu(), blocks.memory(), blocks.pods());
  }

  /** What the operator must put on the pods of blocks for them to reach the file store. */
  private void blocks(List<Text> lines, Target target) {
    blank(lines);
    line(
        lines,
        "Blocks read and write the file store: the HyperOperator must give their pods the service"
            + " account ",
        code(target.naming().of("platform")),
        Text.of(labels()));
  }

  private String labels() {
    return system.identity().map(Identity::podLabels).filter(labels -> !labels.isEmpty()).stream()
        .map(labels -> " and the label " + pairs(new TreeMap<>(labels)) + ".")
        .findFirst()
        .orElse(".");
  }

  private static void nodes(List<Text> lines, Target target, String who, String groupName) {
    NodeGroup group = target.cluster().nodeGroup(groupName);
    line(lines, "- " + who + ": nodeSelector ", Text.of(pairs(new TreeMap<>(group.labels()))));
    group
        .taints()
        .forEach(
            taint ->
                line(
                    lines,
                    "  - tolerates ",
                    code(
                        taint.key()
                            + (taint.value().isEmpty() ? "" : "=" + taint.value())
                            + ":"
                            + taint.effect().kubernetes())));
  }

  private static String pairs(TreeMap<String, String> labels) {
    List<String> pairs = new ArrayList<>();
    labels.forEach((key, value) -> pairs.add("`" + key + ": " + value + "`"));
    return String.join(", ", pairs);
  }

  private static void fact(
      List<Text> lines, String what, Database database, DatabaseSetting setting) {
    line(
        lines,
        "- " + what + ": ",
        database.setting(setting).map(SettingValue::described).orElse(Text.of("not said")));
  }

  private static Text code(String value) {
    return Text.of("`" + value + "`");
  }

  private static void section(List<Text> lines, String title) {
    blank(lines);
    line(lines, "## " + title);
    blank(lines);
  }

  private static void blank(List<Text> lines) {
    lines.add(Text.of("\n"));
  }

  private static void line(List<Text> lines, String before, Text... after) {
    lines.add(Text.of(before));
    lines.addAll(List.of(after));
    blank(lines);
  }
}
