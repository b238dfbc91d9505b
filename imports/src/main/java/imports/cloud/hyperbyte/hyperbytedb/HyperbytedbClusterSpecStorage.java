package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecStorage")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecStorage.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecStorage extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend getBackend() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3 getS3() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate getVolumeClaimTemplate() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecStorage}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecStorage}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecStorage> {
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend backend;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3 s3;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate volumeClaimTemplate;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecStorage#getBackend}
         * @param backend the value to be set.
         * @return {@code this}
         */
        public Builder backend(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend backend) {
            this.backend = backend;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecStorage#getS3}
         * @param s3 the value to be set.
         * @return {@code this}
         */
        public Builder s3(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3 s3) {
            this.s3 = s3;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecStorage#getVolumeClaimTemplate}
         * @param volumeClaimTemplate the value to be set.
         * @return {@code this}
         */
        public Builder volumeClaimTemplate(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate volumeClaimTemplate) {
            this.volumeClaimTemplate = volumeClaimTemplate;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecStorage}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecStorage build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecStorage}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecStorage {
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend backend;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3 s3;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate volumeClaimTemplate;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.backend = software.amazon.jsii.Kernel.get(this, "backend", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend.class));
            this.s3 = software.amazon.jsii.Kernel.get(this, "s3", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3.class));
            this.volumeClaimTemplate = software.amazon.jsii.Kernel.get(this, "volumeClaimTemplate", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.backend = builder.backend;
            this.s3 = builder.s3;
            this.volumeClaimTemplate = builder.volumeClaimTemplate;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageBackend getBackend() {
            return this.backend;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageS3 getS3() {
            return this.s3;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplate getVolumeClaimTemplate() {
            return this.volumeClaimTemplate;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getBackend() != null) {
                data.set("backend", om.valueToTree(this.getBackend()));
            }
            if (this.getS3() != null) {
                data.set("s3", om.valueToTree(this.getS3()));
            }
            if (this.getVolumeClaimTemplate() != null) {
                data.set("volumeClaimTemplate", om.valueToTree(this.getVolumeClaimTemplate()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecStorage"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecStorage.Jsii$Proxy that = (HyperbytedbClusterSpecStorage.Jsii$Proxy) o;

            if (this.backend != null ? !this.backend.equals(that.backend) : that.backend != null) return false;
            if (this.s3 != null ? !this.s3.equals(that.s3) : that.s3 != null) return false;
            return this.volumeClaimTemplate != null ? this.volumeClaimTemplate.equals(that.volumeClaimTemplate) : that.volumeClaimTemplate == null;
        }

        @Override
        public final int hashCode() {
            int result = this.backend != null ? this.backend.hashCode() : 0;
            result = 31 * result + (this.s3 != null ? this.s3.hashCode() : 0);
            result = 31 * result + (this.volumeClaimTemplate != null ? this.volumeClaimTemplate.hashCode() : 0);
            return result;
        }
    }
}
