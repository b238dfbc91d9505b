package dev.slipway.cli.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The real file system.
 *
 * <p>Nothing is forced to the disk: that costs milliseconds a file, and a run that is killed loses
 * nothing by it. After a power cut files may be empty; the next run compares contents and writes
 * such files again.
 */
public final class DiskFiles implements FileOps {
  private static final long SIZES = 1_000_000;

  @Override
  public Kind kind(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return Kind.ABSENT;
    }
    return attributes.isRegularFile()
        ? Kind.FILE
        : attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
  }

  @Override
  public Path followed(Path path) throws IOException {
    return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    found.sort(null);
    return found;
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public void copyPermissions(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public void repeat(Path existing, Path second) throws IOException {
    try {
      Files.createLink(second, existing);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(existing, second, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public Closeable lock(Path file, Runnable waiting) throws IOException {
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean held = false;
      try {
        if (channel.tryLock() == null) {
          waiting.run();
          channel.lock();
        }
        held = isFoundAt(file, channel);
      } finally {
        if (!held) {
          channel.close();
        }
      }
      if (held) {
        return () -> {
          Files.deleteIfExists(file);
          channel.close();
        };
      }
    }
  }

  /**
   * Whether the path leads to the file just locked: who held the lock before has deleted it. Told
   * by its size, for opening the file once more and closing it would end the lock.
   */
  private static boolean isFoundAt(Path file, FileChannel locked) throws IOException {
    long size = 1 + Math.floorMod(System.nanoTime(), SIZES);
    locked.truncate(0);
    locked.write(ByteBuffer.allocate(1), size - 1);
    try {
      return Files.size(file) == size;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
