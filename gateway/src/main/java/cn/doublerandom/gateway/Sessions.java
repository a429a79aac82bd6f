package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Sender;
import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.gateway.session.SessionSeal;
import cn.doublerandom.pagekit.KitFile;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the cookie of his browser says. It counts for nobody who brings a token of
 * his own, and for nothing another site asked for (ADR 0043).
 */
@ApplicationScoped
class Sessions {
  private static final String FOUND = Session.class.getName();

  /** What the account of a form that is given back is sealed under. */
  private static final String TYPED = "typed";

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final GatewaySettings.SignIn settings;
  private final boolean provider;
  private final InstantSource clock = InstantSource.system();
  private @Nullable SessionSeal seal;

  Sessions(
      GatewaySettings settings,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
    this.settings = settings.signIn();
    this.provider = provider;
  }

  /** Before anybody is served: a stack that would offer demo accounts to everybody never starts. */
  void prepare(@Observes StartupEvent started) throws IOException {
    boolean local = LaunchMode.current() == LaunchMode.TEST || ConfigUtils.isProfileActive("local");
    refusal(settings, local, provider)
        .ifPresent(why -> {
          throw new IllegalStateException("the gateway refuses to start: " + why);
        });
    if (settings.key().isPresent()) {
      seal = SessionSeal.keptIn(settings.key().get());
    }
  }

  /** What it must never run with. */
  static Optional<String> refusal(
      GatewaySettings.SignIn settings, boolean local, boolean provider) {
    if (settings.tokens().isPresent() && provider) {
      return Optional.of("demo accounts and an identity provider are two doors; set one of them");
    }
    if (settings.tokens().isPresent() && !local) {
      return Optional.of("suite.gateway.sign-in.tokens offers demo accounts");
    }
    return settings.tokens().isPresent() && settings.key().isEmpty()
        ? Optional.of("suite.gateway.sign-in.key is not set")
        : Optional.empty();
  }

  /** Looks who is signed in, and notes his use of it; whether there is somebody. */
  boolean find(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<Session> found = sealedIn(request).filter(session -> !session.isOver(clock.instant()));
    found.ifPresent(session -> {
      context.put(FOUND, session);
      if (session.isToBeRenewed(clock.instant()) && !isByItself(request)) {
        context.addHeadersEndHandler(end -> renew(request, session));
      }
    });
    return found.isPresent();
  }

  /** A page that listens comes back by itself, whether or not somebody is there: that is no use. */
  private static boolean isByItself(HttpServerRequest request) {
    return Guard.pathOf(request.uri()).equals(Addresses.BOARD_EVENTS);
  }

  private Optional<Session> sealedIn(HttpServerRequest request) {
    SessionSeal by = seal;
    return by == null
        ? Optional.empty()
        : SessionCookie.in(request.headers().getAll("Cookie"), request.isSSL())
            .flatMap(value -> by.open(value, SessionCookie.name(request.isSSL())));
  }

  /** Who was signed in when a form was opened, sealed; empty where the browser does not say. */
  String typist(HttpServerRequest request) {
    SessionSeal by = seal;
    return by == null
        ? ""
        : sealedIn(request)
            .or(() ->
                SessionCookie.left(request.headers().getAll("Cookie"), request.isSSL())
                    .flatMap(value -> by.open(value, SessionCookie.LEFT)))
            .map(left -> by.seal(Session.begin(left.account(), clock.instant()), TYPED))
            .orElse("");
  }

  /** Whether a form comes that was given back to somebody else than who is signed in now. */
  boolean isOfAnother(RoutingContext context) {
    SessionSeal by = seal;
    return by != null
        && of(context)
            .flatMap(now ->
                KeptForm.of(context.request().uri())
                    .flatMap(sealed -> by.open(sealed, TYPED))
                    .filter(typist -> !typist.account().equals(now.account())))
            .isPresent();
  }

  /** For {@code Set-Cookie}: who goes is known for a while by what he still has open. */
  String leave(HttpServerRequest request, Session session) {
    SessionSeal by = seal;
    return by == null
        ? SessionCookie.end(request.isSSL())
        : SessionCookie.leave(
            by.seal(Session.begin(session.account(), clock.instant()), SessionCookie.LEFT),
            request.isSSL());
  }

  /** A file everybody may keep takes nobody's cookie along; who signs in or out has another. */
  private void renew(HttpServerRequest request, Session session) {
    MultiMap headers = request.response().headers();
    if (!KitFile.CACHE_CONTROL.equals(headers.get("Cache-Control"))
        && !headers.contains("Set-Cookie")) {
      headers.set("Set-Cookie", cookie(request, session.used(clock.instant())));
    }
  }

  /** Somebody was found signed in. */
  static void put(RoutingContext context, Session session) {
    context.put(FOUND, session);
  }

  /** Who was found signed in. */
  static Optional<Session> of(RoutingContext context) {
    return Optional.ofNullable(context.get(FOUND));
  }

  /** Whether a session was shown that no longer counts, or never did. */
  static boolean isStale(RoutingContext context) {
    HttpServerRequest request = context.request();
    return of(context).isEmpty()
        && SessionCookie.in(request.headers().getAll("Cookie"), request.isSSL()).isPresent();
  }

  /** For {@code Set-Cookie}: somebody is signed in from now on. */
  String begin(HttpServerRequest request, String account) {
    return cookie(request, Session.begin(account, clock.instant()));
  }

  /** For {@code Set-Cookie}: he acts otherwise from now on. */
  String keep(HttpServerRequest request, Session becomes) {
    return cookie(request, becomes.used(clock.instant()));
  }

  private String cookie(HttpServerRequest request, Session session) {
    SessionSeal by = seal;
    if (by == null) {
      throw new IllegalStateException("nobody signs in where there is no key");
    }
    boolean tls = request.isSSL();
    return SessionCookie.set(by.seal(session, SessionCookie.name(tls)), tls);
  }

  /** What is wrong with a request of somebody who is signed in. */
  static Optional<Refusal> judge(HttpServerRequest request) {
    if (request.headers().contains("Authorization")) {
      return Optional.of(Refusal.TWO_IDENTITIES);
    }
    return SAFE.contains(request.method()) || sender(request).isOurs()
        ? Optional.empty()
        : Optional.of(Refusal.CROSS_SITE);
  }

  /** Said twice it is neither of both. */
  static Sender sender(HttpServerRequest request) {
    String host = Guard.authority(request);
    return new Sender(
        once(request, "Sec-Fetch-Site"),
        once(request, "Origin"),
        host == null ? "" : host,
        request.isSSL());
  }

  private static @Nullable String once(HttpServerRequest request, String name) {
    List<String> said = request.headers().getAll(name);
    return said.isEmpty() ? null : String.join(",", said);
  }
}
