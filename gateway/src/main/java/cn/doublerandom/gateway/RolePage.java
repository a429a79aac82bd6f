package cn.doublerandom.gateway;

import cn.doublerandom.gateway.audit.Entry;
import cn.doublerandom.gateway.session.Session;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code POST /role}: who has several roles acts in one of them, or in all again; or for another,
 * where two people lent him that one's. {@code POST /bureau}: who has several bureaus acts in one
 * of them, or in the first of his token again.
 */
@ApplicationScoped
class RolePage {
  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Accounts accounts;
  private final DoorBook book;
  private final Upstreams upstreams;
  private final Visitors visitors;

  RolePage(
      Vertx vertx,
      GatewaySettings settings,
      Accounts accounts,
      DoorBook book,
      Upstreams upstreams,
      Visitors visitors) {
    this.upstreams = upstreams;
    this.visitors = visitors;
    this.book = book;
    this.vertx = vertx;
    this.settings = settings;
    this.accounts = accounts;
  }

  /** What somebody chooses. */
  @FunctionalInterface
  private interface Choosing {
    void choose(OwnPage asked, Session session, Form form);
  }

  void routes(@Observes Router router) {
    router.route(Addresses.ROLE).handler(context -> asked(context, Addresses.ROLE, this::role));
    router
        .route(Addresses.BUREAU)
        .handler(context -> asked(context, Addresses.BUREAU, this::bureau));
  }

  private void asked(RoutingContext context, String address, Choosing choosing) {
    var asked = new OwnPage(vertx, context, address);
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
          form -> choosing.choose(asked, session.get(), form),
          asked::refuse);
    }
  }

  private void role(OwnPage asked, Session session, Form form) {
    String role = form.once("role").orElse("");
    if (role.startsWith(Lent.PREFIX)) {
      actFor(asked, session, role.substring(Lent.PREFIX.length()), to(form));
      return;
    }
    accounts
        .person(asked.context(), session)
        .onSuccess(person -> {
          if (role.isEmpty() || person.groups().contains(role)) {
            String bureau = person.in(session.bureau()).bureau();
            take(
                asked,
                session.acting(role),
                bureau,
                to(form),
                () -> accounts.act(asked.request(), session, role));
          } else {
            refuse(asked, session, Refusal.ROLE_UNKNOWN);
          }
        })
        .onFailure(gone -> asked.refuse(Refusal.SESSION_OVER));
  }

  /**
   * Whether he may is asked of the registry now; each service judges it again, with each request.
   */
  private void actFor(OwnPage asked, Session session, String principal, String to) {
    accounts
        .token(asked.context(), session)
        .onSuccess(token ->
            new PartQuestion<>(
                    Lent.QUESTION,
                    vertx,
                    asked.request(),
                    upstreams.of(Part.REGISTRY),
                    token,
                    session.acting(""),
                    visitors.visitor(asked.request()))
                .ask(settings.signIn().waiting())
                .onSuccess(lent -> actFor(asked, session, lent, principal, to, token)))
        .onFailure(gone -> asked.refuse(Refusal.SESSION_OVER));
  }

  private void actFor(
      OwnPage asked, Session session, Lent lent, String principal, String to, String token) {
    if (lent.of(principal).isEmpty()) {
      refuse(
          asked,
          session,
          lent.fault().isEmpty() ? Refusal.DEPUTY_UNKNOWN : Refusal.DEPUTIES_UNSAID);
      return;
    }
    String bureau = Person.of(token).orElseThrow().in(session.bureau()).bureau();
    take(
        asked,
        book.actsFor(asked.request(), session.account(), principal, bureau),
        to,
        () -> accounts.actFor(asked.request(), session, principal));
  }

  private void bureau(OwnPage asked, Session session, Form form) {
    String bureau = form.once("bureau").orElse("");
    accounts
        .person(asked.context(), session)
        .onSuccess(person -> {
          if (bureau.isEmpty() || person.bureaus().contains(bureau)) {
            take(
                asked,
                session,
                person.in(bureau).bureau(),
                Addresses.DESK,
                () -> accounts.actIn(asked.request(), session, bureau));
          } else {
            refuse(asked, session, Refusal.BUREAU_UNKNOWN);
          }
        })
        .onFailure(gone -> asked.refuse(Refusal.SESSION_OVER));
  }

  private static String to(Form form) {
    return form.once("to").flatMap(OwnAddress::of).orElse(Addresses.DESK);
  }

  private void refuse(OwnPage asked, Session session, Refusal refusal) {
    book.refused(asked.request(), refusal, session.account());
    asked.refuse(refusal);
  }

  /** It is written down first; what is of another bureau is not on the page he was on. */
  private void take(
      OwnPage asked, Session becomes, String bureau, String to, Supplier<List<String>> cookies) {
    take(
        asked,
        book.note(Entry.What.SWITCHED, asked.request(), becomes.account(), becomes.role(), bureau),
        to,
        cookies);
  }

  private static void take(
      OwnPage asked, Future<Boolean> noted, String to, Supplier<List<String>> cookies) {
    noted
        .onSuccess(written -> {
          asked.request().response().putHeader("Set-Cookie", cookies.get());
          asked.goOn(to);
        })
        .onFailure(full -> asked.refuse(Refusal.SIGN_IN_NOT_KEPT));
  }
}
