package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code POST /role}: who has several roles acts in one of them, or in all again. */
@ApplicationScoped
class RolePage {
  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Accounts accounts;

  RolePage(Vertx vertx, GatewaySettings settings, Accounts accounts) {
    this.vertx = vertx;
    this.settings = settings;
    this.accounts = accounts;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.ROLE).handler(this::choose);
  }

  private void choose(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.ROLE);
    Optional<Session> session = Sessions.of(context);
    if (!asked.isPost()) {
      asked.refuseMethod("POST");
    } else if (session.isEmpty()) {
      asked.refuse(Refusal.SESSION_OVER);
    } else {
      Form.read(
          vertx,
          asked.request(),
          settings.time().body(),
          form -> act(asked, session.get(), form),
          asked::refuse);
    }
  }

  private void act(OwnPage asked, Session session, Form form) {
    String role = form.once("role").orElse("");
    String to = form.once("to").flatMap(OwnAddress::of).orElse(Addresses.DESK);
    accounts
        .person(asked.context(), session)
        .onSuccess(person -> {
          if (role.isEmpty() || person.groups().contains(role)) {
            asked
                .request()
                .response()
                .putHeader("Set-Cookie", accounts.act(asked.request(), session, role));
            asked.goOn(to);
          } else {
            asked.refuse(Refusal.ROLE_UNKNOWN);
          }
        })
        .onFailure(gone -> asked.refuse(Refusal.SESSION_OVER));
  }
}
