package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every request passes here: guarded first, then sent to its service. */
@ApplicationScoped
public class Gateway {
  private static final int BEFORE_EVERYTHING = 10_000;

  private static final int SEE_OTHER = 303;
  private static final int PERMANENT_REDIRECT = 308;

  /** With these the server answers for itself, where nobody does it for it. */
  private static final List<Integer> FAILED_EARLY = List.of(400, 404, 405, 406, 413, 415, 500);

  /** The gateway's own addresses. */
  private static final String OWN = "/gateway/";

  private static final Logger LOG = Logger.getLogger(Gateway.class);

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Upstreams upstreams;
  private final Collected memory;
  private final Visitors visitors;
  private final Sessions sessions;
  private final Accounts accounts;
  private final House house;
  private final Provider provider;
  private final DoorBook book;

  Gateway(
      Vertx vertx,
      GatewaySettings settings,
      Upstreams upstreams,
      Collected memory,
      Visitors visitors,
      Sessions sessions,
      Accounts accounts,
      House house,
      Provider provider,
      DoorBook book) {
    this.book = book;
    this.provider = provider;
    this.house = house;
    this.visitors = visitors;
    this.sessions = sessions;
    this.accounts = accounts;
    this.vertx = vertx;
    this.settings = settings;
    this.upstreams = upstreams;
    this.memory = memory;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, BEFORE_EVERYTHING);
  }

  void routes(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    for (int status : FAILED_EARLY) {
      router.errorHandler(status, context -> failed(context, status));
    }
    router.route().last().handler(this::pass);
  }

  private void failed(RoutingContext context) {
    failed(context, context.statusCode());
  }

  /** What has no path, as CONNECT of HTTP/2, or none that can be read fails before its route. */
  private void failed(RoutingContext context, int status) {
    HttpServerRequest request = context.request();
    Throwable why = context.failure();
    boolean signingIn = why instanceof AuthenticationException;
    if (status >= 500 && !signingIn) {
      LOG.error("a request failed in the gateway", why);
    }
    if (request.response().headWritten()) {
      context.next();
    } else if (why instanceof AuthenticationRedirectException on) {
      Answers.redirectAtTheDoor(request, on.getCode(), on.getRedirectUri());
    } else if (signingIn) {
      Provider.end(request);
      if (request.uri().startsWith(Addresses.SIGN_IN)) {
        book.refused(request, Refusal.SESSION_OVER, "");
      }
      signInAgain(request);
    } else if (request.method().equals(HttpMethod.CONNECT)) {
      refuse(request, Refusal.METHOD_REFUSED);
    } else {
      refuse(request, Refusal.of(status));
    }
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean session = sessions.find(context);
    Optional<Refusal> refusal = Guard.judge(request);
    if (refusal.isEmpty() && (session || provider.isShown(request))) {
      refusal = Sessions.judge(request);
      refusal.ifPresent(
          why -> book.refused(request, why, Sessions.of(context).map(Session::account).orElse("")));
    }
    int wait = request.uri().startsWith(OWN) ? 0 : visitors.secondsToWait(request, session);
    if (wait > 0) {
      request.response().putHeader("Retry-After", Integer.toString(wait));
      // Of what another site sent nothing is given back: our button would send it as our own.
      if (refusal.isEmpty() && KeptForm.is(request)) {
        KeptForm.giveBack(vertx, request, wait);
      } else {
        refuse(request, Refusal.TOO_MANY_REQUESTS);
      }
    } else if (refusal.isPresent()) {
      refuse(request, refusal.get());
    } else if (sessions.isOfAnother(context) && KeptForm.is(request)) {
      giveBack(request, Refusal.FORM_OF_ANOTHER);
    } else {
      switch (house.way(request)) {
        case House.Way.On on -> context.next();
        case House.Way.Over(var to) -> Answers.redirectAtTheDoor(request, PERMANENT_REDIRECT, to);
        case House.Way.Refused refused -> refuse(request, Refusal.TLS_NEEDED);
      }
    }
  }

  /** A page somebody opens leads to the door; whatever else is told that it was not done. */
  private void signInAgain(HttpServerRequest request) {
    Optional<String> page = OwnAddress.of(request.uri());
    if (request.method().equals(HttpMethod.GET)
        && Answers.accepts(request, "text/html")
        && page.isPresent()
        && !request.uri().startsWith(Addresses.SIGN_IN)) {
      Answers.redirectAtTheDoor(request, SEE_OTHER, SignIn.address(page.get(), true));
    } else if (isOfOurs(request)) {
      giveBack(request, Refusal.SESSION_OVER);
    } else {
      refuse(request, Refusal.SESSION_OVER);
    }
  }

  /** Of what another site sent nothing is given back: our button would send it as our own. */
  private static boolean isOfOurs(HttpServerRequest request) {
    return KeptForm.is(request) && Sessions.sender(request).isOurs();
  }

  private void giveBack(HttpServerRequest request, Refusal refusal) {
    String again = KeptForm.address(request.uri(), sessions.typist(request));
    KeptForm.giveBack(vertx, request, refusal, body -> KeptForm.ended(again, body));
  }

  private void refuse(HttpServerRequest request, Refusal refusal) {
    Answers.refuseAtTheDoor(vertx, request, refusal);
  }

  private void pass(RoutingContext context) {
    HttpServerRequest request = context.request();
    Headers.withoutRole(request.headers());
    if (request.uri().startsWith(OWN)) {
      refuse(request, Refusal.NOT_FOUND);
      return;
    }
    Destination destination = Destination.of(request.uri());
    if (destination.isForOperations()) {
      refuse(request, Refusal.NOT_FOUND);
      return;
    }
    Optional<CodePage> page = CodePage.of(destination.uri());
    if (page.filter(one -> one.isToBeTurned(request)).isPresent()) {
      page.get().turn(request);
      return;
    }
    page.ifPresent(one -> one.tell(request));
    context.addHeadersEndHandler(end -> visitors.answered(request));
    Optional<Session> session = Sessions.of(context);
    if (session.isEmpty()) {
      forward(request, destination);
      return;
    }
    request.pause();
    accounts
        .token(context, session.get())
        .onSuccess(token -> {
          if (request.response().closed()) {
            return;
          }
          // What follows, places and services alike, sees a request of that account's token.
          request.headers().set("Authorization", "Bearer " + token);
          Headers.acting(session.get(), request.headers());
          forward(request, destination);
        })
        .onFailure(gone -> {
          if (isOfOurs(request)) {
            giveBack(request, Refusal.SESSION_OVER);
          } else {
            refuse(request, Refusal.SESSION_OVER);
          }
        });
  }

  private void forward(HttpServerRequest request, Destination destination) {
    AccessLog.Entry entry =
        new AccessLog.Entry(
            request.method().name(),
            destination.part().key(),
            AccessLog.shape(destination.uri()),
            QuietConnections.busy(request, Guard.promised(request)));
    Upstream upstream = upstreams.of(destination.part());
    new Exchange(
            vertx,
            request,
            destination,
            upstream,
            visitors.visitor(request),
            settings.time(),
            memory,
            entry,
            isOfOurs(request) ? KeptForm.address(request.uri(), sessions.typist(request)) : "")
        .begin();
  }
}
