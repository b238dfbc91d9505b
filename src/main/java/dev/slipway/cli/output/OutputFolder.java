package dev.slipway.cli.output;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The folder that environments are written to, each to a folder of its own below it.
 *
 * <p>A run writes all of its environments or none. Files that would not change are not touched;
 * what Slipway did not write is neither changed nor removed.
 */
public final class OutputFolder {
  private static final String LOCK = ".slipway.lock";

  private final FileOps disk;
  private final Path out;
  private final Runnable waiting;

  /**
   * An output folder; need not exist yet.
   *
   * @param waiting told when another run is writing there, and this one waits for it
   */
  public OutputFolder(FileOps disk, Path out, Runnable waiting) {
    this.disk = disk;
    this.out = out;
    this.waiting = waiting;
  }

  /**
   * Makes each environment's folder hold exactly its tree, and what is not Slipway's.
   *
   * @return what was written, in the order of the trees
   * @throws InvalidInputException if the trees cannot be written there; then nothing has changed
   */
  public List<Written> write(List<OutputTree> trees) {
    try {
      checkFolder();
      List<FolderChange> changes = compare(trees);
      return changes.stream().allMatch(FolderChange::isNone) && isTidy(trees)
          ? written(trees, changes)
          : writeChanged(trees);
    } catch (IOException e) {
      throw new InvalidInputException(WriteProblems.of(out, e));
    }
  }

  /**
   * What {@link #write} would come to; nothing is written, and no other run is waited for.
   *
   * @throws InvalidInputException if the trees cannot be written there
   */
  public List<Written> preview(List<OutputTree> trees) {
    try {
      checkFolder();
      return written(trees, compare(trees));
    } catch (IOException e) {
      throw new InvalidInputException(WriteProblems.ofReading(out, e));
    }
  }

  /**
   * The content of one of its files.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public byte[] read(Path file) {
    try {
      return disk.read(file);
    } catch (IOException e) {
      throw new InvalidInputException(WriteProblems.ofReading(out, e));
    }
  }

  private void checkFolder() throws IOException {
    FileOps.Kind kind = disk.kind(disk.followed(out));
    if (kind != FileOps.Kind.FOLDER && kind != FileOps.Kind.ABSENT) {
      throw new InvalidInputException(
          Problem.of(
              "'" + out + "' is not a folder, and the output is to be in one.",
              "Move it away, or choose another folder with -o."));
    }
  }

  /** Whether no run is under way here, and none was killed. */
  private boolean isTidy(List<OutputTree> trees) throws IOException {
    for (OutputTree tree : trees) {
      if (Replacement.isUnfinished(disk, folder(tree))) {
        return false;
      }
    }
    return disk.kind(out.resolve(LOCK)) == FileOps.Kind.ABSENT;
  }

  private List<Written> writeChanged(List<OutputTree> trees) throws IOException {
    Deque<Path> created = new ArrayDeque<>();
    try {
      createFolders(out, created);
      Closeable lock = disk.lock(out.resolve(LOCK), waiting);
      try {
        return writeLocked(trees);
      } finally {
        release(lock);
      }
    } catch (IOException | RuntimeException e) {
      removeEmpty(created);
      throw e;
    }
  }

  private List<Written> writeLocked(List<OutputTree> trees) throws IOException {
    for (OutputTree tree : trees) {
      Replacement.recover(disk, folder(tree));
    }
    List<FolderChange> changes = compare(trees);
    List<Replacement> replacements = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      if (!changes.get(i).isNone()) {
        replacements.add(new Replacement(disk, changes.get(i), trees.get(i)));
      }
    }
    replace(replacements);
    finish(replacements);
    return written(trees, changes);
  }

  private static void replace(List<Replacement> replacements) throws IOException {
    try {
      for (Replacement replacement : replacements) {
        replacement.stage();
      }
      for (Replacement replacement : replacements) {
        replacement.exchange();
      }
    } catch (IOException | RuntimeException e) {
      for (Replacement replacement : replacements) {
        try {
          replacement.undo();
        } catch (IOException alsoFailed) {
          e.addSuppressed(alsoFailed);
        }
      }
      throw e;
    }
  }

  private static void finish(List<Replacement> replacements) {
    for (Replacement replacement : replacements) {
      try {
        replacement.finish();
      } catch (IOException e) {
        // The new output is in place; what is left of the old, the next run tidies up.
      }
    }
  }

  private static void release(Closeable lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process in any case.
    }
  }

  private List<FolderChange> compare(List<OutputTree> trees) throws IOException {
    Problems problems = new Problems();
    List<FolderChange> changes = new ArrayList<>();
    for (OutputTree tree : trees) {
      FolderChange change = FolderChange.between(disk, folder(tree), tree);
      problems.addAll(change.problems());
      changes.add(change);
    }
    problems.throwIfAny();
    return changes;
  }

  /** An environment's folder; where it is a link, what it leads to, so that the link stays. */
  private Path folder(OutputTree tree) throws IOException {
    return disk.followed(out.resolve(tree.environment()));
  }

  private List<Written> written(List<OutputTree> trees, List<FolderChange> changes) {
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      written.add(
          Written.of(trees.get(i), out.resolve(trees.get(i).environment()), changes.get(i)));
    }
    return written;
  }

  private void createFolders(Path folder, Deque<Path> created) throws IOException {
    if (disk.kind(disk.followed(folder)) != FileOps.Kind.ABSENT) {
      return;
    }
    if (folder.getParent() != null) {
      createFolders(folder.getParent(), created);
    }
    disk.createFolder(folder);
    created.push(folder);
  }

  private void removeEmpty(Deque<Path> created) {
    try {
      for (Path folder : created) {
        disk.delete(folder);
      }
    } catch (IOException e) {
      // An empty folder, or one that another run has begun to fill, does no harm.
    }
  }
}
