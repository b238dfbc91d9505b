package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecFlush")
@software.amazon.jsii.Jsii.Proxy(HyperbytedbClusterSpecFlush.Jsii$Proxy.class)
public interface HyperbytedbClusterSpecFlush extends software.amazon.jsii.JsiiSerializable {

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getIntervalSecs() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.String getTimeBucketDuration() {
        return null;
    }

    /**
     */
    default @org.jetbrains.annotations.Nullable java.lang.Number getWalSizeThresholdMb() {
        return null;
    }

    /**
     * @return a {@link Builder} of {@link HyperbytedbClusterSpecFlush}
     */
    static Builder builder() {
        return new Builder();
    }
    /**
     * A builder for {@link HyperbytedbClusterSpecFlush}
     */
    public static final class Builder implements software.amazon.jsii.Builder<HyperbytedbClusterSpecFlush> {
        java.lang.Number intervalSecs;
        java.lang.String timeBucketDuration;
        java.lang.Number walSizeThresholdMb;

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFlush#getIntervalSecs}
         * @param intervalSecs the value to be set.
         * @return {@code this}
         */
        public Builder intervalSecs(java.lang.Number intervalSecs) {
            this.intervalSecs = intervalSecs;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFlush#getTimeBucketDuration}
         * @param timeBucketDuration the value to be set.
         * @return {@code this}
         */
        public Builder timeBucketDuration(java.lang.String timeBucketDuration) {
            this.timeBucketDuration = timeBucketDuration;
            return this;
        }

        /**
         * Sets the value of {@link HyperbytedbClusterSpecFlush#getWalSizeThresholdMb}
         * @param walSizeThresholdMb the value to be set.
         * @return {@code this}
         */
        public Builder walSizeThresholdMb(java.lang.Number walSizeThresholdMb) {
            this.walSizeThresholdMb = walSizeThresholdMb;
            return this;
        }

        /**
         * Builds the configured instance.
         * @return a new instance of {@link HyperbytedbClusterSpecFlush}
         * @throws NullPointerException if any required attribute was not provided
         */
        @Override
        public HyperbytedbClusterSpecFlush build() {
            return new Jsii$Proxy(this);
        }
    }

    /**
     * An implementation for {@link HyperbytedbClusterSpecFlush}
     */
    @software.amazon.jsii.Internal
    final class Jsii$Proxy extends software.amazon.jsii.JsiiObject implements HyperbytedbClusterSpecFlush {
        private final java.lang.Number intervalSecs;
        private final java.lang.String timeBucketDuration;
        private final java.lang.Number walSizeThresholdMb;

        /**
         * Constructor that initializes the object based on values retrieved from the JsiiObject.
         * @param objRef Reference to the JSII managed object.
         */
        protected Jsii$Proxy(final software.amazon.jsii.JsiiObjectRef objRef) {
            super(objRef);
            this.intervalSecs = software.amazon.jsii.Kernel.get(this, "intervalSecs", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
            this.timeBucketDuration = software.amazon.jsii.Kernel.get(this, "timeBucketDuration", software.amazon.jsii.NativeType.forClass(java.lang.String.class));
            this.walSizeThresholdMb = software.amazon.jsii.Kernel.get(this, "walSizeThresholdMb", software.amazon.jsii.NativeType.forClass(java.lang.Number.class));
        }

        /**
         * Constructor that initializes the object based on literal property values passed by the {@link Builder}.
         */
        protected Jsii$Proxy(final Builder builder) {
            super(software.amazon.jsii.JsiiObject.InitializationMode.JSII);
            this.intervalSecs = builder.intervalSecs;
            this.timeBucketDuration = builder.timeBucketDuration;
            this.walSizeThresholdMb = builder.walSizeThresholdMb;
        }

        @Override
        public final java.lang.Number getIntervalSecs() {
            return this.intervalSecs;
        }

        @Override
        public final java.lang.String getTimeBucketDuration() {
            return this.timeBucketDuration;
        }

        @Override
        public final java.lang.Number getWalSizeThresholdMb() {
            return this.walSizeThresholdMb;
        }

        @Override
        @software.amazon.jsii.Internal
        public com.fasterxml.jackson.databind.JsonNode $jsii$toJson() {
            final com.fasterxml.jackson.databind.ObjectMapper om = software.amazon.jsii.JsiiObjectMapper.INSTANCE;
            final com.fasterxml.jackson.databind.node.ObjectNode data = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();

            if (this.getIntervalSecs() != null) {
                data.set("intervalSecs", om.valueToTree(this.getIntervalSecs()));
            }
            if (this.getTimeBucketDuration() != null) {
                data.set("timeBucketDuration", om.valueToTree(this.getTimeBucketDuration()));
            }
            if (this.getWalSizeThresholdMb() != null) {
                data.set("walSizeThresholdMb", om.valueToTree(this.getWalSizeThresholdMb()));
            }

            final com.fasterxml.jackson.databind.node.ObjectNode struct = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            struct.set("fqn", om.valueToTree("cloudhyperbytehyperbytedb.HyperbytedbClusterSpecFlush"));
            struct.set("data", data);

            final com.fasterxml.jackson.databind.node.ObjectNode obj = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            obj.set("$jsii.struct", struct);

            return obj;
        }

        @Override
        public final boolean equals(final java.lang.Object o) {
            if (this == o) return true;
            if (o == null || getClass() != o.getClass()) return false;

            HyperbytedbClusterSpecFlush.Jsii$Proxy that = (HyperbytedbClusterSpecFlush.Jsii$Proxy) o;

            if (this.intervalSecs != null ? !this.intervalSecs.equals(that.intervalSecs) : that.intervalSecs != null) return false;
            if (this.timeBucketDuration != null ? !this.timeBucketDuration.equals(that.timeBucketDuration) : that.timeBucketDuration != null) return false;
            return this.walSizeThresholdMb != null ? this.walSizeThresholdMb.equals(that.walSizeThresholdMb) : that.walSizeThresholdMb == null;
        }

        @Override
        public final int hashCode() {
            int result = this.intervalSecs != null ? this.intervalSecs.hashCode() : 0;
            result = 31 * result + (this.timeBucketDuration != null ? this.timeBucketDuration.hashCode() : 0);
            result = 31 * result + (this.walSizeThresholdMb != null ? this.walSizeThresholdMb.hashCode() : 0);
            return result;
        }
    }
}
