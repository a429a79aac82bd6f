package cn.doublerandom.servicekit.border;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Headers that say what a client understands are read, or are as if they had not been sent: a wish
 * nobody can read is no reason to fail.
 */
@ApplicationScoped
public class HeaderGuard {
  /** After {@code PathGuard}, before everything else. */
  private static final int EARLY = 9_000;

  /** What browsers send has some two hundred; the forms below are read by recursion. */
  private static final int MAX_LENGTH = 1_000;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUALITY = "\\s*;\\s*q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)";
  private static final String OTHER = "\\s*;\\s*(?!q=)" + TOKEN + "=(" + TOKEN + "|\"[^\"\\\\]*\")";
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(" + OTHER + ")*");
  private static final Pattern RANGES =
      list("(\\*/\\*|" + TOKEN + "/" + TOKEN + ")(" + QUALITY + "|" + OTHER + ")*");
  private static final Pattern LANGUAGES =
      list("(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)(" + QUALITY + ")?");

  private static Pattern list(String element) {
    return Pattern.compile("\\s*" + element + "\\s*(,\\s*" + element + "\\s*)*");
  }

  void register(@Observes Filters filters) {
    filters.register(this::read, EARLY);
  }

  private void read(RoutingContext request) {
    MultiMap headers = request.request().headers();
    if (!isReadable(headers.getAll("Accept"), RANGES)) {
      headers.set("Accept", "*/*");
    }
    if (!isReadable(headers.getAll("Accept-Language"), LANGUAGES)) {
      headers.remove("Accept-Language");
    }
    if (!isReadable(headers.getAll("Content-Type"), TYPE)) {
      headers.set("Content-Type", "application/octet-stream");
    }
    request.next();
  }

  static boolean isReadable(List<String> values, Pattern form) {
    return values.stream()
        .allMatch(value -> value.length() <= MAX_LENGTH && form.matcher(value).matches());
  }

  static boolean isReadableAccept(String value) {
    return isReadable(List.of(value), RANGES);
  }

  static boolean isReadableLanguage(String value) {
    return isReadable(List.of(value), LANGUAGES);
  }
}
