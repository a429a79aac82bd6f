package cn.doublerandom.gateway;

import cn.doublerandom.pagekit.KitFile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What every answer tells a browser, be it a service's or the gateway's own; {@code
 * docs/vectors/answer-headers.json} holds services and gateway to one list. A service may be
 * stricter with what its page may do, never silent.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
@ApplicationScoped
public class AnswerHeaders {
  /** Before the guard, so that what it refuses says so too. */
  private static final int FIRST = 20_000;

  /** What an answer says whatever it is about. */
  static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self';"
              + " img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'");

  void register(@Observes Filters filters) {
    filters.register(AnswerHeaders::say, FIRST);
  }

  private static void say(RoutingContext context) {
    context.addHeadersEndHandler(end -> {
      MultiMap headers = context.response().headers();
      ALWAYS.forEach((name, value) -> {
        if (!headers.contains(name)) {
          headers.set(name, value);
        }
      });
      MultiMap asked = context.request().headers();
      if ((asked.contains("Authorization") || asked.contains("Cookie"))
          && !KitFile.CACHE_CONTROL.equals(headers.get("Cache-Control"))) {
        headers.set("Cache-Control", "no-store");
      }
    });
    context.next();
  }
}
