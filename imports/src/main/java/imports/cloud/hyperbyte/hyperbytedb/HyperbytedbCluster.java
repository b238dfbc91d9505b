package imports.cloud.hyperbyte.hyperbytedb;

/**
 * HyperbytedbCluster is the Schema for the hyperbytedbclusters API.
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbCluster")
public class HyperbytedbCluster extends org.cdk8s.ApiObject {

    protected HyperbytedbCluster(final software.amazon.jsii.JsiiObjectRef objRef) {
        super(objRef);
    }

    protected HyperbytedbCluster(final software.amazon.jsii.JsiiObject.InitializationMode initializationMode) {
        super(initializationMode);
    }

    static {
        GVK = software.amazon.jsii.JsiiObject.jsiiStaticGet(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster.class, "GVK", software.amazon.jsii.NativeType.forClass(org.cdk8s.GroupVersionKind.class));
    }

    /**
     * Defines a "HyperbytedbCluster" API object.
     * <p>
     * @param scope the scope in which to define this object. This parameter is required.
     * @param id a scope-local name for the object. This parameter is required.
     * @param props initialization props. This parameter is required.
     */
    public HyperbytedbCluster(final @org.jetbrains.annotations.NotNull software.constructs.Construct scope, final @org.jetbrains.annotations.NotNull java.lang.String id, final @org.jetbrains.annotations.NotNull imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterProps props) {
        super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
        software.amazon.jsii.JsiiEngine.getInstance().createNewObject(this, new Object[] { java.util.Objects.requireNonNull(scope, "scope is required"), java.util.Objects.requireNonNull(id, "id is required"), java.util.Objects.requireNonNull(props, "props is required") });
    }

    /**
     * Renders a Kubernetes manifest for "HyperbytedbCluster".
     * <p>
     * This can be used to inline resource manifests inside other objects (e.g. as templates).
     * <p>
     * @param props initialization props. This parameter is required.
     */
    public static @org.jetbrains.annotations.NotNull java.lang.Object manifest(final @org.jetbrains.annotations.NotNull imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterProps props) {
        return software.amazon.jsii.JsiiObject.jsiiStaticCall(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster.class, "manifest", software.amazon.jsii.NativeType.forClass(java.lang.Object.class), new Object[] { java.util.Objects.requireNonNull(props, "props is required") });
    }

    /**
     * Renders the object to Kubernetes JSON.
     */
    @Override
    public @org.jetbrains.annotations.NotNull java.lang.Object toJson() {
        return software.amazon.jsii.Kernel.call(this, "toJson", software.amazon.jsii.NativeType.forClass(java.lang.Object.class));
    }

    /**
     * Returns the apiVersion and kind for "HyperbytedbCluster".
     */
    public final static org.cdk8s.GroupVersionKind GVK;

    /**
     * A fluent builder for {@link imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster}.
     */
    public static final class Builder implements software.amazon.jsii.Builder<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster> {
        /**
         * @return a new instance of {@link Builder}.
         * @param scope the scope in which to define this object. This parameter is required.
         * @param id a scope-local name for the object. This parameter is required.
         */
        public static Builder create(final software.constructs.Construct scope, final java.lang.String id) {
            return new Builder(scope, id);
        }

        private final software.constructs.Construct scope;
        private final java.lang.String id;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterProps.Builder props;

        private Builder(final software.constructs.Construct scope, final java.lang.String id) {
            this.scope = scope;
            this.id = id;
            this.props = new imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterProps.Builder();
        }

        /**
         * @return {@code this}
         * @param spec This parameter is required.
         */
        public Builder spec(final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpec spec) {
            this.props.spec(spec);
            return this;
        }

        /**
         * @return {@code this}
         * @param metadata This parameter is required.
         */
        public Builder metadata(final org.cdk8s.ApiObjectMetadata metadata) {
            this.props.metadata(metadata);
            return this;
        }

        /**
         * @return a newly built instance of {@link imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster}.
         */
        @Override
        public imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster build() {
            return new imports.cloud.hyperbyte.hyperbytedb.HyperbytedbCluster(
                this.scope,
                this.id,
                this.props.build()
            );
        }
    }
}
