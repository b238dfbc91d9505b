package dev.slipway.cdk8s;

/**
 * What findings make an app's synthesis fail. A chart that another cluster stands in never does.
 */
public enum CheckScope {
  /** Those about any object of any chart. */
  APP,
  /** Those about objects of the chart that the cluster stands in; no other is looked at. */
  CHART,
  /**
   * Those about applications and environments of Slipway; every chart is looked at to find them.
   */
  OWN,
  /** None: what the app declares is checked elsewhere. */
  NONE
}
