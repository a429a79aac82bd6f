package cn.doublerandom.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;

/** What an ID token says that was verified already (OpenID Connect Core 1.0 §2). */
final class IdToken {
  private IdToken() {}

  /** When its person showed who he is; a provider asked for {@code max_age} must say it. */
  static Optional<Instant> authenticated(String token) {
    Matcher parts = Person.TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var claims = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts.group(1))));
      return claims.getValue("auth_time") instanceof Number seconds
          ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
          : Optional.empty();
    } catch (IllegalArgumentException | DecodeException | DateTimeException notReadable) {
      return Optional.empty();
    }
  }
}
