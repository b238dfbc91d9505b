package dev.slipway.manifest.patch;

/** What is declared and could not be rendered, for something else is wrong with it. */
public interface Absent {
  /** Where everything was rendered. */
  Absent NOTHING = (target, misspelt) -> false;

  /**
   * Whether a patch that meets nothing may be for something absent.
   *
   * @param misspelt whether something that is rendered has almost that kind or name
   */
  boolean mayHave(PatchTarget target, boolean misspelt);
}
