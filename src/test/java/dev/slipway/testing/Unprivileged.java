package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs programs as somebody whom permissions bind, whoever runs the tests: the administrator, as CI
 * often is, may read and write everything.
 */
public final class Unprivileged {
  private static final String NOBODY = "65534";
  private static final boolean ADMINISTRATOR =
      System.getProperty("user.name").equals("root") && Files.isWritable(Path.of("/etc/passwd"));

  private Unprivileged() {}

  /** The command, as somebody who is not the administrator. */
  public static List<String> command(List<String> command) {
    if (!ADMINISTRATOR) {
      return command;
    }
    assertThat(Path.of("/usr/bin/setpriv"))
        .as("the program by which the administrator becomes somebody else (util-linux)")
        .isExecutable();
    List<String> whole =
        new ArrayList<>(
            List.of(
                "/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
    whole.addAll(command);
    return whole;
  }

  /** Gives a folder and what is in it to whom {@link #command} runs as. */
  public static void give(Path folder) throws IOException {
    if (!ADMINISTRATOR) {
      return;
    }
    UserPrincipal nobody =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(at, nobody);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
              throws IOException {
            Files.setOwner(at, nobody);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Lets everybody into a folder of the tests, to what they may read there. */
  public static void enter(Path folder) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    permissions.addAll(
        Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE));
    Files.setPosixFilePermissions(folder, permissions);
  }
}
