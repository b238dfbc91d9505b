package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Type;

/** What others may see of it: {@code spec.monitoring}. */
public final class Monitoring {
  private static final Part PART = Part.SPEC.under("monitoring");

  /** {@code monitoring.enabled}: whether it has metrics for Prometheus; true unless set. */
  public static final Setting<Boolean> ENABLED =
      PART.setting(
          Field.optional("enabled", Type.bool(), "Whether it has metrics for Prometheus.")
              .byDefault(true)
              .example("true"));

  /**
   * {@code monitoring.serviceMonitor}: whether the operator makes a ServiceMonitor; true unless
   * set.
   */
  public static final Setting<Boolean> SERVICE_MONITOR =
      PART.setting(
          Field.optional(
                  "serviceMonitor", Type.bool(), "Whether the operator makes a ServiceMonitor.")
              .byDefault(true)
              .example("true"));

  /**
   * {@code monitoring.grafanaDashboard}: whether the operator makes a ConfigMap with a Grafana
   * dashboard; false unless set. The text has it and no released definition of the resource does.
   */
  public static final Setting<Boolean> GRAFANA_DASHBOARD =
      PART.setting(
          Field.optional(
                  "grafanaDashboard",
                  Type.bool(),
                  "Whether the operator makes a ConfigMap with a Grafana dashboard; no released"
                      + " definition of the resource has this field.")
              .byDefault(false)
              .example("true"));

  private Monitoring() {}
}
