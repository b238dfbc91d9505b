package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecChdb")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecChdb.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecChdb extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getPoolSize() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecChdb}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecChdb}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecChdb> {
        java.lang.Number poolSize;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecChdb#getPoolSize}
         * @param poolSize the value to be set.
         * @return {@code this}
         */
        public Builder poolSize(java.lang.Number poolSize) {
            this.poolSize = poolSize;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecChdb}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecChdb build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecChdb}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecChdb {
        private final java.lang.Number poolSize;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.poolSize = software.amazon.jsii.Kernel.get(this, "poolSize", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.poolSize = builder.poolSize;
        }

        @Override
        public final java.lang.Number getPoolSize() {
            return this.poolSize;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getPoolSize() != null) {
                data.set("poolSize", om.valueToTree(this.getPoolSize()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecChdb"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecChdb.Jsii$Proxy that = (HyperbytedbClusterSpecChdb.Jsii$Proxy) o;

            return this.poolSize != null ? this.poolSize.equals(that.poolSize) : that.poolSize == null;
        }

        @Override
        public final int hashCode() {
            int result = this.poolSize != null ? this.poolSize.hashCode() : 0;
            return result;
        }
    }
}
