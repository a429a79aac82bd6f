package cn.doublerandom.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Throw-away accounts for the local stack and for tests: a key made on the spot and one token per
 * demo user. The key's id starts with {@code demo-} and the issuer is {@link #ISSUER}; a production
 * profile refuses to start with either.
 */
public final class DemoIdentity {
  public static final String ISSUER = "urn:doublerandom:demo";
  public static final String AUDIENCE = "double-random";

  /** As long as a service takes a token for. */
  private static final Duration VALID = Duration.ofHours(12);

  private static final Duration SAME = Duration.ofHours(1);

  private final Map<User, Signed> signed = new ConcurrentHashMap<>();
  private final EllipticCurveJsonWebKey key;

  private record Signed(String token, Instant at) {}

  private DemoIdentity(EllipticCurveJsonWebKey key) {
    this.key = key;
  }

  /**
   * A demo user.
   *
   * @param unit the person belongs to
   * @param bureaus the token names; none where the seed's bureau is meant
   * @param name an invented one; empty where the account is name enough
   */
  public record User(
      String account, List<String> roles, String unit, List<String> bureaus, String name) {
    /** A user of the seed's bureau, whose token need not say so. */
    public User(String account, List<String> roles, String unit) {
      this(account, roles, unit, List.of());
    }

    /** A user whose account is name enough. */
    public User(String account, List<String> roles, String unit, List<String> bureaus) {
      this(account, roles, unit, bureaus, "");
    }

    /** The same user by his name. */
    public User named(String name) {
      return new User(account, roles, unit, bureaus, name);
    }
  }

  /** One user per role, and an inspector account per demo team member is added by the caller. */
  public static final List<User> USERS =
      List.of(
          new User("coordinator", List.of("coordinator"), "法制安全科").named("示例统筹员"),
          new User("coordinator-2", List.of("coordinator"), "法制安全科").named("示例统筹员二"),
          new User("registrar", List.of("registrar"), "法制安全科").named("示例名录员"),
          new User("approver", List.of("approver"), "分管领导").named("示例局长一"),
          new User("approver-2", List.of("approver"), "主要领导").named("示例局长二"),
          new User("approver-3", List.of("approver"), "分管领导").named("示例局长三"),
          new User("unit-lead", List.of("unit-lead"), "综合行政执法大队").named("示例大队长"),
          new User("inspector", List.of("inspector"), "综合行政执法大队").named("示例检查员"),
          new User("legal-reviewer", List.of("legal-reviewer"), "法制安全科").named("示例审核员"),
          new User("publisher", List.of("publisher"), "综合行政执法大队").named("示例公示员"),
          new User("supervisor", List.of("supervisor"), "纪检监察室").named("示例监察员"),
          new User("supervisor-2", List.of("supervisor"), "派驻纪检监察组").named("示例监察员二"),
          new User("witness-1", List.of("witness"), "纪检监察室").named("示例见证人一"),
          new User("witness-2", List.of("witness"), "道路运输协会").named("示例见证人二"),
          new User("witness-3", List.of("witness"), "公众代表").named("示例见证人三"),
          new User("auditor", List.of("auditor"), "外部审计").named("示例审计员"),
          new User("operator", List.of("operator"), "信息中心").named("示例运维员"),
          new User("platform", List.of("platform"), "省级平台").named("示例平台账号一"),
          new User("platform-2", List.of("platform"), "省级平台").named("示例平台账号二"));

  /** Every role there is. */
  public static final List<String> ROLES =
      USERS.stream().flatMap(user -> user.roles().stream()).distinct().toList();

  public static DemoIdentity create() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId("demo-" + Long.toHexString(System.nanoTime()));
      key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      return new DemoIdentity(key);
    } catch (JoseException e) {
      throw new IllegalStateException("every JDK can make a P-256 key", e);
    }
  }

  /** The key kept in a directory readable by its owner alone; made on first use. */
  public static DemoIdentity keptIn(Path directory) throws IOException {
    Path file = directory.resolve("demo-key.json");
    try {
      if (Files.exists(file)) {
        return new DemoIdentity(
            (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(file)));
      }
    } catch (JoseException e) {
      throw new IOException("不是密钥 not a key: " + file, e);
    }
    DemoIdentity identity = create();
    Files.createDirectories(directory);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, identity.key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
    identity.publicKeysTo(directory.resolve("demo-jwks.json"));
    return identity;
  }

  /** Writes the JSON Web Key Set services verify tokens with. */
  public Path publicKeysTo(Path file) throws IOException {
    Files.write(
        file,
        new JsonWebKeySet(key)
            .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
            .getBytes(StandardCharsets.UTF_8));
    return file;
  }

  /**
   * A signed token for the user, valid for eleven hours at least: the same for an hour, because
   * signing costs more than most requests it is sent with.
   */
  public String token(User user) {
    Instant now = Instant.now();
    return signed
        .compute(
            user,
            (whose, last) ->
                last != null && now.isBefore(last.at().plus(SAME))
                    ? last
                    : new Signed(token(whose, now, VALID), now))
        .token();
  }

  /** A signed token of whatever time, for what must be refused too. */
  public String token(User user, Instant issuedAt, Duration valid) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(user.account());
    claims.setClaim("upn", user.account());
    claims.setClaim("unit", user.unit());
    if (!user.name().isEmpty()) {
      claims.setClaim("name", user.name());
    }
    claims.setStringListClaim("groups", user.roles());
    if (user.bureaus().size() == 1) {
      claims.setStringClaim("bureau", user.bureaus().getFirst());
    } else if (!user.bureaus().isEmpty()) {
      claims.setStringListClaim("bureau", user.bureaus());
    }
    claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(issuedAt.plus(valid).getEpochSecond()));
    claims.setGeneratedJwtId();
    return signed(claims.toJson(), Map.of());
  }

  /** Whatever is written there, well signed: for what must be refused all the same. */
  public String signed(String payload, Map<String, Object> head) {
    var signature = new JsonWebSignature();
    signature.setPayload(payload);
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    head.forEach(signature::setHeader);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("cannot sign with the demo key", e);
    }
  }

  /** A token for the demo user of that account, or of that role. */
  public String token(String account) {
    return token(user(account));
  }

  /** The demo user of that account, or of that role. */
  private static User user(String account) {
    return USERS.stream()
        .filter(user -> user.account().equals(account))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有这个演示账号 no demo user " + account));
  }

  /** What a service is told so that it accepts these tokens. */
  public static Map<String, String> settings(Path publicKeys) {
    return Map.of(
        "mp.jwt.verify.publickey.location",
        publicKeys.toUri().toString(),
        "mp.jwt.verify.publickey.algorithm",
        "ES256",
        "mp.jwt.verify.issuer",
        ISSUER,
        "mp.jwt.verify.audiences",
        AUDIENCE);
  }
}
