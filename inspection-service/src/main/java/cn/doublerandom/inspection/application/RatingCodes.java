package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.inspection.RatingRejection;
import cn.doublerandom.inspection.rating.RatingTokens;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.text.CodeText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 评价码: ten characters in two groups without look-alikes, of one visit, made by somebody of another
 * unit and told him once for the firm; what is kept is a token under a key the ledger does not have
 * (ADR 89).
 */
@ApplicationScoped
public class RatingCodes {
  private static final int LENGTH = 10;

  private final Preparations preparations;
  private final RatingTokens tokens;
  private final SecureRandom random = new SecureRandom();

  @Inject
  RatingCodes(Preparations preparations, RatingTokens tokens) {
    this.preparations = preparations;
    this.tokens = tokens;
  }

  /** A code that was made, for the firm alone. */
  public record MadeCode(String visitId, String code) {}

  /**
   * Makes a code; the one before is void.
   *
   * @param unit of who asks
   */
  public Uni<MadeCode> make(String visitId, String unit, Supplier<CommandContext> asked) {
    String code = next();
    String token = token(visitId, code);
    return preparations
        .makeRatingCode(visitId, unit, token, asked)
        .map(Refusals::require)
        .map(done -> {
          // Asked for twice with one key: the code that counts was told the first time.
          if (done.state().ratingToken().filter(token::equals).isEmpty()) {
            throw new ProblemException(RatingRejection.RATING_CODE_TOLD);
          }
          return new MadeCode(visitId, code);
        });
  }

  /** Passes where what was typed is the code of the visit. */
  Uni<Void> require(String visitId, @Nullable String typed) {
    String token = token(visitId, typed == null ? "" : typed);
    return preparations
        .ratingToken(visitId)
        .invoke(known -> {
          if (known.filter(token::equals).isEmpty()) {
            throw new ProblemException(
                RatingRejection.RATING_CODE_WRONG,
                List.of(
                    new Problem.FieldError(
                        "ratingCode", null, "refused", RatingRejection.RATING_CODE_WRONG.text())),
                Map.of());
          }
        })
        .replaceWithVoid();
  }

  private String token(String visitId, String typed) {
    String plain = CodeText.handedOut(typed);
    return tokens
        .ofRatingCode(visitId, plain)
        .orElseThrow(() -> new ProblemException(RatingRejection.RATING_UNAVAILABLE));
  }

  private String next() {
    String code =
        random
            .ints(LENGTH, 0, CheckCodes.ALPHABET.length())
            .mapToObj(i -> String.valueOf(CheckCodes.ALPHABET.charAt(i)))
            .collect(Collectors.joining());
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }
}
