package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Subject;
import dev.slipway.check.schema.Fault;

/**
 * What the rules about the API's schema have in common: an object is judged once for all of them.
 */
final class SchemaFaults {
  private SchemaFaults() {}

  /** Reports the faults of one sort. */
  static void tell(Subject object, Facts facts, Fault.What what, Findings out) {
    for (Fault fault : facts.schemas().faults(object.manifest())) {
      if (fault.what() == what) {
        out.add(fault.path(), fault.message(), fault.remedy());
      }
    }
  }
}
