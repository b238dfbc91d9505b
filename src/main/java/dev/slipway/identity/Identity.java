package dev.slipway.identity;

import dev.slipway.manifest.Text;
import dev.slipway.target.Document;
import dev.slipway.target.Target;
import java.util.List;
import java.util.Map;

/** Whom a workload is to a cloud, by way of its service account and without static keys. */
public interface Identity {

  /** Annotations of the service account. */
  Map<String, Text> serviceAccountAnnotations();

  /** Labels of the service account. */
  Map<String, String> serviceAccountLabels();

  /** Labels that every pod must carry for the identity to reach it. */
  Map<String, String> podLabels();

  /**
   * What the cloud must know for this to work, exact for one service account and the rights that
   * its pods need.
   */
  List<Document> documents(Target target, String serviceAccount, List<Grant> grants);
}
