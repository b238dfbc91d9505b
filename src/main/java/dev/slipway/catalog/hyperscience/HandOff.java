package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.ImageRegistry;
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
record HandOff(Hyperscience system, OthersPods others) implements Renderable {
  @Override
  public void render(Target target, Sink out) {
    out.document(new Document.Page(system.name() + "-hand-off.md", sheet(target)));
  }

  private Text sheet(Target target) {
    Sheet sheet = new Sheet();
    sheet
        .line(
            "# " + system.name() + ": ",
            Text.of(
                system.prerequisitesOnly()
                    ? "what the values.yaml of the vendor's chart asks for"
                    : "what it uses, and what its blocks need"))
        .blank()
        .line("Namespace: ", Sheet.code(target.namespace()));
    database(sheet, system.database());
    sheet
        .section("File store")
        .line("- ", system.fileStore().described())
        .line("- It must never expire current versions of files; what was deleted may go.");
    images(sheet);
    accounts(sheet, target);
    others.tell(sheet, target);
    if (system.prerequisitesOnly()) {
      network(sheet);
    }
    sheet.section("Nodes");
    nodes(sheet, target, "Platform and blocks", system.platformGroup());
    nodes(sheet, target, "Trainer", system.trainerGroup());
    if (system.blocks().needsRoom()) {
      sheet.line("- Room kept for blocks on the platform nodes together: ", Text.of(room()));
    }
    return sheet.text();
  }

  private static void database(Sheet sheet, Database database) {
    sheet.section("Database").line("- Engine: ", Text.of(database.toString()));
    fact(sheet, "Endpoint", database, DatabaseSetting.HOST);
    fact(sheet, "Port", database, DatabaseSetting.PORT);
    fact(sheet, "Name", database, DatabaseSetting.NAME);
    fact(sheet, "User", database, DatabaseSetting.USER);
    fact(sheet, "Password", database, DatabaseSetting.PASSWORD);
  }

  /** Where images come from, and what somebody must have copied there before anything starts. */
  private void images(Sheet sheet) {
    ImageRegistry registry = system.registry();
    sheet.section("Images").line("- Registry: ", registry.kind().host());
    registry.repositoryNames().forEach(name -> sheet.line("- Repository: ", name));
    registry.imagePullSecrets().forEach(name -> sheet.line("- Pull secret: ", Sheet.code(name)));
    for (String image : system.images()) {
      sheet.line("- Image to copy: ", Images.of(registry, image).reference());
    }
    if (system.prerequisitesOnly()) {
      sheet.line("- The images of the platform, the trainer and the operator are the vendor's.");
    }
  }

  /** Who pods are, and what the operator must put on those of blocks for them to be that. */
  private void accounts(Sheet sheet, Target target) {
    Text platform = Sheet.code(target.naming().of("platform"));
    sheet
        .section("Service accounts")
        .line("- Platform and blocks: ", platform)
        .line("- Trainer: ", Sheet.code(target.naming().of("trainer")))
        .line("- HyperOperator: ", Sheet.code(target.naming().of("operator")))
        .blank()
        .line(
            "Blocks read and write the file store: the HyperOperator must give their pods the"
                + " service account ",
            platform,
            Text.of(labels()));
    if (system.prerequisitesOnly()) {
      sheet.line(
          "The accounts are there already: have the chart use them, and make none of its own.");
    }
  }

  private String room() {
    Blocks blocks = system.blocks();
    return "%s cores, %s of memory, %s pods"
        .formatted(blocks.cpu(), blocks.memory(), blocks.pods());
  }

  private String labels() {
    return system.identity().map(Identity::podLabels).filter(labels -> !labels.isEmpty()).stream()
        .map(labels -> " and the label " + pairs(new TreeMap<>(labels)) + ".")
        .findFirst()
        .orElse(".");
  }

  private void network(Sheet sheet) {
    VendorChart chart = system.chart().orElse(VendorChart.UNKNOWN);
    sheet.section("Network");
    chart
        .ingressFrom()
        .ifPresentOrElse(
            labels ->
                sheet.line(
                    "- Only pods of namespaces with ",
                    Text.of(pairs(new TreeMap<>(labels))),
                    Text.of(
                        " reach "
                            + (chart.platformPods().isEmpty() ? "pods" : "the platform's pods")
                            + " from outside of the namespace.")),
            () ->
                sheet.line(
                    "- Nobody reaches a pod from outside of the namespace, an Ingress of the"
                        + " chart's included. Say where its controller is with"
                        + " `chart: {ingressFrom: …}`."));
    if (!chart.platformPods().isEmpty()) {
      sheet.line(
          "- The platform's pods must carry ",
          Text.of(pairs(new TreeMap<>(chart.platformPods())) + ", and no others may."));
    }
    sheet.line(
        chart.trainerPods().isEmpty()
            ? "- The trainer's pods reach all that the platform's do: nothing tells which they are."
            : "- The trainer's pods must carry "
                + pairs(new TreeMap<>(chart.trainerPods()))
                + "; they reach the platform and nothing else.");
  }

  private static void nodes(Sheet sheet, Target target, String who, String groupName) {
    NodeGroup group = target.cluster().nodeGroup(groupName);
    sheet.line("- " + who + ": nodeSelector ", Text.of(pairs(new TreeMap<>(group.labels()))));
    group
        .taints()
        .forEach(
            taint ->
                sheet.line(
                    "  - tolerates ",
                    Sheet.code(
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

  private static void fact(Sheet sheet, String what, Database database, DatabaseSetting setting) {
    sheet.line(
        "- " + what + ": ",
        database.setting(setting).map(SettingValue::described).orElse(Text.of("not said")));
  }
}
