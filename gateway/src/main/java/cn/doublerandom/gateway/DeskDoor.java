package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door of the gateway's own pages for who is signed in. It is opened with his token, as he
 * acts: one who acts for somebody is first asked after at the registry.
 */
@ApplicationScoped
class DeskDoor {
  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Upstreams upstreams;
  private final Visitors visitors;
  private final Accounts accounts;

  DeskDoor(
      Vertx vertx,
      GatewaySettings settings,
      Upstreams upstreams,
      Visitors visitors,
      Accounts accounts) {
    this.vertx = vertx;
    this.settings = settings;
    this.upstreams = upstreams;
    this.visitors = visitors;
    this.accounts = accounts;
  }

  /**
   * Somebody who is in.
   *
   * @param lent for whom he may act; it is still on its way where he acts for himself
   */
  record Guest(OwnPage asked, String token, Session session, Future<Lent> lent) {
    /** Who he is, as soon as it is known for whom he may act. */
    Future<DeskReader> reader() {
      return lent.map(said -> new DeskReader(Person.of(token).orElseThrow(), session, said));
    }
  }

  /** Opens a page to be looked at; who is not signed in is sent to sign in first. */
  void page(RoutingContext context, String address, Consumer<Guest> on) {
    open(context, address, on, DeskDoor::signInFirst, true);
  }

  /**
   * Opens what a script asks for; it would not know what to do with a page to sign in. Nobody
   * chooses there for whom he acts, so that is asked only of who acts for somebody.
   */
  void stream(RoutingContext context, String address, Consumer<Guest> on) {
    open(context, address, on, (asked, ended) -> asked.refuse(Refusal.SESSION_OVER), false);
  }

  /** What becomes of who is not signed in. */
  private interface Otherwise {
    void of(OwnPage asked, boolean ended);
  }

  private void open(
      RoutingContext context,
      String address,
      Consumer<Guest> on,
      Otherwise otherwise,
      boolean isPage) {
    var asked = new OwnPage(vertx, context, address);
    Optional<Session> session = Sessions.of(context);
    if (!(isPage ? asked.isRead() : asked.isGot())) {
      asked.refuseMethod(isPage ? "GET, HEAD" : "GET");
    } else if (!accounts.areOffered()) {
      asked.refuse(Refusal.SIGN_IN_NOT_CONFIGURED);
    } else if (session.isEmpty()) {
      otherwise.of(asked, Sessions.isStale(context));
    } else {
      accounts
          .token(context, session.get())
          .onSuccess(token -> enter(asked, token, session.get(), on, isPage))
          .onFailure(gone -> otherwise.of(asked, true));
    }
  }

  private static void signInFirst(OwnPage asked, boolean ended) {
    if (ended) {
      asked
          .request()
          .response()
          .putHeader("Set-Cookie", SessionCookie.end(asked.request().isSSL()));
    }
    asked.goOn(SignIn.address(asked.address(), ended));
  }

  private void enter(
      OwnPage asked, String token, Session session, Consumer<Guest> on, boolean isPage) {
    Future<Lent> lent =
        isPage || !session.principal().isEmpty()
            ? ask(Lent.QUESTION, Part.REGISTRY, asked, token, session.acting(""))
            : Future.succeededFuture(new Lent(List.of(), ""));
    if (session.principal().isEmpty()) {
      on.accept(new Guest(asked, token, session, lent));
    } else {
      lent.onSuccess(
          said -> on.accept(new Guest(asked, token, asHeMay(asked, session, said), lent)));
    }
  }

  /** Who acts for somebody no more is himself again. */
  private Session asHeMay(OwnPage asked, Session session, Lent lent) {
    if (!lent.refuses(session.principal())) {
      return session;
    }
    asked.request().response().putHeader("Set-Cookie", accounts.act(asked.request(), session, ""));
    return session.acting("");
  }

  /** Asks a part something for him. */
  <T> Future<T> ask(PartQuestion.About<T> about, Part part, Guest guest) {
    return ask(about, part, guest.asked(), guest.token(), guest.session());
  }

  /** The same for one who has been in for a while: his token of today. */
  <T> Future<T> askAgain(PartQuestion.About<T> about, Part part, Guest guest, String token) {
    return ask(about, part, guest.asked(), token, guest.session());
  }

  /** The token he has now; fails where he has none any more. */
  Future<String> token(Guest guest) {
    return accounts.token(guest.asked().context(), guest.session());
  }

  private <T> Future<T> ask(
      PartQuestion.About<T> about, Part part, OwnPage asked, String token, Session session) {
    return new PartQuestion<>(
            about,
            vertx,
            asked.request(),
            upstreams.of(part),
            token,
            session,
            visitors.visitor(asked.request()))
        .ask(settings.signIn().waiting());
  }
}
