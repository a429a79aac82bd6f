package cn.doublerandom.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody reads: in which language, and in letters of which size (适老化). He chose it, and his
 * browser keeps it; services hear of it in headers, for no cookie reaches them.
 *
 * @param language {@code zh} or {@code en}; empty where he did not choose
 * @param readsLarge whether letters are larger
 */
record Look(String language, boolean readsLarge) {
  private static final String COOKIE = "suite-look";
  private static final Pattern VALUE =
      Pattern.compile("(?:^|;\\s*)suite-look=(zh|en|)\\.(large|standard)(?:;|$)");
  private static final String A_YEAR = "31536000";
  private static final Pattern ENGLISH = Pattern.compile("(?i)^\\s*en\\b.*");

  /** Of a request; what he did not choose his browser says, and what cannot be read is Chinese. */
  static Look of(HttpServerRequest request) {
    Matcher found = VALUE.matcher(String.join("; ", request.headers().getAll("Cookie")));
    boolean kept = found.find();
    String chosen = kept ? found.group(1) : "";
    String asked = request.getHeader("Accept-Language");
    boolean english = asked != null && ENGLISH.matcher(asked).matches();
    return new Look(
        chosen.isEmpty() && english ? "en" : chosen, kept && found.group(2).equals("large"));
  }

  Look in(String chosen) {
    return new Look(chosen, readsLarge);
  }

  Look large(boolean chosen) {
    return new Look(language, chosen);
  }

  boolean readsEnglish() {
    return language.equals("en");
  }

  /** As message bundles know it. */
  Locale locale() {
    return readsEnglish() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }

  /** Says it to a service. */
  void tell(MultiMap headers) {
    if (!language.isEmpty()) {
      headers.set("Accept-Language", readsEnglish() ? "en" : "zh-CN");
    }
    if (readsLarge) {
      headers.set("X-Gateway-Text", "large");
    }
  }

  /** For {@code Set-Cookie}. */
  String cookie(boolean tls) {
    return "%s=%s.%s; Path=/; Max-Age=%s; HttpOnly; SameSite=Lax%s"
        .formatted(
            COOKIE, language, readsLarge ? "large" : "standard", A_YEAR, tls ? "; Secure" : "");
  }
}
