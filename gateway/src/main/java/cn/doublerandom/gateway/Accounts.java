package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.ProviderCookies;
import cn.doublerandom.gateway.session.Session;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Whose tokens are put on: of the identity provider, or of a local stack. Never of both. */
@ApplicationScoped
class Accounts {
  private final DemoAccounts demo;
  private final Provider provider;
  private final Sessions sessions;

  Accounts(DemoAccounts demo, Provider provider, Sessions sessions) {
    this.demo = demo;
    this.provider = provider;
    this.sessions = sessions;
  }

  /** Whether anybody can sign in here. */
  boolean areOffered() {
    return provider.isSet() || demo.areOffered();
  }

  /** The token of who is signed in; fails where there is none any more. */
  Future<String> token(RoutingContext context, Session session) {
    return provider.isSet()
        ? provider
            .token(context)
            .map(Future::succeededFuture)
            .orElseGet(() -> Future.failedFuture(new NoSuchFileException(session.account())))
        : demo.token(session.account());
  }

  /** Who is signed in. */
  Future<Person> person(RoutingContext context, Session session) {
    return token(context, session).map(token -> Person.of(token).orElseThrow());
  }

  /** For {@code Set-Cookie}: he acts in another of his roles from now on, and for himself. */
  List<String> act(HttpServerRequest request, Session session, String role) {
    boolean tls = request.isSSL();
    return provider.isSet()
        ? List.of(ProviderCookies.setRole(role, tls), ProviderCookies.setPrincipal("", tls))
        : List.of(sessions.keep(request, session.acting(role)));
  }

  /** For {@code Set-Cookie}: he acts for another from now on. */
  List<String> actFor(HttpServerRequest request, Session session, String principal) {
    boolean tls = request.isSSL();
    return provider.isSet()
        ? List.of(ProviderCookies.setRole("", tls), ProviderCookies.setPrincipal(principal, tls))
        : List.of(sessions.keep(request, session.actingFor(principal)));
  }

  /** For {@code Set-Cookie}: he acts in another of his bureaus from now on, and for himself. */
  List<String> actIn(HttpServerRequest request, Session session, String bureau) {
    boolean tls = request.isSSL();
    return provider.isSet()
        ? List.of(ProviderCookies.setBureau(bureau, tls), ProviderCookies.setPrincipal("", tls))
        : List.of(sessions.keep(request, session.in(bureau)));
  }
}
