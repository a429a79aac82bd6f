package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.ProviderCookies;
import cn.doublerandom.gateway.session.Session;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Signing in by the identity provider of the office: OpenID Connect, code flow with PKCE, by
 * quarkus-oidc, which keeps the tokens in sealed cookies and renews them (ADR 0048). Here it
 * becomes a session like that of a local stack: bounded by a working day, in a role, ended at the
 * gateway.
 */
@ApplicationScoped
class Provider {
  /** Behind the authentication of Quarkus (200), before every route. */
  private static final int AFTER_AUTHENTICATION = 150;

  private static final String TOKEN = Provider.class.getName();
  private static final Logger LOG = Logger.getLogger(Provider.class);

  private final boolean set;
  private final DoorBook book;
  private final InstantSource clock = InstantSource.system();

  Provider(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean set, DoorBook book) {
    this.book = book;
    this.set = set;
  }

  /** Whether people sign in by it. */
  boolean isSet() {
    return set;
  }

  void filter(@Observes Filters filters) {
    if (set) {
      filters.register(this::find, AFTER_AUTHENTICATION);
    }
  }

  /** Whether a request shows a session of the provider, whatever it is worth. */
  boolean isShown(HttpServerRequest request) {
    return set && ProviderCookies.isShown(request.headers().getAll("Cookie"));
  }

  private void find(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().getCredential(IdTokenCredential.class) != null) {
      found(context, user.getSecurityIdentity());
    } else {
      context.next();
    }
  }

  private void found(RoutingContext context, SecurityIdentity identity) {
    String account = identity.getPrincipal().getName();
    Optional<Instant> begun =
        IdToken.authenticated(identity.getCredential(IdTokenCredential.class).getToken());
    Instant now = clock.instant();
    if (begun.isEmpty() || !now.isBefore(begun.get().plus(Session.LONGEST))) {
      // Whoever does not say since when is not known to have come today.
      end(context.request());
      context.next();
    } else if (!Session.ACCOUNT.matcher(account).matches()) {
      LOG.warn("an account of the identity provider is written as none can be");
      end(context.request());
      book.refused(context.request(), Refusal.ACCOUNT_FORM, "");
      Answers.refuseAtTheDoor(context.vertx(), context.request(), Refusal.ACCOUNT_FORM);
    } else {
      String token = identity.getCredential(AccessTokenCredential.class).getToken();
      String role =
          ProviderCookies.role(context.request().headers().getAll("Cookie"))
              .filter(chosen ->
                  Person.of(token).filter(one -> one.groups().contains(chosen)).isPresent())
              .orElse("");
      String bureau =
          ProviderCookies.bureau(context.request().headers().getAll("Cookie"))
              .filter(chosen ->
                  Person.of(token).filter(one -> one.bureaus().contains(chosen)).isPresent())
              .orElse("");
      String principal =
          ProviderCookies.principal(context.request().headers().getAll("Cookie")).orElse("");
      Sessions.put(
          context,
          new Session(
              account, principal.isEmpty() ? role : "", bureau, principal, begun.get(), now));
      context.put(TOKEN, token);
      context.next();
    }
  }

  /** The token of who is signed in. */
  Optional<String> token(RoutingContext context) {
    return Optional.ofNullable(context.get(TOKEN));
  }

  /** Sends somebody to the provider, who comes back to this address. */
  Future<Void> send(RoutingContext context) {
    HttpAuthenticator by = context.get(HttpAuthenticator.class.getName());
    if (by == null) {
      return Future.failedFuture("no authentication is set up");
    }
    Promise<Void> sent = Promise.promise();
    by.sendChallenge(context)
        .subscribe()
        .with(
            done -> {
              if (!context.response().ended()) {
                context.response().end();
              }
              sent.complete();
            },
            sent::fail);
    return sent.future();
  }

  /** The browser forgets what it kept of the session. */
  static void end(HttpServerRequest request) {
    ProviderCookies.ends(request.headers().getAll("Cookie"))
        .forEach(cookie -> request.response().headers().add("Set-Cookie", cookie));
  }
}
