package dev.slipway.cli.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.Arrays;
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
  private static final long BEYOND_CONTENT = Long.MAX_VALUE - 1;

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
        // Not the whole file: where locks are mandatory, the mark must stay readable.
        if (channel.tryLock(BEYOND_CONTENT, 1, false) == null) {
          waiting.run();
          channel.lock(BEYOND_CONTENT, 1, false);
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

  /** Whether the path leads to the file just locked: who held the lock before has deleted it. */
  private static boolean isFoundAt(Path file, FileChannel locked) throws IOException {
    byte[] mark = (ProcessHandle.current().pid() + "." + System.nanoTime()).getBytes(US_ASCII);
    locked.truncate(0);
    locked.write(ByteBuffer.wrap(mark), 0);
    try {
      return Arrays.equals(mark, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
