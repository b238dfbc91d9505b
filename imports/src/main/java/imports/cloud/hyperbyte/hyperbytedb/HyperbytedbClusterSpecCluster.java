package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecCluster")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecCluster.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecCluster extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Boolean getAntiEntropyEnabled() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getAntiEntropyIntervalSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getHeartbeatIntervalSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getHeartbeatMissThreshold() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getRaftElectionTimeoutMs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getRaftHeartbeatIntervalMs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getRaftSnapshotThreshold() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getReplicationMaxRetries() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getSyncMaxConcurrentFiles() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls getTls() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecCluster}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecCluster}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecCluster> {
        java.lang.Boolean antiEntropyEnabled;
        java.lang.Number antiEntropyIntervalSecs;
        java.lang.Number heartbeatIntervalSecs;
        java.lang.Number heartbeatMissThreshold;
        java.lang.Number raftElectionTimeoutMs;
        java.lang.Number raftHeartbeatIntervalMs;
        java.lang.Number raftSnapshotThreshold;
        java.lang.Number replicationMaxRetries;
        java.lang.Number syncMaxConcurrentFiles;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls tls;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getAntiEntropyEnabled}
         * @param antiEntropyEnabled the value to be set.
         * @return {@code this}
         */
        public Builder antiEntropyEnabled(java.lang.Boolean antiEntropyEnabled) {
            this.antiEntropyEnabled = antiEntropyEnabled;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getAntiEntropyIntervalSecs}
         * @param antiEntropyIntervalSecs the value to be set.
         * @return {@code this}
         */
        public Builder antiEntropyIntervalSecs(java.lang.Number antiEntropyIntervalSecs) {
            this.antiEntropyIntervalSecs = antiEntropyIntervalSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getHeartbeatIntervalSecs}
         * @param heartbeatIntervalSecs the value to be set.
         * @return {@code this}
         */
        public Builder heartbeatIntervalSecs(java.lang.Number heartbeatIntervalSecs) {
            this.heartbeatIntervalSecs = heartbeatIntervalSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getHeartbeatMissThreshold}
         * @param heartbeatMissThreshold the value to be set.
         * @return {@code this}
         */
        public Builder heartbeatMissThreshold(java.lang.Number heartbeatMissThreshold) {
            this.heartbeatMissThreshold = heartbeatMissThreshold;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getRaftElectionTimeoutMs}
         * @param raftElectionTimeoutMs the value to be set.
         * @return {@code this}
         */
        public Builder raftElectionTimeoutMs(java.lang.Number raftElectionTimeoutMs) {
            this.raftElectionTimeoutMs = raftElectionTimeoutMs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getRaftHeartbeatIntervalMs}
         * @param raftHeartbeatIntervalMs the value to be set.
         * @return {@code this}
         */
        public Builder raftHeartbeatIntervalMs(java.lang.Number raftHeartbeatIntervalMs) {
            this.raftHeartbeatIntervalMs = raftHeartbeatIntervalMs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getRaftSnapshotThreshold}
         * @param raftSnapshotThreshold the value to be set.
         * @return {@code this}
         */
        public Builder raftSnapshotThreshold(java.lang.Number raftSnapshotThreshold) {
            this.raftSnapshotThreshold = raftSnapshotThreshold;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getReplicationMaxRetries}
         * @param replicationMaxRetries the value to be set.
         * @return {@code this}
         */
        public Builder replicationMaxRetries(java.lang.Number replicationMaxRetries) {
            this.replicationMaxRetries = replicationMaxRetries;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getSyncMaxConcurrentFiles}
         * @param syncMaxConcurrentFiles the value to be set.
         * @return {@code this}
         */
        public Builder syncMaxConcurrentFiles(java.lang.Number syncMaxConcurrentFiles) {
            this.syncMaxConcurrentFiles = syncMaxConcurrentFiles;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCluster#getTls}
         * @param tls the value to be set.
         * @return {@code this}
         */
        public Builder tls(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls tls) {
            this.tls = tls;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecCluster}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecCluster build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecCluster}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecCluster {
        private final java.lang.Boolean antiEntropyEnabled;
        private final java.lang.Number antiEntropyIntervalSecs;
        private final java.lang.Number heartbeatIntervalSecs;
        private final java.lang.Number heartbeatMissThreshold;
        private final java.lang.Number raftElectionTimeoutMs;
        private final java.lang.Number raftHeartbeatIntervalMs;
        private final java.lang.Number raftSnapshotThreshold;
        private final java.lang.Number replicationMaxRetries;
        private final java.lang.Number syncMaxConcurrentFiles;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls tls;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.antiEntropyEnabled = software.amazon.jsii.Kernel.get(this, "antiEntropyEnabled", software.amazon.jsii.NativeType.forClass(java.lang.Boolean.class));
            this.antiEntropyIntervalSecs = software.amazon.jsii.Kernel.get(this, "antiEntropyIntervalSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.heartbeatIntervalSecs = software.amazon.jsii.Kernel.get(this, "heartbeatIntervalSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.heartbeatMissThreshold = software.amazon.jsii.Kernel.get(this, "heartbeatMissThreshold", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.raftElectionTimeoutMs = software.amazon.jsii.Kernel.get(this, "raftElectionTimeoutMs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.raftHeartbeatIntervalMs = software.amazon.jsii.Kernel.get(this, "raftHeartbeatIntervalMs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.raftSnapshotThreshold = software.amazon.jsii.Kernel.get(this, "raftSnapshotThreshold", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.replicationMaxRetries = software.amazon.jsii.Kernel.get(this, "replicationMaxRetries", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.syncMaxConcurrentFiles = software.amazon.jsii.Kernel.get(this, "syncMaxConcurrentFiles", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.tls = software.amazon.jsii.Kernel.get(this, "tls", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.antiEntropyEnabled = builder.antiEntropyEnabled;
            this.antiEntropyIntervalSecs = builder.antiEntropyIntervalSecs;
            this.heartbeatIntervalSecs = builder.heartbeatIntervalSecs;
            this.heartbeatMissThreshold = builder.heartbeatMissThreshold;
            this.raftElectionTimeoutMs = builder.raftElectionTimeoutMs;
            this.raftHeartbeatIntervalMs = builder.raftHeartbeatIntervalMs;
            this.raftSnapshotThreshold = builder.raftSnapshotThreshold;
            this.replicationMaxRetries = builder.replicationMaxRetries;
            this.syncMaxConcurrentFiles = builder.syncMaxConcurrentFiles;
            this.tls = builder.tls;
        }

        @Override
        public final java.lang.Boolean getAntiEntropyEnabled() {
            return this.antiEntropyEnabled;
        }

        @Override
        public final java.lang.Number getAntiEntropyIntervalSecs() {
            return this.antiEntropyIntervalSecs;
        }

        @Override
        public final java.lang.Number getHeartbeatIntervalSecs() {
            return this.heartbeatIntervalSecs;
        }

        @Override
        public final java.lang.Number getHeartbeatMissThreshold() {
            return this.heartbeatMissThreshold;
        }

        @Override
        public final java.lang.Number getRaftElectionTimeoutMs() {
            return this.raftElectionTimeoutMs;
        }

        @Override
        public final java.lang.Number getRaftHeartbeatIntervalMs() {
            return this.raftHeartbeatIntervalMs;
        }

        @Override
        public final java.lang.Number getRaftSnapshotThreshold() {
            return this.raftSnapshotThreshold;
        }

        @Override
        public final java.lang.Number getReplicationMaxRetries() {
            return this.replicationMaxRetries;
        }

        @Override
        public final java.lang.Number getSyncMaxConcurrentFiles() {
            return this.syncMaxConcurrentFiles;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecClusterTls getTls() {
            return this.tls;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getAntiEntropyEnabled() != null) {
                data.set("antiEntropyEnabled", om.valueToTree(this.getAntiEntropyEnabled()));
            }
            if (this.getAntiEntropyIntervalSecs() != null) {
                data.set("antiEntropyIntervalSecs", om.valueToTree(this.getAntiEntropyIntervalSecs()));
            }
            if (this.getHeartbeatIntervalSecs() != null) {
                data.set("heartbeatIntervalSecs", om.valueToTree(this.getHeartbeatIntervalSecs()));
            }
            if (this.getHeartbeatMissThreshold() != null) {
                data.set("heartbeatMissThreshold", om.valueToTree(this.getHeartbeatMissThreshold()));
            }
            if (this.getRaftElectionTimeoutMs() != null) {
                data.set("raftElectionTimeoutMs", om.valueToTree(this.getRaftElectionTimeoutMs()));
            }
            if (this.getRaftHeartbeatIntervalMs() != null) {
                data.set("raftHeartbeatIntervalMs", om.valueToTree(this.getRaftHeartbeatIntervalMs()));
            }
            if (this.getRaftSnapshotThreshold() != null) {
                data.set("raftSnapshotThreshold", om.valueToTree(this.getRaftSnapshotThreshold()));
            }
            if (this.getReplicationMaxRetries() != null) {
                data.set("replicationMaxRetries", om.valueToTree(this.getReplicationMaxRetries()));
            }
            if (this.getSyncMaxConcurrentFiles() != null) {
                data.set("syncMaxConcurrentFiles", om.valueToTree(this.getSyncMaxConcurrentFiles()));
            }
            if (this.getTls() != null) {
                data.set("tls", om.valueToTree(this.getTls()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecCluster"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecCluster.Jsii$Proxy that = (HyperbytedbClusterSpecCluster.Jsii$Proxy) o;

            if (this.antiEntropyEnabled != null ? !this.antiEntropyEnabled.equals(that.antiEntropyEnabled) : that.antiEntropyEnabled != null) return false;
            if (this.antiEntropyIntervalSecs != null ? !this.antiEntropyIntervalSecs.equals(that.antiEntropyIntervalSecs) : that.antiEntropyIntervalSecs != null) return false;
            if (this.heartbeatIntervalSecs != null ? !this.heartbeatIntervalSecs.equals(that.heartbeatIntervalSecs) : that.heartbeatIntervalSecs != null) return false;
            if (this.heartbeatMissThreshold != null ? !this.heartbeatMissThreshold.equals(that.heartbeatMissThreshold) : that.heartbeatMissThreshold != null) return false;
            if (this.raftElectionTimeoutMs != null ? !this.raftElectionTimeoutMs.equals(that.raftElectionTimeoutMs) : that.raftElectionTimeoutMs != null) return false;
            if (this.raftHeartbeatIntervalMs != null ? !this.raftHeartbeatIntervalMs.equals(that.raftHeartbeatIntervalMs) : that.raftHeartbeatIntervalMs != null) return false;
            if (this.raftSnapshotThreshold != null ? !this.raftSnapshotThreshold.equals(that.raftSnapshotThreshold) : that.raftSnapshotThreshold != null) return false;
            if (this.replicationMaxRetries != null ? !this.replicationMaxRetries.equals(that.replicationMaxRetries) : that.replicationMaxRetries != null) return false;
            if (this.syncMaxConcurrentFiles != null ? !this.syncMaxConcurrentFiles.equals(that.syncMaxConcurrentFiles) : that.syncMaxConcurrentFiles != null) return false;
            return this.tls != null ? this.tls.equals(that.tls) : that.tls == null;
        }

        @Override
        public final int hashCode() {
            int result = this.antiEntropyEnabled != null ? this.antiEntropyEnabled.hashCode() : 0;
            result = 31 * result + (this.antiEntropyIntervalSecs != null ? this.antiEntropyIntervalSecs.hashCode() : 0);
            result = 31 * result + (this.heartbeatIntervalSecs != null ? this.heartbeatIntervalSecs.hashCode() : 0);
            result = 31 * result + (this.heartbeatMissThreshold != null ? this.heartbeatMissThreshold.hashCode() : 0);
            result = 31 * result + (this.raftElectionTimeoutMs != null ? this.raftElectionTimeoutMs.hashCode() : 0);
            result = 31 * result + (this.raftHeartbeatIntervalMs != null ? this.raftHeartbeatIntervalMs.hashCode() : 0);
            result = 31 * result + (this.raftSnapshotThreshold != null ? this.raftSnapshotThreshold.hashCode() : 0);
            result = 31 * result + (this.replicationMaxRetries != null ? this.replicationMaxRetries.hashCode() : 0);
            result = 31 * result + (this.syncMaxConcurrentFiles != null ? this.syncMaxConcurrentFiles.hashCode() : 0);
            result = 31 * result + (this.tls != null ? this.tls.hashCode() : 0);
            return result;
        }
    }
}
