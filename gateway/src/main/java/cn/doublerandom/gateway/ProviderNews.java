package cn.doublerandom.gateway;

import cn.doublerandom.gateway.audit.Entry.What;
import cn.doublerandom.gateway.session.Session;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Who came in or went by the identity provider is written down as quarkus-oidc tells it. It lets
 * people in itself, so a line that cannot be written keeps nobody out there; operations are told.
 */
@ApplicationScoped
class ProviderNews {
  private static final Logger LOG = Logger.getLogger(ProviderNews.class);

  private final DoorBook book;

  ProviderNews(DoorBook book) {
    this.book = book;
  }

  void happened(@Observes SecurityEvent event) {
    SecurityIdentity who = event.getSecurityIdentity();
    if (who == null || who.isAnonymous()) {
      return;
    }
    switch (event.getEventType()) {
      case OIDC_LOGIN -> note(What.SIGNED_IN, who);
      case OIDC_LOGOUT_RP_INITIATED, OIDC_BACKCHANNEL_LOGOUT_COMPLETED ->
          note(What.SIGNED_OUT, who);
      default -> {} // renewals and what the provider does by itself are no doings of a person
    }
  }

  private void note(What what, SecurityIdentity who) {
    String account = who.getPrincipal().getName();
    if (!Session.ACCOUNT.matcher(account).matches()) {
      return; // he is refused with his first request, and that is written down
    }
    AccessTokenCredential token = who.getCredential(AccessTokenCredential.class);
    String bureau = token == null ? "" : Person.of(token.getToken()).map(Person::bureau).orElse("");
    RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(who);
    (request == null
            ? book.note(what, "", account, "", bureau)
            : book.note(what, request.request(), account, "", bureau))
        .onFailure(e -> LOG.error("a sign-in was not written down: " + e.getMessage()));
  }
}
