package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecServerTls")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecServerTls.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecServerTls extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    @org.jetbrains.annotations.NotNull java.lang.Boolean getEnabled();

    /**
     */
    default @org.jetbrains.annotations.Nullable imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef getCertManagerIssuerRef() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getSecretName() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecServerTls}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecServerTls}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecServerTls> {
        java.lang.Boolean enabled;
        imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef certManagerIssuerRef;
        java.lang.String secretName;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServerTls#getEnabled}
         * @param enabled the value to be set. This parameter is required.
         * @return {@code this}
         */
        public Builder enabled(java.lang.Boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServerTls#getCertManagerIssuerRef}
         * @param certManagerIssuerRef the value to be set.
         * @return {@code this}
         */
        public Builder certManagerIssuerRef(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef certManagerIssuerRef) {
            this.certManagerIssuerRef = certManagerIssuerRef;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecServerTls#getSecretName}
         * @param secretName the value to be set.
         * @return {@code this}
         */
        public Builder secretName(java.lang.String secretName) {
            this.secretName = secretName;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecServerTls}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecServerTls build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecServerTls}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecServerTls {
        private final java.lang.Boolean enabled;
        private final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef certManagerIssuerRef;
        private final java.lang.String secretName;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.enabled = software.amazon.jsii.Kernel.get(this, "enabled", software.amazon.jsii.NativeType.forClass(java.lang.Boolean.class));
            this.certManagerIssuerRef = software.amazon.jsii.Kernel.get(this, "certManagerIssuerRef", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef.class));
            this.secretName = software.amazon.jsii.Kernel.get(this, "secretName", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.enabled = java.util.Objects.requireNonNull(builder.enabled, "enabled is required");
            this.certManagerIssuerRef = builder.certManagerIssuerRef;
            this.secretName = builder.secretName;
        }

        @Override
        public final java.lang.Boolean getEnabled() {
            return this.enabled;
        }

        @Override
        public final imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecServerTlsCertManagerIssuerRef getCertManagerIssuerRef() {
            return this.certManagerIssuerRef;
        }

        @Override
        public final java.lang.String getSecretName() {
            return this.secretName;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            data.set("enabled", om.valueToTree(this.getEnabled()));
            if (this.getCertManagerIssuerRef() != null) {
                data.set("certManagerIssuerRef", om.valueToTree(this.getCertManagerIssuerRef()));
            }
            if (this.getSecretName() != null) {
                data.set("secretName", om.valueToTree(this.getSecretName()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecServerTls"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecServerTls.Jsii$Proxy that = (HyperbytedbClusterSpecServerTls.Jsii$Proxy) o;

            if (!enabled.equals(that.enabled)) return false;
            if (this.certManagerIssuerRef != null ? !this.certManagerIssuerRef.equals(that.certManagerIssuerRef) : that.certManagerIssuerRef != null) return false;
            return this.secretName != null ? this.secretName.equals(that.secretName) : that.secretName == null;
        }

        @Override
        public final int hashCode() {
            int result = this.enabled.hashCode();
            result = 31 * result + (this.certManagerIssuerRef != null ? this.certManagerIssuerRef.hashCode() : 0);
            result = 31 * result + (this.secretName != null ? this.secretName.hashCode() : 0);
            return result;
        }
    }
}
