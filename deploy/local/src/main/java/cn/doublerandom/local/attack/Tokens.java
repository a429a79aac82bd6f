package cn.doublerandom.local.attack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * Tokens of the office's own key, short-lived ones for the roles and any a forger would like.
 *
 * @param key signs what services accept
 * @param issuer and audience they ask for
 */
public record Tokens(EllipticCurveJsonWebKey key, String issuer, String audience) {
  private static final float MINUTES = 60;

  /** Claims nobody has a reason to refuse. */
  JwtClaims claims(String account, String role, String unit) {
    var claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience(audience);
    claims.setSubject(account);
    claims.setClaim("upn", account);
    claims.setClaim("unit", unit);
    claims.setStringListClaim("groups", role);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(MINUTES);
    claims.setGeneratedJwtId();
    return claims;
  }

  /** An honest token. */
  String of(String account, String role, String unit) {
    return signed(claims(account, role, unit));
  }

  String signed(JwtClaims claims) {
    return signed(claims.toJson(), key, Map.of());
  }

  /** Signed by any key, with any further header. */
  static String signed(String payload, EllipticCurveJsonWebKey by, Map<String, Object> header) {
    var signature = new JsonWebSignature();
    signature.setPayload(payload);
    signature.setKey(by.getPrivateKey());
    signature.setKeyIdHeaderValue(by.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    Map<String, Object> all = new HashMap<>(header);
    List.copyOf(all.keySet()).forEach(name -> signature.setHeader(name, all.get(name)));
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError("a P-256 key signs", e);
    }
  }

  static String part(String json) {
    return part(json.getBytes(StandardCharsets.UTF_8));
  }

  static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
