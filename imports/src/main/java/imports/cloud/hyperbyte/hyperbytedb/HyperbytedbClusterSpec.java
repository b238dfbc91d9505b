package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpec")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpec.Jsii$Proxy.class)
public interface HyperbytedbClusterSpec extends software.amazon.jsii.JsiiSerializable {

    /**
     * core/v1 VolumeMount (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.util.List<java.lang.Object> getAdditionalVolumeMounts() {
        return null;
    }

    /**
     * core/v1 Volume (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.util.List<java.lang.Object> getAdditionalVolumes() {
        return null;
    }

    /**
     * core/v1 Affinity (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.lang.Object getAffinity() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth getAuth() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling getAutoscaling() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb getChdb() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster getCluster() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction getCompaction() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover getFailover() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush getFlush() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getImage() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getImagePullPolicy() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets> getImagePullSecrets() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging getLogging() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring getMonitoring() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Boolean getPaused() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.util.Map<java.lang.String, java.lang.String> getPodAnnotations() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.util.Map<java.lang.String, java.lang.String> getPodLabels() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getReplicas() {
        return null;
    }

    /**
     * core/v1 ResourceRequirements (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.lang.Object getResources() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer getServer() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage getStorage() {
        return null;
    }

    /**
     * core/v1 Toleration (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.util.List<java.lang.Object> getTolerations() {
        return null;
    }

    /**
     * core/v1 TopologySpreadConstraint (condensed here;
     * <p>
     * upstream inlines the full schema)
     */
    default @org.jetbrains.annotations.Nullable java.util.List<java.lang.Object> getTopologySpreadConstraints() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getVersion() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpec}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpec}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpec> {
        java.util.List<java.lang.Object> additionalVolumeMounts;
        java.util.List<java.lang.Object> additionalVolumes;
        java.lang.Object affinity;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth auth;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling autoscaling;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb chdb;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster cluster;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction compaction;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover failover;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush flush;
        java.lang.String image;
        java.lang.String imagePullPolicy;
        java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets> imagePullSecrets;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging logging;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring monitoring;
        java.lang.Boolean paused;
        java.util.Map<java.lang.String, java.lang.String> podAnnotations;
        java.util.Map<java.lang.String, java.lang.String> podLabels;
        java.lang.Number replicas;
        java.lang.Object resources;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer server;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage storage;
        java.util.List<java.lang.Object> tolerations;
        java.util.List<java.lang.Object> topologySpreadConstraints;
        java.lang.String version;

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getAdditionalVolumeMounts}
         * @param additionalVolumeMounts core/v1 VolumeMount (condensed here;.
         *                               upstream inlines the full schema)
         * @return {@code this}
         */
        @SuppressWarnings("unchecked")
        public Builder additionalVolumeMounts(java.util.List<? extends java.lang.Object> additionalVolumeMounts) {
            this.additionalVolumeMounts = (java.util.List<java.lang.Object>)additionalVolumeMounts;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getAdditionalVolumes}
         * @param additionalVolumes core/v1 Volume (condensed here;.
         *                          upstream inlines the full schema)
         * @return {@code this}
         */
        @SuppressWarnings("unchecked")
        public Builder additionalVolumes(java.util.List<? extends java.lang.Object> additionalVolumes) {
            this.additionalVolumes = (java.util.List<java.lang.Object>)additionalVolumes;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getAffinity}
         * @param affinity core/v1 Affinity (condensed here;.
         *                 upstream inlines the full schema)
         * @return {@code this}
         */
        public Builder affinity(java.lang.Object affinity) {
            this.affinity = affinity;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getAuth}
         * @param auth the value to be set.
         * @return {@code this}
         */
        public Builder auth(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth auth) {
            this.auth = auth;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getAutoscaling}
         * @param autoscaling the value to be set.
         * @return {@code this}
         */
        public Builder autoscaling(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling autoscaling) {
            this.autoscaling = autoscaling;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getChdb}
         * @param chdb the value to be set.
         * @return {@code this}
         */
        public Builder chdb(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb chdb) {
            this.chdb = chdb;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getCluster}
         * @param cluster the value to be set.
         * @return {@code this}
         */
        public Builder cluster(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster cluster) {
            this.cluster = cluster;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getCompaction}
         * @param compaction the value to be set.
         * @return {@code this}
         */
        public Builder compaction(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction compaction) {
            this.compaction = compaction;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getFailover}
         * @param failover the value to be set.
         * @return {@code this}
         */
        public Builder failover(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover failover) {
            this.failover = failover;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getFlush}
         * @param flush the value to be set.
         * @return {@code this}
         */
        public Builder flush(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush flush) {
            this.flush = flush;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getImage}
         * @param image the value to be set.
         * @return {@code this}
         */
        public Builder image(java.lang.String image) {
            this.image = image;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getImagePullPolicy}
         * @param imagePullPolicy the value to be set.
         * @return {@code this}
         */
        public Builder imagePullPolicy(java.lang.String imagePullPolicy) {
            this.imagePullPolicy = imagePullPolicy;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getImagePullSecrets}
         * @param imagePullSecrets the value to be set.
         * @return {@code this}
         */
        @SuppressWarnings("unchecked")
        public Builder imagePullSecrets(java.util.List<? extends imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets> imagePullSecrets) {
            this.imagePullSecrets = (java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets>)imagePullSecrets;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getLogging}
         * @param logging the value to be set.
         * @return {@code this}
         */
        public Builder logging(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging logging) {
            this.logging = logging;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getMonitoring}
         * @param monitoring the value to be set.
         * @return {@code this}
         */
        public Builder monitoring(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring monitoring) {
            this.monitoring = monitoring;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getPaused}
         * @param paused the value to be set.
         * @return {@code this}
         */
        public Builder paused(java.lang.Boolean paused) {
            this.paused = paused;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getPodAnnotations}
         * @param podAnnotations the value to be set.
         * @return {@code this}
         */
        public Builder podAnnotations(java.util.Map<java.lang.String, java.lang.String> podAnnotations) {
            this.podAnnotations = podAnnotations;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getPodLabels}
         * @param podLabels the value to be set.
         * @return {@code this}
         */
        public Builder podLabels(java.util.Map<java.lang.String, java.lang.String> podLabels) {
            this.podLabels = podLabels;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getReplicas}
         * @param replicas the value to be set.
         * @return {@code this}
         */
        public Builder replicas(java.lang.Number replicas) {
            this.replicas = replicas;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getResources}
         * @param resources core/v1 ResourceRequirements (condensed here;.
         *                  upstream inlines the full schema)
         * @return {@code this}
         */
        public Builder resources(java.lang.Object resources) {
            this.resources = resources;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getServer}
         * @param server the value to be set.
         * @return {@code this}
         */
        public Builder server(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer server) {
            this.server = server;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getStorage}
         * @param storage the value to be set.
         * @return {@code this}
         */
        public Builder storage(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage storage) {
            this.storage = storage;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getTolerations}
         * @param tolerations core/v1 Toleration (condensed here;.
         *                    upstream inlines the full schema)
         * @return {@code this}
         */
        @SuppressWarnings("unchecked")
        public Builder tolerations(java.util.List<? extends java.lang.Object> tolerations) {
            this.tolerations = (java.util.List<java.lang.Object>)tolerations;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getTopologySpreadConstraints}
         * @param topologySpreadConstraints core/v1 TopologySpreadConstraint (condensed here;.
         *                                  upstream inlines the full schema)
         * @return {@code this}
         */
        @SuppressWarnings("unchecked")
        public Builder topologySpreadConstraints(java.util.List<? extends java.lang.Object> topologySpreadConstraints) {
            this.topologySpreadConstraints = (java.util.List<java.lang.Object>)topologySpreadConstraints;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpec#getVersion}
         * @param version the value to be set.
         * @return {@code this}
         */
        public Builder version(java.lang.String version) {
            this.version = version;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpec}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpec build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpec}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpec {
        private final java.util.List<java.lang.Object> additionalVolumeMounts;
        private final java.util.List<java.lang.Object> additionalVolumes;
        private final java.lang.Object affinity;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth auth;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling autoscaling;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb chdb;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster cluster;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction compaction;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover failover;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush flush;
        private final java.lang.String image;
        private final java.lang.String imagePullPolicy;
        private final java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets> imagePullSecrets;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging logging;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring monitoring;
        private final java.lang.Boolean paused;
        private final java.util.Map<java.lang.String, java.lang.String> podAnnotations;
        private final java.util.Map<java.lang.String, java.lang.String> podLabels;
        private final java.lang.Number replicas;
        private final java.lang.Object resources;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer server;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage storage;
        private final java.util.List<java.lang.Object> tolerations;
        private final java.util.List<java.lang.Object> topologySpreadConstraints;
        private final java.lang.String version;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.additionalVolumeMounts = software.amazon.jsii.Kernel.get(this, "additionalVolumeMounts", software.amazon.jsii.NativeType.listOf(software.amazon.jsii.NativeType.forClass(java.lang.Object.class)));
            this.additionalVolumes = software.amazon.jsii.Kernel.get(this, "additionalVolumes", software.amazon.jsii.NativeType.listOf(software.amazon.jsii.NativeType.forClass(java.lang.Object.class)));
            this.affinity = software.amazon.jsii.Kernel.get(this, "affinity", software.amazon.jsii.NativeType.forClass(java.lang.Object.class));
            this.auth = software.amazon.jsii.Kernel.get(this, "auth", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth.class));
            this.autoscaling = software.amazon.jsii.Kernel.get(this, "autoscaling", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling.class));
            this.chdb = software.amazon.jsii.Kernel.get(this, "chdb", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb.class));
            this.cluster = software.amazon.jsii.Kernel.get(this, "cluster", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster.class));
            this.compaction = software.amazon.jsii.Kernel.get(this, "compaction", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction.class));
            this.failover = software.amazon.jsii.Kernel.get(this, "failover", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover.class));
            this.flush = software.amazon.jsii.Kernel.get(this, "flush", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush.class));
            this.image = software.amazon.jsii.Kernel.get(this, "image", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
            this.imagePullPolicy = software.amazon.jsii.Kernel.get(this, "imagePullPolicy", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
            this.imagePullSecrets = software.amazon.jsii.Kernel.get(this, "imagePullSecrets", software.amazon.jsii.NativeType.listOf(software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets.class)));
            this.logging = software.amazon.jsii.Kernel.get(this, "logging", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging.class));
            this.monitoring = software.amazon.jsii.Kernel.get(this, "monitoring", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring.class));
            this.paused = software.amazon.jsii.Kernel.get(this, "paused", software.amazon.jsii.NativeType.forClass(java.lang.Boolean.class));
            this.podAnnotations = software.amazon.jsii.Kernel.get(this, "podAnnotations", software.amazon.jsii.NativeType.mapOf(software.amazon.jsii.NativeType.forClass(java.lang.String.class)));
            this.podLabels = software.amazon.jsii.Kernel.get(this, "podLabels", software.amazon.jsii.NativeType.mapOf(software.amazon.jsii.NativeType.forClass(java.lang.String.class)));
            this.replicas = software.amazon.jsii.Kernel.get(this, "replicas", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.resources = software.amazon.jsii.Kernel.get(this, "resources", software.amazon.jsii.NativeType.forClass(java.lang.Object.class));
            this.server = software.amazon.jsii.Kernel.get(this, "server", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer.class));
            this.storage = software.amazon.jsii.Kernel.get(this, "storage", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage.class));
            this.tolerations = software.amazon.jsii.Kernel.get(this, "tolerations", software.amazon.jsii.NativeType.listOf(software.amazon.jsii.NativeType.forClass(java.lang.Object.class)));
            this.topologySpreadConstraints = software.amazon.jsii.Kernel.get(this, "topologySpreadConstraints", software.amazon.jsii.NativeType.listOf(software.amazon.jsii.NativeType.forClass(java.lang.Object.class)));
            this.version = software.amazon.jsii.Kernel.get(this, "version", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        @SuppressWarnings("unchecked")
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.additionalVolumeMounts = (java.util.List<java.lang.Object>)builder.additionalVolumeMounts;
            this.additionalVolumes = (java.util.List<java.lang.Object>)builder.additionalVolumes;
            this.affinity = builder.affinity;
            this.auth = builder.auth;
            this.autoscaling = builder.autoscaling;
            this.chdb = builder.chdb;
            this.cluster = builder.cluster;
            this.compaction = builder.compaction;
            this.failover = builder.failover;
            this.flush = builder.flush;
            this.image = builder.image;
            this.imagePullPolicy = builder.imagePullPolicy;
            this.imagePullSecrets = (java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets>)builder.imagePullSecrets;
            this.logging = builder.logging;
            this.monitoring = builder.monitoring;
            this.paused = builder.paused;
            this.podAnnotations = builder.podAnnotations;
            this.podLabels = builder.podLabels;
            this.replicas = builder.replicas;
            this.resources = builder.resources;
            this.server = builder.server;
            this.storage = builder.storage;
            this.tolerations = (java.util.List<java.lang.Object>)builder.tolerations;
            this.topologySpreadConstraints = (java.util.List<java.lang.Object>)builder.topologySpreadConstraints;
            this.version = builder.version;
        }

        @Override
        public final java.util.List<java.lang.Object> getAdditionalVolumeMounts() {
            return this.additionalVolumeMounts;
        }

        @Override
        public final java.util.List<java.lang.Object> getAdditionalVolumes() {
            return this.additionalVolumes;
        }

        @Override
        public final java.lang.Object getAffinity() {
            return this.affinity;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAuth getAuth() {
            return this.auth;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecAutoscaling getAutoscaling() {
            return this.autoscaling;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecChdb getChdb() {
            return this.chdb;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCluster getCluster() {
            return this.cluster;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecCompaction getCompaction() {
            return this.compaction;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFailover getFailover() {
            return this.failover;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecFlush getFlush() {
            return this.flush;
        }

        @Override
        public final java.lang.String getImage() {
            return this.image;
        }

        @Override
        public final java.lang.String getImagePullPolicy() {
            return this.imagePullPolicy;
        }

        @Override
        public final java.util.List<imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecImagePullSecrets> getImagePullSecrets() {
            return this.imagePullSecrets;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLogging getLogging() {
            return this.logging;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecMonitoring getMonitoring() {
            return this.monitoring;
        }

        @Override
        public final java.lang.Boolean getPaused() {
            return this.paused;
        }

        @Override
        public final java.util.Map<java.lang.String, java.lang.String> getPodAnnotations() {
            return this.podAnnotations;
        }

        @Override
        public final java.util.Map<java.lang.String, java.lang.String> getPodLabels() {
            return this.podLabels;
        }

        @Override
        public final java.lang.Number getReplicas() {
            return this.replicas;
        }

        @Override
        public final java.lang.Object getResources() {
            return this.resources;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServer getServer() {
            return this.server;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorage getStorage() {
            return this.storage;
        }

        @Override
        public final java.util.List<java.lang.Object> getTolerations() {
            return this.tolerations;
        }

        @Override
        public final java.util.List<java.lang.Object> getTopologySpreadConstraints() {
            return this.topologySpreadConstraints;
        }

        @Override
        public final java.lang.String getVersion() {
            return this.version;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getAdditionalVolumeMounts() != null) {
                data.set("additionalVolumeMounts", om.valueToTree(this.getAdditionalVolumeMounts()));
            }
            if (this.getAdditionalVolumes() != null) {
                data.set("additionalVolumes", om.valueToTree(this.getAdditionalVolumes()));
            }
            if (this.getAffinity() != null) {
                data.set("affinity", om.valueToTree(this.getAffinity()));
            }
            if (this.getAuth() != null) {
                data.set("auth", om.valueToTree(this.getAuth()));
            }
            if (this.getAutoscaling() != null) {
                data.set("autoscaling", om.valueToTree(this.getAutoscaling()));
            }
            if (this.getChdb() != null) {
                data.set("chdb", om.valueToTree(this.getChdb()));
            }
            if (this.getCluster() != null) {
                data.set("cluster", om.valueToTree(this.getCluster()));
            }
            if (this.getCompaction() != null) {
                data.set("compaction", om.valueToTree(this.getCompaction()));
            }
            if (this.getFailover() != null) {
                data.set("failover", om.valueToTree(this.getFailover()));
            }
            if (this.getFlush() != null) {
                data.set("flush", om.valueToTree(this.getFlush()));
            }
            if (this.getImage() != null) {
                data.set("image", om.valueToTree(this.getImage()));
            }
            if (this.getImagePullPolicy() != null) {
                data.set("imagePullPolicy", om.valueToTree(this.getImagePullPolicy()));
            }
            if (this.getImagePullSecrets() != null) {
                data.set("imagePullSecrets", om.valueToTree(this.getImagePullSecrets()));
            }
            if (this.getLogging() != null) {
                data.set("logging", om.valueToTree(this.getLogging()));
            }
            if (this.getMonitoring() != null) {
                data.set("monitoring", om.valueToTree(this.getMonitoring()));
            }
            if (this.getPaused() != null) {
                data.set("paused", om.valueToTree(this.getPaused()));
            }
            if (this.getPodAnnotations() != null) {
                data.set("podAnnotations", om.valueToTree(this.getPodAnnotations()));
            }
            if (this.getPodLabels() != null) {
                data.set("podLabels", om.valueToTree(this.getPodLabels()));
            }
            if (this.getReplicas() != null) {
                data.set("replicas", om.valueToTree(this.getReplicas()));
            }
            if (this.getResources() != null) {
                data.set("resources", om.valueToTree(this.getResources()));
            }
            if (this.getServer() != null) {
                data.set("server", om.valueToTree(this.getServer()));
            }
            if (this.getStorage() != null) {
                data.set("storage", om.valueToTree(this.getStorage()));
            }
            if (this.getTolerations() != null) {
                data.set("tolerations", om.valueToTree(this.getTolerations()));
            }
            if (this.getTopologySpreadConstraints() != null) {
                data.set("topologySpreadConstraints", om.valueToTree(this.getTopologySpreadConstraints()));
            }
            if (this.getVersion() != null) {
                data.set("version", om.valueToTree(this.getVersion()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpec"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpec.Jsii$Proxy that = (HyperbytedbClusterSpec.Jsii$Proxy) o;

            if (this.additionalVolumeMounts != null ? !this.additionalVolumeMounts.equals(that.additionalVolumeMounts) : that.additionalVolumeMounts != null) return false;
            if (this.additionalVolumes != null ? !this.additionalVolumes.equals(that.additionalVolumes) : that.additionalVolumes != null) return false;
            if (this.affinity != null ? !this.affinity.equals(that.affinity) : that.affinity != null) return false;
            if (this.auth != null ? !this.auth.equals(that.auth) : that.auth != null) return false;
            if (this.autoscaling != null ? !this.autoscaling.equals(that.autoscaling) : that.autoscaling != null) return false;
            if (this.chdb != null ? !this.chdb.equals(that.chdb) : that.chdb != null) return false;
            if (this.cluster != null ? !this.cluster.equals(that.cluster) : that.cluster != null) return false;
            if (this.compaction != null ? !this.compaction.equals(that.compaction) : that.compaction != null) return false;
            if (this.failover != null ? !this.failover.equals(that.failover) : that.failover != null) return false;
            if (this.flush != null ? !this.flush.equals(that.flush) : that.flush != null) return false;
            if (this.image != null ? !this.image.equals(that.image) : that.image != null) return false;
            if (this.imagePullPolicy != null ? !this.imagePullPolicy.equals(that.imagePullPolicy) : that.imagePullPolicy != null) return false;
            if (this.imagePullSecrets != null ? !this.imagePullSecrets.equals(that.imagePullSecrets) : that.imagePullSecrets != null) return false;
            if (this.logging != null ? !this.logging.equals(that.logging) : that.logging != null) return false;
            if (this.monitoring != null ? !this.monitoring.equals(that.monitoring) : that.monitoring != null) return false;
            if (this.paused != null ? !this.paused.equals(that.paused) : that.paused != null) return false;
            if (this.podAnnotations != null ? !this.podAnnotations.equals(that.podAnnotations) : that.podAnnotations != null) return false;
            if (this.podLabels != null ? !this.podLabels.equals(that.podLabels) : that.podLabels != null) return false;
            if (this.replicas != null ? !this.replicas.equals(that.replicas) : that.replicas != null) return false;
            if (this.resources != null ? !this.resources.equals(that.resources) : that.resources != null) return false;
            if (this.server != null ? !this.server.equals(that.server) : that.server != null) return false;
            if (this.storage != null ? !this.storage.equals(that.storage) : that.storage != null) return false;
            if (this.tolerations != null ? !this.tolerations.equals(that.tolerations) : that.tolerations != null) return false;
            if (this.topologySpreadConstraints != null ? !this.topologySpreadConstraints.equals(that.topologySpreadConstraints) : that.topologySpreadConstraints != null) return false;
            return this.version != null ? this.version.equals(that.version) : that.version == null;
        }

        @Override
        public final int hashCode() {
            int result = this.additionalVolumeMounts != null ? this.additionalVolumeMounts.hashCode() : 0;
            result = 31 * result + (this.additionalVolumes != null ? this.additionalVolumes.hashCode() : 0);
            result = 31 * result + (this.affinity != null ? this.affinity.hashCode() : 0);
            result = 31 * result + (this.auth != null ? this.auth.hashCode() : 0);
            result = 31 * result + (this.autoscaling != null ? this.autoscaling.hashCode() : 0);
            result = 31 * result + (this.chdb != null ? this.chdb.hashCode() : 0);
            result = 31 * result + (this.cluster != null ? this.cluster.hashCode() : 0);
            result = 31 * result + (this.compaction != null ? this.compaction.hashCode() : 0);
            result = 31 * result + (this.failover != null ? this.failover.hashCode() : 0);
            result = 31 * result + (this.flush != null ? this.flush.hashCode() : 0);
            result = 31 * result + (this.image != null ? this.image.hashCode() : 0);
            result = 31 * result + (this.imagePullPolicy != null ? this.imagePullPolicy.hashCode() : 0);
            result = 31 * result + (this.imagePullSecrets != null ? this.imagePullSecrets.hashCode() : 0);
            result = 31 * result + (this.logging != null ? this.logging.hashCode() : 0);
            result = 31 * result + (this.monitoring != null ? this.monitoring.hashCode() : 0);
            result = 31 * result + (this.paused != null ? this.paused.hashCode() : 0);
            result = 31 * result + (this.podAnnotations != null ? this.podAnnotations.hashCode() : 0);
            result = 31 * result + (this.podLabels != null ? this.podLabels.hashCode() : 0);
            result = 31 * result + (this.replicas != null ? this.replicas.hashCode() : 0);
            result = 31 * result + (this.resources != null ? this.resources.hashCode() : 0);
            result = 31 * result + (this.server != null ? this.server.hashCode() : 0);
            result = 31 * result + (this.storage != null ? this.storage.hashCode() : 0);
            result = 31 * result + (this.tolerations != null ? this.tolerations.hashCode() : 0);
            result = 31 * result + (this.topologySpreadConstraints != null ? this.topologySpreadConstraints.hashCode() : 0);
            result = 31 * result + (this.version != null ? this.version.hashCode() : 0);
            return result;
        }
    }
}
