package dev.slipway.cli.output;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What writing a tree into a folder comes to, file by file.
 *
 * @param folder the environment's folder
 * @param files what becomes of each file of the tree, by its path below the folder
 * @param removed files of an earlier run that the tree no longer has
 * @param overwritten files of an earlier run that somebody has changed since, and the tree has
 * @param kept everything in the folder that is not Slipway's, or no longer: files, links, and
 *     folders that are empty
 * @param problems why the tree cannot be written there; empty where it can
 * @param ledger what is to be remembered of this run
 */
record FolderChange(
    Path folder,
    Map<String, Written.Change> files,
    List<String> removed,
    List<String> overwritten,
    Map<String, FileOps.Kind> kept,
    List<Problem> problems,
    Written.Change ledger) {

  /** What becomes of a file of the tree. */
  Written.Change of(String path) {
    return files.getOrDefault(path, Written.Change.NEW);
  }

  boolean isNone() {
    return removed.isEmpty()
        && ledger == Written.Change.UNCHANGED
        && files.values().stream().allMatch(fate -> fate == Written.Change.UNCHANGED);
  }

  /** Compares a tree with what stands in a folder now; changes nothing. */
  static FolderChange between(FileOps disk, Path folder, OutputTree tree) throws IOException {
    return new Comparison(disk, folder, tree).result();
  }

  private static final class Comparison {
    private final FileOps disk;
    private final Path folder;
    private final OutputTree tree;
    private final NavigableMap<String, FileOps.Kind> found = new TreeMap<>();
    private final Map<String, Written.Change> files = new TreeMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> overwritten = new ArrayList<>();
    private final Map<String, FileOps.Kind> kept = new TreeMap<>();
    private final Problems problems = new Problems();

    Comparison(FileOps disk, Path folder, OutputTree tree) {
      this.disk = disk;
      this.folder = folder;
      this.tree = tree;
    }

    FolderChange result() throws IOException {
      FileOps.Kind kind = disk.kind(folder);
      if (kind == FileOps.Kind.FOLDER) {
        find(folder, "");
      } else if (kind != FileOps.Kind.ABSENT) {
        problems.add(notAFolder());
      }
      byte @Nullable [] written = ownLedger();
      Ledger before = written == null ? new Ledger(Map.of()) : Ledger.read(written);
      for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
        files.put(file.getKey(), fate(file.getKey(), file.getValue(), before));
      }
      for (Map.Entry<String, FileOps.Kind> entry : found.entrySet()) {
        leftOver(entry.getKey(), entry.getValue(), before);
      }
      return new FolderChange(
          folder, files, removed, overwritten, kept, problems.all(), ledgerFate(written));
    }

    private void find(Path in, String prefix) throws IOException {
      List<Path> entries = disk.list(in);
      for (Path entry : entries) {
        String path = prefix + entry.getFileName();
        FileOps.Kind kind = disk.kind(entry);
        if (kind == FileOps.Kind.FOLDER) {
          find(entry, path + "/");
        } else {
          found.put(path, kind);
        }
      }
      if (entries.isEmpty() && !prefix.isEmpty()) {
        found.put(prefix.substring(0, prefix.length() - 1), FileOps.Kind.FOLDER);
      }
    }

    private byte @Nullable [] ownLedger() throws IOException {
      FileOps.@Nullable Kind kind = found.remove(Ledger.FILE);
      if (kind != null && kind != FileOps.Kind.FILE) {
        problems.add(inTheWay(Ledger.FILE));
      }
      return kind == FileOps.Kind.FILE ? disk.read(folder.resolve(Ledger.FILE)) : null;
    }

    private Written.Change ledgerFate(byte @Nullable [] written) {
      return written == null
          ? Written.Change.NEW
          : Arrays.equals(written, Ledger.of(tree.files()).write())
              ? Written.Change.UNCHANGED
              : Written.Change.CHANGED;
    }

    private Written.Change fate(String path, byte[] content, Ledger before) throws IOException {
      FileOps.@Nullable Kind kind = found.remove(path);
      if (kind == null) {
        refuseBlocked(path);
        return Written.Change.NEW;
      }
      if (kind == FileOps.Kind.FOLDER) {
        // It is empty, and becomes a file.
        return Written.Change.NEW;
      }
      byte[] present = kind == FileOps.Kind.FILE ? disk.read(folder.resolve(path)) : new byte[0];
      if (kind == FileOps.Kind.FILE && Arrays.equals(present, content)) {
        return Written.Change.UNCHANGED;
      }
      if (!before.lists(path)) {
        problems.add(inTheWay(path));
      } else if (kind != FileOps.Kind.FILE || !before.wrote(path, present)) {
        overwritten.add(path);
      }
      return Written.Change.CHANGED;
    }

    /** Refuses a path that leads through, or to, what somebody else has put there. */
    private void refuseBlocked(String path) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        String above = path.substring(0, slash);
        FileOps.@Nullable Kind kind = found.get(above);
        if (kind != null && kind != FileOps.Kind.FOLDER) {
          problems.add(inTheWay(above));
        }
      }
      @Nullable String below = found.ceilingKey(path + "/");
      if (below != null && below.startsWith(path + "/")) {
        problems.add(inTheWay(path));
      }
    }

    private void leftOver(String path, FileOps.Kind kind, Ledger before) throws IOException {
      boolean ours =
          kind == FileOps.Kind.FILE
              && before.lists(path)
              && before.wrote(path, disk.read(folder.resolve(path)));
      if (ours) {
        removed.add(path);
      } else {
        kept.put(path, kind);
      }
    }

    private Problem notAFolder() {
      return Problem.of(
          "'" + folder + "' is not a folder, and '" + tree.environment() + "' is to be one there.",
          "Move it away, or choose another folder with -o.");
    }

    private Problem inTheWay(String path) {
      return Problem.of(
          "'" + folder.resolve(path) + "' is in the way, and Slipway did not write it.",
          "Move it away, or choose another folder with -o.");
    }
  }
}
