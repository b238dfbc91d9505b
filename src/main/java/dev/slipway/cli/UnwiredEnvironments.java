package dev.slipway.cli;

/** Stands in until environment files can be read. */
final class UnwiredEnvironments implements EnvironmentSource {
  @Override
  public Declared read(String file) {
    throw new UnsupportedOperationException("Environment files cannot be read yet.");
  }

  @Override
  public String schema(boolean overlay) {
    throw new UnsupportedOperationException("There is no schema yet.");
  }
}
