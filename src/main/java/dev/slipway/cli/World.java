package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.cli.output.DiskFiles;
import dev.slipway.cli.output.FileOps;
import dev.slipway.files.DiskInputs;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything that a run touches outside of itself.
 *
 * @param in standard input
 * @param out standard output: what was asked for
 * @param err standard error: what is said about it
 * @param directory the folder that relative paths start from
 * @param env the environment variables
 * @param today the day that support calendars are held against unless the user names another
 * @param disk where output is written
 * @param environments where environments come from
 * @param progress where long work says what it is at
 */
public record World(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Path directory,
    Map<String, String> env,
    Supplier<LocalDate> today,
    FileOps disk,
    EnvironmentSource environments,
    Progress progress) {

  /** A world whose progress is shown on standard error, where that is a terminal. */
  public World(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Path directory,
      Map<String, String> env,
      Supplier<LocalDate> today,
      FileOps disk,
      EnvironmentSource environments) {
    this(in, out, err, directory, env, today, disk, environments, Progress.on(err, env));
  }

  /**
   * The world of this process.
   *
   * @param directory the folder that relative paths start from
   */
  static World ofProcess(Path directory) {
    Map<String, String> env = System.getenv();
    return new World(
        // A file's own way to read all of it asks where it is, which no pipe can tell.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        directory,
        env,
        Main::today,
        new DiskFiles(),
        new CatalogEnvironments(new DiskInputs(directory, env)));
  }

  /** Prints to standard output; UTF-8, whatever the locale, as all output. */
  void print(String text) throws IOException {
    progress.hide();
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /** Prints to standard error; where nobody takes it, there is nobody to tell. */
  void tell(String text) {
    progress.hide();
    try {
      err.write(text.getBytes(UTF_8));
      err.flush();
    } catch (IOException e) {
      // Nobody reads it.
    }
  }

  /** How to show things on standard output. */
  Style style() {
    return Style.of(env, '1');
  }

  /** How to show things on standard error. */
  Style errorStyle() {
    return Style.of(env, '2');
  }

  boolean isSet(String variable) {
    return !env.getOrDefault(variable, "").isEmpty();
  }
}
