package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /look?lang=en&to=…}, {@code /look?text=large&to=…}: keeps how somebody reads. */
@ApplicationScoped
class LookPage {
  private static final Pattern SIGN_IN =
      Pattern.compile(Pattern.quote(Addresses.SIGN_IN) + "([?]to=[A-Za-z0-9%._~-]*)?");

  private final Vertx vertx;

  LookPage(Vertx vertx) {
    this.vertx = vertx;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.LOOK).handler(this::keep);
  }

  private void keep(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.LOOK);
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
      return;
    }
    Look look = Look.of(asked.request());
    String language = String.valueOf(asked.request().getParam("lang"));
    if (language.equals("zh") || language.equals("en")) {
      look = look.in(language);
    }
    String text = String.valueOf(asked.request().getParam("text"));
    if (text.equals("large") || text.equals("standard")) {
      look = look.large(text.equals("large"));
    }
    asked.request().response().putHeader("Set-Cookie", look.cookie(asked.request().isSSL()));
    String to = asked.request().getParam("to");
    asked.goOn(back(to == null ? "" : to).orElse(Addresses.DESK));
  }

  /** Also to the page of signing in, which nobody else is sent to. */
  private static Optional<String> back(String to) {
    return SIGN_IN.matcher(to).matches() ? Optional.of(to) : OwnAddress.of(to);
  }
}
