package dev.slipway.cli.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The real disk until one step, which fails.
 *
 * <p>A step is anything that {@link FileOps} does. Where the process is to be dead, every later
 * step fails as well, so that nothing can be put right.
 */
final class FailingDisk implements FileOps {
  private final FileOps disk = new DiskFiles();
  private final int failing;
  private final boolean dead;
  private final IOException failure;
  private final List<String> steps = new ArrayList<>();

  private FailingDisk(int failing, boolean dead, IOException failure) {
    this.failing = failing;
    this.dead = dead;
    this.failure = failure;
  }

  /** Fails at one step, counted from 0, and goes on after it. */
  static FailingDisk at(int step, IOException failure) {
    return new FailingDisk(step, false, failure);
  }

  /** Does nothing any more from one step on, as if the process had been killed. */
  static FailingDisk killedAt(int step) {
    return new FailingDisk(step, true, new IOException("killed"));
  }

  static FailingDisk never() {
    return new FailingDisk(Integer.MAX_VALUE, false, new IOException());
  }

  /** What was done, a line each. */
  List<String> steps() {
    return steps;
  }

  private void step(String what) throws IOException {
    int number = steps.size();
    steps.add(what);
    if (number == failing) {
      throw failure;
    }
    if (dead && number > failing) {
      throw new IOException("dead");
    }
  }

  @Override
  public Kind kind(Path path) throws IOException {
    step("kind " + path);
    return disk.kind(path);
  }

  @Override
  public Path followed(Path path) throws IOException {
    step("followed " + path);
    return disk.followed(path);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    step("read " + file);
    return disk.read(file);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    step("list " + folder);
    return disk.list(folder);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    step("create " + folder);
    disk.createFolder(folder);
  }

  @Override
  public void copyPermissions(Path from, Path to) throws IOException {
    step("permit " + to);
    disk.copyPermissions(from, to);
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    step("write " + file);
    disk.write(file, content);
  }

  @Override
  public void repeat(Path existing, Path second) throws IOException {
    step("repeat " + second);
    disk.repeat(existing, second);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    step("move " + from);
    disk.move(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    step("delete " + path);
    disk.delete(path);
  }

  @Override
  public Closeable lock(Path file, Runnable waiting) throws IOException {
    step("lock " + file);
    Closeable lock = disk.lock(file, waiting);
    return () -> {
      try {
        step("unlock " + file);
      } catch (IOException e) {
        // A dead process holds no lock; its file stays behind.
        lock.close();
        disk.write(file, new byte[0]);
        throw e;
      }
      lock.close();
    };
  }
}
