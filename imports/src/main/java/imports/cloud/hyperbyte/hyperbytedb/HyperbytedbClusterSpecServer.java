package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecServer")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecServer.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecServer extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getMaxBodySizeBytes() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getPort() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getQueryTimeoutSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getRequestTimeoutSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls getTls() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecServer}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecServer}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecServer> {
        java.lang.Number maxBodySizeBytes;
        java.lang.Number port;
        java.lang.Number queryTimeoutSecs;
        java.lang.Number requestTimeoutSecs;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls tls;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServer#getMaxBodySizeBytes}
         * @param maxBodySizeBytes the value to be set.
         * @return {@code this}
         */
        public Builder maxBodySizeBytes(java.lang.Number maxBodySizeBytes) {
            this.maxBodySizeBytes = maxBodySizeBytes;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServer#getPort}
         * @param port the value to be set.
         * @return {@code this}
         */
        public Builder port(java.lang.Number port) {
            this.port = port;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServer#getQueryTimeoutSecs}
         * @param queryTimeoutSecs the value to be set.
         * @return {@code this}
         */
        public Builder queryTimeoutSecs(java.lang.Number queryTimeoutSecs) {
            this.queryTimeoutSecs = queryTimeoutSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServer#getRequestTimeoutSecs}
         * @param requestTimeoutSecs the value to be set.
         * @return {@code this}
         */
        public Builder requestTimeoutSecs(java.lang.Number requestTimeoutSecs) {
            this.requestTimeoutSecs = requestTimeoutSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServer#getTls}
         * @param tls the value to be set.
         * @return {@code this}
         */
        public Builder tls(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls tls) {
            this.tls = tls;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecServer}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecServer build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecServer}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecServer {
        private final java.lang.Number maxBodySizeBytes;
        private final java.lang.Number port;
        private final java.lang.Number queryTimeoutSecs;
        private final java.lang.Number requestTimeoutSecs;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls tls;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.maxBodySizeBytes = software.amazon.jsii.Kernel.get(this, "maxBodySizeBytes", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.port = software.amazon.jsii.Kernel.get(this, "port", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.queryTimeoutSecs = software.amazon.jsii.Kernel.get(this, "queryTimeoutSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.requestTimeoutSecs = software.amazon.jsii.Kernel.get(this, "requestTimeoutSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.tls = software.amazon.jsii.Kernel.get(this, "tls", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.maxBodySizeBytes = builder.maxBodySizeBytes;
            this.port = builder.port;
            this.queryTimeoutSecs = builder.queryTimeoutSecs;
            this.requestTimeoutSecs = builder.requestTimeoutSecs;
            this.tls = builder.tls;
        }

        @Override
        public final java.lang.Number getMaxBodySizeBytes() {
            return this.maxBodySizeBytes;
        }

        @Override
        public final java.lang.Number getPort() {
            return this.port;
        }

        @Override
        public final java.lang.Number getQueryTimeoutSecs() {
            return this.queryTimeoutSecs;
        }

        @Override
        public final java.lang.Number getRequestTimeoutSecs() {
            return this.requestTimeoutSecs;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTls getTls() {
            return this.tls;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getMaxBodySizeBytes() != null) {
                data.set("maxBodySizeBytes", om.valueToTree(this.getMaxBodySizeBytes()));
            }
            if (this.getPort() != null) {
                data.set("port", om.valueToTree(this.getPort()));
            }
            if (this.getQueryTimeoutSecs() != null) {
                data.set("queryTimeoutSecs", om.valueToTree(this.getQueryTimeoutSecs()));
            }
            if (this.getRequestTimeoutSecs() != null) {
                data.set("requestTimeoutSecs", om.valueToTree(this.getRequestTimeoutSecs()));
            }
            if (this.getTls() != null) {
                data.set("tls", om.valueToTree(this.getTls()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecServer"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecServer.Jsii$Proxy that = (HyperbytedbClusterSpecServer.Jsii$Proxy) o;

            if (this.maxBodySizeBytes != null ? !this.maxBodySizeBytes.equals(that.maxBodySizeBytes) : that.maxBodySizeBytes != null) return false;
            if (this.port != null ? !this.port.equals(that.port) : that.port != null) return false;
            if (this.queryTimeoutSecs != null ? !this.queryTimeoutSecs.equals(that.queryTimeoutSecs) : that.queryTimeoutSecs != null) return false;
            if (this.requestTimeoutSecs != null ? !this.requestTimeoutSecs.equals(that.requestTimeoutSecs) : that.requestTimeoutSecs != null) return false;
            return this.tls != null ? this.tls.equals(that.tls) : that.tls == null;
        }

        @Override
        public final int hashCode() {
            int result = this.maxBodySizeBytes != null ? this.maxBodySizeBytes.hashCode() : 0;
            result = 31 * result + (this.port != null ? this.port.hashCode() : 0);
            result = 31 * result + (this.queryTimeoutSecs != null ? this.queryTimeoutSecs.hashCode() : 0);
            result = 31 * result + (this.requestTimeoutSecs != null ? this.requestTimeoutSecs.hashCode() : 0);
            result = 31 * result + (this.tls != null ? this.tls.hashCode() : 0);
            return result;
        }
    }
}
