package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code /robots.txt} (RFC 9309): what is public is to be found by whoever searches. Crawlers are
 * kept from what a code opens, which no index is to have, and from the desk, where they find a
 * door.
 */
@ApplicationScoped
class Crawlers {
  /** Of the gateway itself. */
  private static final List<String> OF_THE_DOOR =
      List.of(
          Addresses.DESK,
          Addresses.SIGN_IN,
          Addresses.SIGN_OUT,
          Addresses.ROLE,
          Addresses.BUREAU,
          Addresses.LOOK,
          Addresses.BOARD,
          Addresses.AUTHORITY);

  /** Pages of the publication that a code opens, in the old form too, and those of its desk. */
  private static final List<String> OF_THE_PORTAL =
      List.of(
          "/objections/",
          "/objections?",
          "/letters/",
          "/letters?",
          "/disciplines/",
          "/disciplines?",
          "/bulletins/*/withdrawal",
          "/notices",
          "/reports",
          "/sign-ins",
          "/webhooks",
          "/waiting",
          "/memory",
          "/ledger");

  /** Of services whose pages are the desk's, but for those that are named. */
  private static final List<String> OF_THE_DESKS =
      List.of("/registry/ui/", "/draw/ui/", "/inspection/ui/");

  private static final List<String> PUBLIC_OF_THE_DESKS =
      List.of(
          "/registry/ui/kit/",
          "/registry/ui/scripts/",
          "/draw/ui/kit/",
          "/draw/ui/scripts/",
          "/draw/ui/verify",
          "/draw/ui/why",
          "/draw/ui/fairness",
          "/draw/ui/draws/*/wall$",
          "/inspection/ui/kit/",
          "/inspection/ui/scripts/",
          "/inspection/ui/checks$",
          "/inspection/ui/receipts$");

  /** What programs open by a code. */
  private static final List<String> OF_PROGRAMS =
      List.of(
          "/publication/api/v1/objections",
          "/publication/api/v1/letters/",
          "/publication/api/v1/disciplines",
          "/inspection/api/v1/checks",
          "/inspection/api/v1/receipts");

  /** Each page of the portal has two addresses; see {@link Destination}. */
  private static final String PORTAL = "/publication/ui";

  private final Vertx vertx;
  private final Buffer text = Buffer.buffer(text());

  Crawlers(Vertx vertx) {
    this.vertx = vertx;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.ROBOTS).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.ROBOTS);
    if (asked.isRead()) {
      asked.send("text/plain; charset=utf-8", text);
    } else {
      asked.refuseMethod("GET, HEAD");
    }
  }

  private static String text() {
    return "User-agent: *\n"
        + lines("Disallow", OF_THE_DOOR)
        + lines("Disallow", OF_THE_PORTAL)
        + lines("Disallow", OF_THE_PORTAL.stream().map(PORTAL::concat).toList())
        + lines("Disallow", OF_THE_DESKS)
        + lines("Allow", PUBLIC_OF_THE_DESKS)
        + lines("Disallow", OF_PROGRAMS);
  }

  private static String lines(String rule, List<String> paths) {
    return paths.stream().map(path -> rule + ": " + path + "\n").collect(Collectors.joining());
  }
}
