/**
 * Rules that manifests are held against, whoever wrote them: what is found, what of it is waived,
 * and the facts beside the manifests that rules go by.
 *
 * <p>{@link dev.slipway.check.Checks} is the way in, for every door:
 *
 * <pre>{@code
 * Report report = Checks.of(cluster, declarations, waivers).run(manifests);
 * }</pre>
 *
 * <p>Each rule is one class in {@code check.rule} and one line in {@link
 * dev.slipway.check.rule.Rules}; its text, with examples, stands beside its logic, and the pages
 * about it come from there.
 */
@NullMarked
package dev.slipway.check;

import org.jspecify.annotations.NullMarked;
