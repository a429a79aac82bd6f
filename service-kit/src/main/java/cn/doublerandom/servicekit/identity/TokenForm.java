package cn.doublerandom.servicekit.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a token is written (RFC 7515, 7519), judged before anybody parses or verifies it: an end, no
 * depth, each claim of the type it has, said once. Whoever reads it behind meets no surprise.
 */
final class TokenForm {
  /** A head of HTTP has 16 KiB at the gateway; a token has half of it. */
  static final int MOST_CHARACTERS = 8 * 1024;

  private static final int MOST_DEPTH = 8;
  private static final int LONGEST_NUMBER = 32;

  /** The last second of the year 9999. */
  private static final double LAST_SECOND = 253_402_300_799d;

  private static final List<String> TEXTS =
      List.of("iss", "sub", "jti", "upn", "preferred_username", "unit");
  private static final List<String> TIMES = List.of("iat", "exp", "nbf");
  private static final List<String> HEAD_TEXTS =
      List.of("alg", "kid", "typ", "cty", "jku", "x5u", "x5t", "x5t#S256", "enc");

  /** Nothing of it is understood here, so no token may ask for it. */
  private static final List<String> HEAD_REFUSED = List.of("crit", "b64", "zip", "jwk");

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxStringLength(MOST_CHARACTERS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private TokenForm() {}

  /** Why it is no token; none of its words. */
  static Optional<TokenRules.Fault> fault(String raw) {
    if (raw.length() > MOST_CHARACTERS) {
      return Optional.of(TokenRules.Fault.TOO_LARGE);
    } else if (!TokenRules.isCanonical(raw)) {
      return Optional.of(TokenRules.Fault.NOT_CANONICAL);
    }
    String[] parts = raw.split("\\.", -1);
    return isHead(read(parts[0])) && areClaims(read(parts[1]))
        ? Optional.empty()
        : Optional.of(TokenRules.Fault.MALFORMED);
  }

  private static @Nullable JsonNode read(String part) {
    try {
      JsonNode read = JSON.readTree(Base64.getUrlDecoder().decode(part));
      return read.isObject() ? read : null;
    } catch (IOException notJson) {
      return null;
    }
  }

  private static boolean isHead(@Nullable JsonNode head) {
    return head != null
        && HEAD_REFUSED.stream().noneMatch(head::has)
        && HEAD_TEXTS.stream().allMatch(name -> isText(head.get(name)));
  }

  private static boolean areClaims(@Nullable JsonNode claims) {
    return claims != null
        && TEXTS.stream().allMatch(name -> isText(claims.get(name)))
        && TIMES.stream().allMatch(name -> isTime(claims.get(name)))
        && areTexts(claims.get("groups"))
        && (areTexts(claims.get(BureauClaim.NAME)) || isText(claims.get(BureauClaim.NAME)))
        && (areTexts(claims.get("aud")) || isText(claims.get("aud")));
  }

  private static boolean isText(@Nullable JsonNode claim) {
    return claim == null || claim.isTextual();
  }

  /** Seconds, with parts of one where the sender likes them (RFC 7519 §2). */
  private static boolean isTime(@Nullable JsonNode claim) {
    return claim == null
        || (claim.isNumber() && claim.doubleValue() >= 0 && claim.doubleValue() <= LAST_SECOND);
  }

  private static boolean areTexts(@Nullable JsonNode claim) {
    return claim == null
        || (claim.isArray()
            && StreamSupport.stream(claim.spliterator(), false).allMatch(JsonNode::isTextual));
  }
}
