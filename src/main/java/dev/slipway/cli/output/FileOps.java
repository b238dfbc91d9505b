package dev.slipway.cli.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is done to files, one method for one step that may fail, so that tests can make each step
 * fail.
 */
public interface FileOps {

  /** What stands at a path; a symbolic link is told as {@link Kind#OTHER}, not followed. */
  Kind kind(Path path) throws IOException;

  /** The path itself, or what it leads to where it is a symbolic link to something that exists. */
  Path followed(Path path) throws IOException;

  byte[] read(Path file) throws IOException;

  /** What stands in a folder, sorted by name. */
  List<Path> list(Path folder) throws IOException;

  /** Creates one folder. */
  void createFolder(Path folder) throws IOException;

  /** Gives a folder the permissions of another, as far as the file system knows any. */
  void copyPermissions(Path from, Path to) throws IOException;

  /** Writes a file that was not there before. */
  void write(Path file, byte[] content) throws IOException;

  /**
   * Makes a file appear under a second path, unchanged to its time stamp: as one more link to it
   * where the file system can, else as a copy.
   */
  void repeat(Path existing, Path second) throws IOException;

  /**
   * Renames in one step; fails where something that is not an empty folder stands at the target.
   */
  void move(Path from, Path to) throws IOException;

  /** Deletes a file, a symbolic link or an empty folder. */
  void delete(Path path) throws IOException;

  /**
   * Waits for, and then holds, a lock that ends with this process at the latest. The lock's file is
   * gone afterwards.
   *
   * @param waiting told if another process holds the lock
   */
  Closeable lock(Path file, Runnable waiting) throws IOException;

  /** What can stand at a path. */
  enum Kind {
    ABSENT,
    FILE,
    FOLDER,
    /** A symbolic link, a device, a pipe. */
    OTHER
  }
}
