package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecStorageVolumeClaimTemplate.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecStorageVolumeClaimTemplate extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize getSize() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getStorageClassName() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecStorageVolumeClaimTemplate> {
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize size;
        java.lang.String storageClassName;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate#getSize}
         * @param size the value to be set.
         * @return {@code this}
         */
        public Builder size(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize size) {
            this.size = size;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate#getStorageClassName}
         * @param storageClassName the value to be set.
         * @return {@code this}
         */
        public Builder storageClassName(java.lang.String storageClassName) {
            this.storageClassName = storageClassName;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecStorageVolumeClaimTemplate build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecStorageVolumeClaimTemplate}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecStorageVolumeClaimTemplate {
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize size;
        private final java.lang.String storageClassName;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.size = software.amazon.jsii.Kernel.get(this, "size", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize.class));
            this.storageClassName = software.amazon.jsii.Kernel.get(this, "storageClassName", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.size = builder.size;
            this.storageClassName = builder.storageClassName;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize getSize() {
            return this.size;
        }

        @Override
        public final java.lang.String getStorageClassName() {
            return this.storageClassName;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getSize() != null) {
                data.set("size", om.valueToTree(this.getSize()));
            }
            if (this.getStorageClassName() != null) {
                data.set("storageClassName", om.valueToTree(this.getStorageClassName()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecStorageVolumeClaimTemplate.Jsii$Proxy that = (HyperbytedbClusterSpecStorageVolumeClaimTemplate.Jsii$Proxy) o;

            if (this.size != null ? !this.size.equals(that.size) : that.size != null) return false;
            return this.storageClassName != null ? this.storageClassName.equals(that.storageClassName) : that.storageClassName == null;
        }

        @Override
        public final int hashCode() {
            int result = this.size != null ? this.size.hashCode() : 0;
            result = 31 * result + (this.storageClassName != null ? this.storageClassName.hashCode() : 0);
            return result;
        }
    }
}
