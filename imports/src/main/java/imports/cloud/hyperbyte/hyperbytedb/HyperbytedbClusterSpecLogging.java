package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecLogging")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecLogging.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecLogging extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat getFormat() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel getLevel() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecLogging}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecLogging}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecLogging> {
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat format;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel level;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecLogging#getFormat}
         * @param format the value to be set.
         * @return {@code this}
         */
        public Builder format(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat format) {
            this.format = format;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecLogging#getLevel}
         * @param level the value to be set.
         * @return {@code this}
         */
        public Builder level(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel level) {
            this.level = level;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecLogging}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecLogging build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecLogging}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecLogging {
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat format;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel level;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.format = software.amazon.jsii.Kernel.get(this, "format", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat.class));
            this.level = software.amazon.jsii.Kernel.get(this, "level", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.format = builder.format;
            this.level = builder.level;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingFormat getFormat() {
            return this.format;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecLoggingLevel getLevel() {
            return this.level;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getFormat() != null) {
                data.set("format", om.valueToTree(this.getFormat()));
            }
            if (this.getLevel() != null) {
                data.set("level", om.valueToTree(this.getLevel()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecLogging"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecLogging.Jsii$Proxy that = (HyperbytedbClusterSpecLogging.Jsii$Proxy) o;

            if (this.format != null ? !this.format.equals(that.format) : that.format != null) return false;
            return this.level != null ? this.level.equals(that.level) : that.level == null;
        }

        @Override
        public final int hashCode() {
            int result = this.format != null ? this.format.hashCode() : 0;
            result = 31 * result + (this.level != null ? this.level.hashCode() : 0);
            return result;
        }
    }
}
