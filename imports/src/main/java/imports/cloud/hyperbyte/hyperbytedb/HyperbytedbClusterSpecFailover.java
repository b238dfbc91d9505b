package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecFailover")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecFailover.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecFailover extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    @org.jetbrains.annotations.NotNull java.lang.Boolean getEnabled();

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getFailoverTimeoutSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getMaxFailoverCount() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecFailover}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecFailover}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecFailover> {
        java.lang.Boolean enabled;
        java.lang.Number failoverTimeoutSecs;
        java.lang.Number maxFailoverCount;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFailover#getEnabled}
         * @param enabled the value to be set. This parameter is required.
         * @return {@code this}
         */
        public Builder enabled(java.lang.Boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFailover#getFailoverTimeoutSecs}
         * @param failoverTimeoutSecs the value to be set.
         * @return {@code this}
         */
        public Builder failoverTimeoutSecs(java.lang.Number failoverTimeoutSecs) {
            this.failoverTimeoutSecs = failoverTimeoutSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFailover#getMaxFailoverCount}
         * @param maxFailoverCount the value to be set.
         * @return {@code this}
         */
        public Builder maxFailoverCount(java.lang.Number maxFailoverCount) {
            this.maxFailoverCount = maxFailoverCount;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecFailover}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecFailover build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecFailover}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecFailover {
        private final java.lang.Boolean enabled;
        private final java.lang.Number failoverTimeoutSecs;
        private final java.lang.Number maxFailoverCount;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.enabled = software.amazon.jsii.Kernel.get(this, "enabled", software.amazon.jsii.NativeType.forClass(java.lang.Boolean.class));
            this.failoverTimeoutSecs = software.amazon.jsii.Kernel.get(this, "failoverTimeoutSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.maxFailoverCount = software.amazon.jsii.Kernel.get(this, "maxFailoverCount", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.enabled = java.util.Objects.requireNonNull(builder.enabled, "enabled is required");
            this.failoverTimeoutSecs = builder.failoverTimeoutSecs;
            this.maxFailoverCount = builder.maxFailoverCount;
        }

        @Override
        public final java.lang.Boolean getEnabled() {
            return this.enabled;
        }

        @Override
        public final java.lang.Number getFailoverTimeoutSecs() {
            return this.failoverTimeoutSecs;
        }

        @Override
        public final java.lang.Number getMaxFailoverCount() {
            return this.maxFailoverCount;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            data.set("enabled", om.valueToTree(this.getEnabled()));
            if (this.getFailoverTimeoutSecs() != null) {
                data.set("failoverTimeoutSecs", om.valueToTree(this.getFailoverTimeoutSecs()));
            }
            if (this.getMaxFailoverCount() != null) {
                data.set("maxFailoverCount", om.valueToTree(this.getMaxFailoverCount()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecFailover"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecFailover.Jsii$Proxy that = (HyperbytedbClusterSpecFailover.Jsii$Proxy) o;

            if (!enabled.equals(that.enabled)) return false;
            if (this.failoverTimeoutSecs != null ? !this.failoverTimeoutSecs.equals(that.failoverTimeoutSecs) : that.failoverTimeoutSecs != null) return false;
            return this.maxFailoverCount != null ? this.maxFailoverCount.equals(that.maxFailoverCount) : that.maxFailoverCount == null;
        }

        @Override
        public final int hashCode() {
            int result = this.enabled.hashCode();
            result = 31 * result + (this.failoverTimeoutSecs != null ? this.failoverTimeoutSecs.hashCode() : 0);
            result = 31 * result + (this.maxFailoverCount != null ? this.maxFailoverCount.hashCode() : 0);
            return result;
        }
    }
}
