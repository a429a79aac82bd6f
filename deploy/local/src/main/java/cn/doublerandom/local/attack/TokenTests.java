package cn.doublerandom.local.attack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens a forger would like to be taken. */
final class TokenTests implements Wave {
  private static final String ACCOUNT = "operator";
  private static final String ROLE = "operator";
  private static final String UNIT = "信息中心";
  private static final Duration SILENCE = Duration.ofSeconds(3);
  private static final int LEVELS = 1_200;
  private static final List<String> ADDRESSES =
      List.of("/registry/api/v1/memory", "/draw/api/v1/memory");

  @Override
  public String name() {
    return "tokens";
  }

  @Override
  public void run(Target target, Tally tally) {
    var wire = new Wire(target.gateway());
    String honest = target.tokens().of(ACCOUNT, ROLE, UNIT);
    for (String address : ADDRESSES) {
      tally.judge(
          "an honest token at " + address,
          Expected.TAKEN,
          wire.honest(request(address, "Authorization: Bearer " + honest)));
      Map<String, String> forged = new LinkedHashMap<>(claimed(target.tokens()));
      forged.putAll(mistyped(target.tokens()));
      forged.putAll(signed(target.tokens()));
      forged.putAll(altered(honest));
      forged.forEach((what, token) ->
          tally.judge(
              what + " at " + address,
              Expected.REFUSED,
              wire.send(request(address, "Authorization: Bearer " + token), SILENCE)));
      carried(honest, Objects.requireNonNull(forged.get("signed by another key")))
          .forEach((what, lines) ->
              tally.judge(
                  what + " at " + address,
                  Expected.REFUSED,
                  wire.send(request(address, lines), SILENCE)));
    }
  }

  private static String request(String address, String lines) {
    return "GET " + address + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + lines + "\r\n\r\n";
  }

  /** What the office's own key signed and no service may take. */
  private static Map<String, String> claimed(Tokens tokens) {
    Map<String, String> all = new LinkedHashMap<>();
    NumericDate now = NumericDate.now();
    all.put("expired", tokens.signed(changed(tokens, "exp", now.getValue() - 3_600)));
    all.put("without an end", tokens.signed(changed(tokens, "exp", null)));
    all.put(
        "valid for thirteen hours", tokens.signed(changed(tokens, "exp", now.getValue() + 46_800)));
    all.put("valid for a month", tokens.signed(changed(tokens, "exp", now.getValue() + 2_592_000)));
    all.put("issued in an hour", tokens.signed(changed(tokens, "iat", now.getValue() + 3_600)));
    all.put("issued never", tokens.signed(changed(tokens, "iat", null)));
    all.put(
        "not valid before an hour", tokens.signed(changed(tokens, "nbf", now.getValue() + 3_600)));
    all.put("of another issuer", tokens.signed(changed(tokens, "iss", "https://id.example")));
    all.put("of no issuer", tokens.signed(changed(tokens, "iss", null)));
    all.put("for another audience", tokens.signed(changed(tokens, "aud", "another-system")));
    all.put("for no audience", tokens.signed(changed(tokens, "aud", null)));
    all.put("for a list of others", tokens.signed(changed(tokens, "aud", List.of("a", "b"))));
    all.put("of an empty account", tokens.signed(account(tokens, "")));
    all.put("of a blank account", tokens.signed(account(tokens, " \u3000 ")));
    all.put("of no account", tokens.signed(account(tokens, null)));
    all.put("without roles", tokens.signed(changed(tokens, "groups", null)));
    all.put(
        "with roles in capitals", tokens.signed(changed(tokens, "groups", List.of("OPERATOR"))));
    all.put(
        "with roles in one text",
        tokens.signed(changed(tokens, "groups", List.of("witness,operator"))));
    all.put("of a month ago", tokens.signed(changed(tokens, "iat", now.getValue() - 2_592_000)));
    return all;
  }

  /** Claims of another type than they have, and too many levels of them. */
  private static Map<String, String> mistyped(Tokens tokens) {
    Map<String, String> all = new LinkedHashMap<>();
    List<Object> values =
        List.of(Map.of("operator", true), 1, true, List.of(1, 2), List.of(Map.of()));
    for (String claim :
        List.of("groups", "sub", "upn", "unit", "iat", "exp", "aud", "iss", "jti")) {
      for (Object value : values) {
        boolean isRight = value.equals(1) && List.of("iat", "exp").contains(claim);
        if (!isRight) {
          all.put(claim + " as " + value, tokens.signed(changed(tokens, claim, value)));
        }
      }
    }
    String claims = tokens.claims(ACCOUNT, ROLE, UNIT).toJson();
    for (String open : List.of("[", "{\"a\":")) {
      String close = open.equals("[") ? "]" : "}";
      String deep = open.repeat(LEVELS) + "1" + close.repeat(LEVELS);
      String payload = claims.replaceFirst("\\{", "{\"deep\":" + deep + ",");
      all.put(LEVELS + " levels of " + open, Tokens.signed(payload, tokens.key(), Map.of()));
    }
    String endless = claims.replaceFirst("\\{", "{\"number\":1e400,");
    all.put("an endless number", Tokens.signed(endless, tokens.key(), Map.of()));
    return all;
  }

  private static JwtClaims changed(
      Tokens tokens, String claim, @org.jspecify.annotations.Nullable Object value) {
    JwtClaims claims = tokens.claims(ACCOUNT, ROLE, UNIT);
    claims.unsetClaim(claim);
    if (value != null) {
      claims.setClaim(claim, value);
    }
    return claims;
  }

  private static JwtClaims account(Tokens tokens, @org.jspecify.annotations.Nullable String name) {
    JwtClaims claims = changed(tokens, "sub", name);
    claims.unsetClaim("upn");
    if (name != null) {
      claims.setClaim("upn", name);
    }
    return claims;
  }

  /** What somebody else signed, or nobody. */
  private static Map<String, String> signed(Tokens tokens) {
    String payload = tokens.claims(ACCOUNT, ROLE, UNIT).toJson();
    EllipticCurveJsonWebKey ours = tokens.key();
    EllipticCurveJsonWebKey theirs = another(ours.getKeyId());
    Map<String, Object> publicHalf = theirs.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("signed by another key", Tokens.signed(payload, theirs, Map.of()));
    all.put("with a key of its own", Tokens.signed(payload, theirs, Map.of("jwk", publicHalf)));
    all.put(
        "with an address of keys",
        Tokens.signed(payload, theirs, Map.of("jku", "http://127.0.0.1:9/keys")));
    all.put(
        "with a certificate's address",
        Tokens.signed(payload, theirs, Map.of("x5u", "http://127.0.0.1:9/")));
    all.put(
        "with what must be understood",
        Tokens.signed(payload, ours, Map.of("crit", List.of("x"), "x", 1)));
    for (String kid :
        List.of("../../../../dev/null", "' OR 1=1 --", "\u0000", "file:///etc/passwd", "")) {
      all.put("key id " + Addresses.encoded(kid), Tokens.signed(payload, another(kid), Map.of()));
    }
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      String head = Tokens.part("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}");
      all.put("alg " + none, head + "." + Tokens.part(payload) + ".");
    }
    all.put("signed with the public half as a secret", hmac(payload, ours));
    return all;
  }

  private static EllipticCurveJsonWebKey another(String id) {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(id);
      return key;
    } catch (JoseException e) {
      throw new AssertionError("every JDK can make a P-256 key", e);
    }
  }

  private static String hmac(String payload, EllipticCurveJsonWebKey ours) {
    var signature = new JsonWebSignature();
    signature.setPayload(payload);
    signature.setKeyIdHeaderValue(ours.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setKey(
        new HmacKey(
            ours.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .getBytes(StandardCharsets.UTF_8)));
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new AssertionError("a long secret signs", e);
    }
  }

  /** An honest token after somebody touched it. */
  private static Map<String, String> altered(String honest) {
    String[] parts = honest.split("\\.", -1);
    String head = parts[0];
    String body = parts[1];
    String signature = parts[2];
    Map<String, String> all = new LinkedHashMap<>();
    all.put("without a signature", head + "." + body + ".");
    all.put("with a signature of zeros", head + "." + body + "." + Tokens.part(new byte[64]));
    all.put("with padding", head + "." + body + "." + signature + "==");
    all.put("with other last bits", head + "." + body + "." + otherLastBits(signature));
    all.put(
        "with a space in the signature",
        head + "." + body + "." + signature.substring(0, 8) + " " + signature.substring(8));
    all.put(
        "with a star in the signature",
        head + "." + body + "." + signature.substring(0, 8) + "*" + signature.substring(8));
    all.put("in four parts", honest + ".x");
    all.put("in five parts", honest + ".x.y");
    all.put("in two parts", head + "." + body);
    all.put(
        "with other claims",
        head + "." + Tokens.part("{\"sub\":\"a\",\"groups\":[\"operator\"]}") + "." + signature);
    all.put("of twenty kilobytes", head + "." + body + "A".repeat(20_000) + "." + signature);
    all.put("of one word", "operator");
    return all;
  }

  /** 64 bytes leave four bits of the last character unused; only zeros are canonical. */
  private static String otherLastBits(String signature) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(signature.charAt(signature.length() - 1));
    return signature.substring(0, signature.length() - 1) + alphabet.charAt(last ^ 1);
  }

  /** An honest token where no token belongs, or beside another. */
  private static Map<String, String> carried(String honest, String forged) {
    String bearer = "Authorization: Bearer ";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("two headers, the honest first", bearer + honest + "\r\n" + bearer + forged);
    all.put("two headers, the honest last", bearer + forged + "\r\n" + bearer + honest);
    all.put("twice the same header", bearer + honest + "\r\n" + bearer + honest);
    all.put("two tokens in one header", bearer + honest + ", Bearer " + forged);
    all.put("as a password", "Authorization: Basic " + honest);
    all.put("without a scheme", "Authorization: " + honest);
    all.put("in a cookie", "Cookie: Bearer=" + honest + "; token=" + honest);
    all.put("in a header of the proxy", "Proxy-Authorization: Bearer " + honest);
    all.put(
        "in a header of the gateway",
        String.join(
            "\r\n",
            "X-Gateway-User: operator",
            "X-Gateway-Roles: operator",
            "X-Forwarded-User: operator",
            "X-Remote-User: operator"));
    return all;
  }
}
