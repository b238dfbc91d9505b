package dev.slipway.cli.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Replaces one folder by a whole new one that was made beside it.
 *
 * <p>What does not change is in both at once, as the same file, so that it keeps its time stamp and
 * nothing is lost while the two are exchanged. The exchange is two renames; a run that is killed
 * between them leaves the old folder under its second name, and {@link #recover} puts it back.
 */
final class Replacement {
  private final FileOps disk;
  private final FolderChange change;
  private final OutputTree tree;
  private final Path folder;
  private final Path fresh;
  private final Path old;
  private final Set<Path> made = new HashSet<>();
  private boolean oldMoved;
  private boolean done;

  Replacement(FileOps disk, FolderChange change, OutputTree tree) {
    this.disk = disk;
    this.change = change;
    this.tree = tree;
    this.folder = change.folder();
    this.fresh = fresh(folder);
    this.old = old(folder);
  }

  /** Whether a run is replacing the folder, or was killed while it did. */
  static boolean isUnfinished(FileOps disk, Path folder) throws IOException {
    return disk.kind(old(folder)) != FileOps.Kind.ABSENT
        || disk.kind(fresh(folder)) != FileOps.Kind.ABSENT;
  }

  /** Tidies up after a run that was killed; only under the lock is nobody else at work here. */
  static void recover(FileOps disk, Path folder) throws IOException {
    if (disk.kind(old(folder)) == FileOps.Kind.FOLDER) {
      if (disk.kind(folder) == FileOps.Kind.ABSENT) {
        disk.move(old(folder), folder);
      } else {
        deleteAll(disk, old(folder));
      }
    }
    deleteAll(disk, fresh(folder));
  }

  /** Makes the new folder beside the old one. */
  void stage() throws IOException {
    folder("");
    for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
      folder(parent(file.getKey()));
      if (change.of(file.getKey()) == Written.Change.UNCHANGED) {
        disk.repeat(folder.resolve(file.getKey()), fresh.resolve(file.getKey()));
      } else {
        disk.write(fresh.resolve(file.getKey()), file.getValue());
      }
    }
    for (Map.Entry<String, FileOps.Kind> kept : change.kept().entrySet()) {
      if (kept.getValue() == FileOps.Kind.FOLDER) {
        folder(kept.getKey());
      } else {
        folder(parent(kept.getKey()));
        disk.repeat(folder.resolve(kept.getKey()), fresh.resolve(kept.getKey()));
      }
    }
    disk.write(fresh.resolve(Ledger.FILE), Ledger.of(tree.files()).write());
  }

  /** Puts the new folder into the old one's place. */
  void exchange() throws IOException {
    if (disk.kind(folder) != FileOps.Kind.ABSENT) {
      disk.move(folder, old);
      oldMoved = true;
    }
    disk.move(fresh, folder);
    done = true;
  }

  /** Puts everything back as it was. */
  void undo() throws IOException {
    if (done) {
      disk.move(folder, fresh);
      done = false;
    }
    if (oldMoved) {
      disk.move(old, folder);
      oldMoved = false;
    }
    deleteAll(disk, fresh);
  }

  /** Deletes what was replaced. */
  void finish() throws IOException {
    if (oldMoved) {
      deleteAll(disk, old);
    }
  }

  private void folder(String path) throws IOException {
    Path made = path.isEmpty() ? fresh : fresh.resolve(path);
    if (!this.made.add(made)) {
      return;
    }
    if (!path.isEmpty()) {
      folder(parent(path));
    }
    disk.createFolder(made);
    Path model = path.isEmpty() ? folder : folder.resolve(path);
    if (disk.kind(model) == FileOps.Kind.FOLDER) {
      disk.copyPermissions(model, made);
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static Path fresh(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + ".slipway-new");
  }

  private static Path old(Path folder) {
    return folder.resolveSibling("." + folder.getFileName() + ".slipway-old");
  }

  private static void deleteAll(FileOps disk, Path path) throws IOException {
    FileOps.Kind kind = disk.kind(path);
    if (kind == FileOps.Kind.FOLDER) {
      for (Path entry : disk.list(path)) {
        deleteAll(disk, entry);
      }
    }
    if (kind != FileOps.Kind.ABSENT) {
      disk.delete(path);
    }
  }
}
