package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecCompaction")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecCompaction.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecCompaction extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Boolean getEnabled() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getIntervalSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getMinFilesToCompact() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getTargetFileSizeMb() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecCompaction}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecCompaction}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecCompaction> {
        java.lang.Boolean enabled;
        java.lang.Number intervalSecs;
        java.lang.Number minFilesToCompact;
        java.lang.Number targetFileSizeMb;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCompaction#getEnabled}
         * @param enabled the value to be set.
         * @return {@code this}
         */
        public Builder enabled(java.lang.Boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCompaction#getIntervalSecs}
         * @param intervalSecs the value to be set.
         * @return {@code this}
         */
        public Builder intervalSecs(java.lang.Number intervalSecs) {
            this.intervalSecs = intervalSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCompaction#getMinFilesToCompact}
         * @param minFilesToCompact the value to be set.
         * @return {@code this}
         */
        public Builder minFilesToCompact(java.lang.Number minFilesToCompact) {
            this.minFilesToCompact = minFilesToCompact;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecCompaction#getTargetFileSizeMb}
         * @param targetFileSizeMb the value to be set.
         * @return {@code this}
         */
        public Builder targetFileSizeMb(java.lang.Number targetFileSizeMb) {
            this.targetFileSizeMb = targetFileSizeMb;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecCompaction}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecCompaction build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecCompaction}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecCompaction {
        private final java.lang.Boolean enabled;
        private final java.lang.Number intervalSecs;
        private final java.lang.Number minFilesToCompact;
        private final java.lang.Number targetFileSizeMb;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.enabled = software.amazon.jsii.Kernel.get(this, "enabled", software.amazon.jsii.NativeType.forClass(java.lang.Boolean.class));
            this.intervalSecs = software.amazon.jsii.Kernel.get(this, "intervalSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.minFilesToCompact = software.amazon.jsii.Kernel.get(this, "minFilesToCompact", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.targetFileSizeMb = software.amazon.jsii.Kernel.get(this, "targetFileSizeMb", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.enabled = builder.enabled;
            this.intervalSecs = builder.intervalSecs;
            this.minFilesToCompact = builder.minFilesToCompact;
            this.targetFileSizeMb = builder.targetFileSizeMb;
        }

        @Override
        public final java.lang.Boolean getEnabled() {
            return this.enabled;
        }

        @Override
        public final java.lang.Number getIntervalSecs() {
            return this.intervalSecs;
        }

        @Override
        public final java.lang.Number getMinFilesToCompact() {
            return this.minFilesToCompact;
        }

        @Override
        public final java.lang.Number getTargetFileSizeMb() {
            return this.targetFileSizeMb;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getEnabled() != null) {
                data.set("enabled", om.valueToTree(this.getEnabled()));
            }
            if (this.getIntervalSecs() != null) {
                data.set("intervalSecs", om.valueToTree(this.getIntervalSecs()));
            }
            if (this.getMinFilesToCompact() != null) {
                data.set("minFilesToCompact", om.valueToTree(this.getMinFilesToCompact()));
            }
            if (this.getTargetFileSizeMb() != null) {
                data.set("targetFileSizeMb", om.valueToTree(this.getTargetFileSizeMb()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecCompaction"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecCompaction.Jsii$Proxy that = (HyperbytedbClusterSpecCompaction.Jsii$Proxy) o;

            if (this.enabled != null ? !this.enabled.equals(that.enabled) : that.enabled != null) return false;
            if (this.intervalSecs != null ? !this.intervalSecs.equals(that.intervalSecs) : that.intervalSecs != null) return false;
            if (this.minFilesToCompact != null ? !this.minFilesToCompact.equals(that.minFilesToCompact) : that.minFilesToCompact != null) return false;
            return this.targetFileSizeMb != null ? this.targetFileSizeMb.equals(that.targetFileSizeMb) : that.targetFileSizeMb == null;
        }

        @Override
        public final int hashCode() {
            int result = this.enabled != null ? this.enabled.hashCode() : 0;
            result = 31 * result + (this.intervalSecs != null ? this.intervalSecs.hashCode() : 0);
            result = 31 * result + (this.minFilesToCompact != null ? this.minFilesToCompact.hashCode() : 0);
            result = 31 * result + (this.targetFileSizeMb != null ? this.targetFileSizeMb.hashCode() : 0);
            return result;
        }
    }
}
