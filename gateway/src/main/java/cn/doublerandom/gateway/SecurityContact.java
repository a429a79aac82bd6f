package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code /.well-known/security.txt} (RFC 9116): whom the office has named for who found a hole. No
 * address is made up: where none is set, or the day is over until which it holds, nobody is named.
 */
@ApplicationScoped
class SecurityContact {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
  private static final Set<String> SCHEMES = Set.of("mailto", "tel", "https");

  private final Vertx vertx;
  private final Clock clock;
  private final List<URI> contact;
  private final Optional<LocalDate> until;

  @Inject
  SecurityContact(Vertx vertx, GatewaySettings settings) {
    this(
        vertx,
        Clock.systemUTC(),
        settings.security().contact().orElse(List.of()),
        settings.security().until());
  }

  SecurityContact(Vertx vertx, Clock clock, List<URI> contact, Optional<LocalDate> until) {
    this.vertx = vertx;
    this.clock = clock;
    this.contact = contact;
    this.until = until;
    if (contact.isEmpty() != until.isEmpty()) {
      throw new IllegalStateException(
          "suite.gateway.security.contact and suite.gateway.security.until are set together");
    }
    contact.stream()
        .filter(one -> !isReachable(one))
        .findFirst()
        .ifPresent(one -> {
          throw new IllegalStateException(
              "suite.gateway.security.contact: expected mailto:, tel: or https:, got " + one);
        });
  }

  private static boolean isReachable(URI one) {
    return one.getScheme() != null && SCHEMES.contains(one.getScheme());
  }

  void routes(@Observes Router router) {
    router.route(Addresses.SECURITY).handler(this::answer);
  }

  private void answer(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.SECURITY);
    Optional<String> text = text();
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (text.isEmpty()) {
      asked.refuse(Refusal.SECURITY_CONTACT_UNSAID);
    } else {
      asked.send("text/plain; charset=utf-8", Buffer.buffer(text.get()));
    }
  }

  /** The file; empty where nobody is named, or was until a day that is over. */
  Optional<String> text() {
    return until
        .map(day -> day.atTime(END_OF_DAY).atZone(CHINA).toOffsetDateTime())
        .filter(end -> clock.instant().isBefore(end.toInstant()))
        .map(end ->
            contact.stream().map(one -> "Contact: " + one + "\n").collect(Collectors.joining())
                + "Expires: "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end)
                + "\nPreferred-Languages: zh, en\n");
  }
}
