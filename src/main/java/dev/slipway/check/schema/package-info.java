/**
 * What the Kubernetes API takes, in each of its versions: which kinds are served, and which fields
 * an object of a kind has. An object is judged as the API server's strict field validation does.
 *
 * <p>{@link dev.slipway.check.schema.Schemas} is the way in. Kubernetes' own kinds are in {@code
 * kubernetes.txt}, which {@code tools/api-schema.sh} makes; {@link
 * dev.slipway.check.schema.SchemaText} tells its form. Custom resources are judged by {@link
 * dev.slipway.check.schema.CustomJudge}, straight from the CustomResourceDefinitions beside them.
 */
@NullMarked
package dev.slipway.check.schema;

import org.jspecify.annotations.NullMarked;
