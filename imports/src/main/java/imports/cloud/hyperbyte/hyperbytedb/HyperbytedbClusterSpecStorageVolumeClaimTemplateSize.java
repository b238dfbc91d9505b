package imports.cloud.hyperbyte.hyperbytedb;

/**
 */
@javax.annotation.Generated(value = "jsii-pacmak/1.140.0 (build 79fd58c)")
@software.amazon.jsii.Jsii(module = imports.cloud.hyperbyte.hyperbytedb.$Module.class, fqn = "cloudhyperbytehyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize")
public class HyperbytedbClusterSpecStorageVolumeClaimTemplateSize extends software.amazon.jsii.JsiiObject {

    protected HyperbytedbClusterSpecStorageVolumeClaimTemplateSize(final software.amazon.jsii.JsiiObjectRef objRef) {
        super(objRef);
    }

    protected HyperbytedbClusterSpecStorageVolumeClaimTemplateSize(final software.amazon.jsii.JsiiObject.InitializationMode initializationMode) {
        super(initializationMode);
    }

    public static @org.jetbrains.annotations.NotNull imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize fromNumber(final @org.jetbrains.annotations.NotNull java.lang.Number value) {
        return software.amazon.jsii.JsiiObject.jsiiStaticCall(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize.class, "fromNumber", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize.class), new Object[] { java.util.Objects.requireNonNull(value, "value is required") });
    }

    public static @org.jetbrains.annotations.NotNull imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize fromString(final @org.jetbrains.annotations.NotNull java.lang.String value) {
        return software.amazon.jsii.JsiiObject.jsiiStaticCall(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize.class, "fromString", software.amazon.jsii.NativeType.forClass(imports.cloud.hyperbyte.hyperbytedb.HyperbytedbClusterSpecStorageVolumeClaimTemplateSize.class), new Object[] { java.util.Objects.requireNonNull(value, "value is required") });
    }

    /**
     * Returns union: either {@link java.lang.String} or {@link java.lang.Number}
     */
    public @org.jetbrains.annotations.NotNull java.lang.Object getValue() {
        return software.amazon.jsii.Kernel.get(this, "value", software.amazon.jsii.NativeType.forClass(java.lang.Object.class));
    }
}
