package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import dev.slipway.render.Plan;
import dev.slipway.target.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  private static final Manifest NAMESPACE = Plans.object("v1", "Namespace", "", "web");
  private static final Manifest SERVICE = Plans.object("v1", "Service", "web", "web");
  private static final Manifest DEPLOYMENT = Plans.object("apps/v1", "Deployment", "web", "web");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));

  @TempDir Path out;

  @Test
  void anEnvironmentIsAFileForEachObjectAndAKustomization() {
    write(
        Plans.with(
            Plans.of(DEPLOYMENT, NAMESPACE, SERVICE),
            new Document.Cloud("trust.json", Mapping.of("a", Text.of("b"))),
            new Document.Page("hand-off.md", Text.of("# Hand-off\n"))));

    // printf "# Hand-off\\n" | sha256sum
    assertThat(Trees.read(out))
        .containsOnlyKeys(
            "prod/.slipway",
            "prod/cloud/trust.json",
            "prod/cluster/namespace-web.yaml",
            "prod/hand-off.md",
            "prod/kustomization.yaml",
            "prod/namespaces/web/deployment-web.yaml",
            "prod/namespaces/web/service-web.yaml")
        .containsEntry(
            "prod/kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            sortOptions:
              order: fifo
            resources:
            - cluster/namespace-web.yaml
            - namespaces/web/service-web.yaml
            - namespaces/web/deployment-web.yaml
            """)
        .containsEntry(
            "prod/namespaces/web/deployment-web.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: web
            """)
        .containsEntry("prod/cloud/trust.json", "{\n  \"a\": \"b\"\n}\n")
        .containsEntry("prod/hand-off.md", "# Hand-off\n")
        .hasEntrySatisfying(
            "prod/.slipway",
            ledger ->
                assertThat(ledger)
                    .startsWith("# What Slipway wrote here, and may replace or remove.\n")
                    .contains(
                        "a16aae7ee725ebe0b978ee20fabf3acf877727d376df6e8859bbe6aea3d628ce"
                            + "  hand-off.md\n"));
  }

  @Test
  void whereKubectlIsOlderThanKustomize5TheOrderIsOnlyThatOfTheList() {
    new OutputFolder(new DiskFiles(), out, () -> {})
        .write(List.of(OutputTree.of("prod", Plans.of(SERVICE, NAMESPACE), false)));

    assertThat(Trees.read(out).get("prod/kustomization.yaml"))
        .isEqualTo(
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - cluster/namespace-web.yaml
            - namespaces/web/service-web.yaml
            """);
  }

  @Test
  void whatDoesNotChangeIsNotTouched() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Path same = out.resolve("prod/namespaces/web/service-web.yaml");
    Files.setLastModifiedTime(same, LONG_AGO);
    Files.setLastModifiedTime(out.resolve("prod/kustomization.yaml"), LONG_AGO);

    Written written = write(Plans.of(NAMESPACE, SERVICE, DEPLOYMENT));

    assertThat(Files.getLastModifiedTime(same)).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(out.resolve("prod/kustomization.yaml")))
        .isNotEqualTo(LONG_AGO);
    assertThat(written.objects())
        .extracting(Written.ObjectFile::change)
        .containsExactly(Written.Change.UNCHANGED, Written.Change.UNCHANGED, Written.Change.NEW);
    assertThat(written.count(Written.Change.CHANGED)).isEqualTo(1);
  }

  @Test
  void aRunThatChangesNothingTouchesNothing() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Files.setLastModifiedTime(out.resolve("prod"), LONG_AGO);
    Files.setLastModifiedTime(out, LONG_AGO);

    Written written = write(Plans.of(NAMESPACE, SERVICE));

    assertThat(written.count(Written.Change.UNCHANGED)).isEqualTo(3);
    assertThat(Files.getLastModifiedTime(out.resolve("prod"))).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(out)).isEqualTo(LONG_AGO);
  }

  @Test
  void whatIsNoLongerRenderedIsRemovedWithItsEmptyFolder() {
    write(Plans.of(NAMESPACE, SERVICE, DEPLOYMENT));

    Written written = write(Plans.of(NAMESPACE));

    assertThat(Trees.read(out.resolve("prod")))
        .containsOnlyKeys(".slipway", "cluster/namespace-web.yaml", "kustomization.yaml");
    assertThat(written.removed())
        .containsExactly("namespaces/web/deployment-web.yaml", "namespaces/web/service-web.yaml");
  }

  @Test
  void whatSlipwayDidNotWriteStays() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Path prod = out.resolve("prod");
    Files.writeString(prod.resolve("notes.txt"), "mine");
    Files.setLastModifiedTime(prod.resolve("notes.txt"), LONG_AGO);
    Files.writeString(prod.resolve("namespaces/web/extra.yaml"), "mine too");
    Files.createDirectories(prod.resolve("empty/folder"));
    Files.createSymbolicLink(prod.resolve("link"), Path.of("notes.txt"));

    Written written = write(Plans.of(NAMESPACE));

    assertThat(Trees.read(prod))
        .containsOnlyKeys(
            ".slipway",
            "cluster/namespace-web.yaml",
            "empty/folder/",
            "kustomization.yaml",
            "link",
            "namespaces/web/extra.yaml",
            "notes.txt")
        .containsEntry("notes.txt", "mine")
        .containsEntry("link", "-> notes.txt");
    assertThat(Files.getLastModifiedTime(prod.resolve("notes.txt"))).isEqualTo(LONG_AGO);
    assertThat(written.kept())
        .containsExactly("empty/folder", "link", "namespaces/web/extra.yaml", "notes.txt");
    assertThat(written.removed()).containsExactly("namespaces/web/service-web.yaml");
  }

  @Test
  void aFileOfOursThatSomebodyChangedIsReplacedAndTold() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Path changed = out.resolve("prod/namespaces/web/service-web.yaml");
    String original = Files.readString(changed);
    Files.writeString(changed, "by hand");

    Written written = write(Plans.of(NAMESPACE, SERVICE));

    assertThat(changed).hasContent(original.stripTrailing());
    assertThat(written.overwritten()).containsExactly("namespaces/web/service-web.yaml");
  }

  @Test
  void aFileOfOursThatSomebodyChangedIsNotRemoved() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Path changed = out.resolve("prod/namespaces/web/service-web.yaml");
    Files.writeString(changed, "by hand");

    Written written = write(Plans.of(NAMESPACE));

    assertThat(changed).hasContent("by hand");
    assertThat(written.kept()).containsExactly("namespaces/web/service-web.yaml");
  }

  @Test
  void aFileOfOursThatSomebodyRemovedIsWrittenAgain() throws IOException {
    write(Plans.of(NAMESPACE, SERVICE));
    Path removed = out.resolve("prod/namespaces/web/service-web.yaml");
    Files.delete(removed);

    assertThat(write(Plans.of(NAMESPACE, SERVICE)).count(Written.Change.NEW)).isEqualTo(1);
    assertThat(removed).exists();
  }

  @Test
  void somebodyElsesFileInTheWayIsRefusedAndNothingWritten() throws IOException {
    Files.createDirectories(out.resolve("prod"));
    Files.writeString(out.resolve("prod/kustomization.yaml"), "resources: []\n");
    Files.writeString(out.resolve("prod/cluster"), "a file");

    assertThatThrownBy(() -> write(Plans.of(NAMESPACE, SERVICE)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            '%1$s/prod/kustomization.yaml' is in the way, and Slipway did not write it. Move it away, or choose another folder with -o.
            '%1$s/prod/cluster' is in the way, and Slipway did not write it. Move it away, or choose another folder with -o.\
            """
                .formatted(out));
    assertThat(Trees.read(out)).containsOnlyKeys("prod/cluster", "prod/kustomization.yaml");
  }

  @Test
  void aFileThatIsAlreadyAsItShouldBeIsTakenOver() throws IOException {
    write(Plans.of(NAMESPACE));
    Files.delete(out.resolve("prod/.slipway"));

    write(Plans.of(NAMESPACE));

    assertThat(write(Plans.of()).removed()).containsExactly("cluster/namespace-web.yaml");
  }

  @Test
  void aFileWhereTheFolderShouldBeIsRefused() throws IOException {
    Path file = Files.writeString(out.resolve("prod"), "a file");

    assertThatThrownBy(() -> write(Plans.of(NAMESPACE)))
        .hasMessage(
            "'%s' is not a folder, and 'prod' is to be one there. Move it away, or choose another folder with -o."
                .formatted(file));
    assertThat(file).hasContent("a file");
  }

  @Test
  void aFileWhereTheOutputShouldBeIsRefused() throws IOException {
    Path file = Files.writeString(out.resolve("dist"), "a file");

    assertThatThrownBy(() -> write(file, Plans.of(NAMESPACE)))
        .hasMessage(
            "'%s' is not a folder, and the output is to be in one. Move it away, or choose another folder with -o."
                .formatted(file));
    assertThatThrownBy(() -> write(file.resolve("below"), Plans.of(NAMESPACE)))
        .hasMessageContaining("not a directory");
  }

  @Test
  void aLinkToAFolderStaysALink() throws IOException {
    Path real = Files.createDirectory(out.resolve("elsewhere"));
    Files.createSymbolicLink(out.resolve("prod"), real);

    write(Plans.of(NAMESPACE));

    assertThat(out.resolve("prod")).isSymbolicLink();
    assertThat(real.resolve("kustomization.yaml")).exists();
  }

  @Test
  void theFoldersPermissionsStay() throws IOException {
    write(Plans.of(NAMESPACE));
    Files.setPosixFilePermissions(
        out.resolve("prod"), PosixFilePermissions.fromString("rwxrwx---"));

    write(Plans.of(NAMESPACE, SERVICE));

    assertThat(Files.getPosixFilePermissions(out.resolve("prod")))
        .isEqualTo(PosixFilePermissions.fromString("rwxrwx---"));
  }

  @Test
  void aLedgerCannotNameAFileOutsideOfItsFolder() throws IOException {
    Path outside = Files.writeString(out.resolve("outside.txt"), "mine");
    write(Plans.of(NAMESPACE, SERVICE));
    Path ledger = out.resolve("prod/.slipway");
    // printf mine | sha256sum
    String digest = "3fd30542fe3f61b14bd4a4b2dc0b6fb30fa6f63ebce52dd1778aaa8c4dc02cff";
    Files.writeString(
        ledger,
        Files.readString(ledger) + digest + "  ../outside.txt\n" + digest + "  " + outside + "\n");

    write(Plans.of(NAMESPACE));

    assertThat(outside).hasContent("mine");
  }

  @Test
  void anEnvironmentCannotLeaveTheOutput() {
    for (String name : List.of("..", "../x", "a/b", "/etc", "", ".hidden", "a\\b", "nul")) {
      assertThatThrownBy(() -> OutputTree.of(name, Plans.of(NAMESPACE), true))
          .as(name)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("The environment's name '" + name + "' ");
    }
  }

  @Test
  void aDocumentCannotLeaveTheFolderOrReplaceAnother() {
    for (String name : List.of("../x.json", "a/b.json", "", ".slipway", "con.md", "cluster")) {
      assertThatThrownBy(
              () ->
                  OutputTree.of(
                      "prod",
                      Plans.with(Plans.of(NAMESPACE), new Document.Page(name, Text.of("x"))),
                      true))
          .as(name)
          .hasMessageStartingWith("The document '" + name + "' has a name that");
    }
    assertThatThrownBy(
            () ->
                OutputTree.of(
                    "prod",
                    Plans.with(
                        Plans.of(NAMESPACE), new Document.Page("Kustomization.yaml", Text.of("x"))),
                    true))
        .hasMessageStartingWith("There are two files 'Kustomization.yaml'.");
  }

  @Test
  void aDocumentHoldsNoSecret() {
    Plan plan =
        Plans.with(
            Plans.of(NAMESPACE),
            new Document.Page("notes.md", Text.join(Text.of("key "), Text.secret("s3cr3t"))));

    assertThatThrownBy(() -> OutputTree.of("prod", plan, true))
        .hasMessage(
            "The document 'notes.md' has a secret in it, and may be read by many. Put the secret"
                + " into a Secret and refer to its key.");
  }

  private Written write(Plan plan) {
    return write(out, plan);
  }

  private static Written write(Path out, Plan plan) {
    return new OutputFolder(new DiskFiles(), out, () -> {})
        .write(List.of(OutputTree.of("prod", plan, true)))
        .get(0);
  }
}
