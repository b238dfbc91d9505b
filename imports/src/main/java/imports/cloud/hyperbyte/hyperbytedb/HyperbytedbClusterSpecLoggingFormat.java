package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecLoggingFormat")
public enum HyperbytedbClusterSpecLoggingFormat {
    /**
     * text.
     */
    TEXT,
    /**
     * json.
     */
    JSON,
}
