package dev.slipway.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Writes files where none were before, all of them or none. */
public final class NewFiles {
  private final FileOps disk;
  private final Deque<Path> made = new ArrayDeque<>();

  private NewFiles(FileOps disk) {
    this.disk = disk;
  }

  /**
   * Writes files below a folder, which need not be there.
   *
   * @param files their contents, by path below the folder
   * @throws InvalidInputException if one is there already, or cannot be written; then nothing is
   */
  public static void write(FileOps disk, Path folder, Map<String, String> files) {
    NewFiles written = new NewFiles(disk);
    try {
      written.refuseWhatIsThere(folder, files);
      for (Map.Entry<String, String> file : files.entrySet()) {
        written.write(folder.resolve(file.getKey()), file.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      written.undo();
      throw new InvalidInputException(WriteProblems.ofWriting(folder, e));
    }
  }

  private void refuseWhatIsThere(Path folder, Map<String, String> files) throws IOException {
    Problems problems = new Problems();
    FileOps.Kind kind = disk.kind(disk.followed(folder));
    if (kind != FileOps.Kind.FOLDER && kind != FileOps.Kind.ABSENT) {
      problems.add("'" + folder + "' is not a folder.", "Name another one.");
    }
    problems.throwIfAny();
    for (String file : files.keySet()) {
      if (disk.kind(folder.resolve(file)) != FileOps.Kind.ABSENT) {
        problems.add(
            "'" + folder.resolve(file) + "' is there already.",
            "Move it away, or name another folder.");
      }
    }
    problems.throwIfAny();
  }

  private void write(Path file, byte[] content) throws IOException {
    if (file.getParent() != null) {
      create(file.getParent());
    }
    disk.write(file, content);
    made.push(file);
  }

  private void create(Path folder) throws IOException {
    if (disk.kind(disk.followed(folder)) != FileOps.Kind.ABSENT) {
      return;
    }
    if (folder.getParent() != null) {
      create(folder.getParent());
    }
    disk.createFolder(folder);
    made.push(folder);
  }

  private void undo() {
    for (Path path : made) {
      try {
        disk.delete(path);
      } catch (IOException e) {
        // What cannot be taken away again is in nobody's way but the next run's, which will say so.
      }
    }
  }
}
