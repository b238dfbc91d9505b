package dev.slipway.identity;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the ARN of an IAM role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
 *     identifiers</a>
 */
record RoleArn(String partition, String account, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "arn:(aws(?:-[a-z]+)*):iam::([0-9]{12}):role/(?:[\\w+=,.@/-]*/)?([\\w+=,.@-]{1,64})");

  /** The parts of an ARN that is known. */
  static Optional<RoleArn> of(Text arn) {
    @Nullable String value = arn.value();
    return value == null ? Optional.empty() : parse(value);
  }

  /**
   * Nothing, for an ARN that is not known yet or is a role's.
   *
   * @throws InvalidInputException otherwise
   */
  static void check(Text arn) {
    @Nullable String value = arn.value();
    if (value != null && parse(value).isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "'%s' is no ARN of an IAM role.".formatted(arn),
              "Write it as IAM shows it, such as arn:aws:iam::123456789012:role/app."));
    }
  }

  private static Optional<RoleArn> parse(String arn) {
    Matcher matcher = FORM.matcher(arn);
    return matcher.matches()
        ? Optional.of(new RoleArn(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }
}
