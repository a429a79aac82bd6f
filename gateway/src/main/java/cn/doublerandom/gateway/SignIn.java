package cn.doublerandom.gateway;

import cn.doublerandom.gateway.audit.Entry;
import cn.doublerandom.gateway.session.Sender;
import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Where somebody comes in and goes out. A local stack offers its demo accounts; elsewhere it is the
 * identity provider's to say who somebody is, and demo accounts do not exist.
 */
@ApplicationScoped
class SignIn {
  private static final int OK = 200;
  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Sessions sessions;
  private final DemoAccounts accounts;
  private final Provider provider;
  private final DoorBook book;
  private final Template page;

  SignIn(
      Vertx vertx,
      GatewaySettings settings,
      Sessions sessions,
      DemoAccounts accounts,
      Provider provider,
      DoorBook book,
      @Location("gateway/signin") Template page) {
    this.vertx = vertx;
    this.settings = settings;
    this.sessions = sessions;
    this.accounts = accounts;
    this.provider = provider;
    this.book = book;
    this.page = page;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.SIGN_IN).handler(this::signIn);
    router.route(Addresses.SIGN_OUT).handler(this::signOut);
    // Who is signed in was sent on to the provider before this is met.
    router
        .route(Addresses.PROVIDER_OUT)
        .handler(context -> new OwnPage(vertx, context, Addresses.PROVIDER_OUT).goOn("/"));
  }

  /** The address of the page, from where somebody goes on to another. */
  static String address(String to, boolean ended) {
    return Addresses.SIGN_IN
        + "?to="
        + URLEncoder.encode(to, StandardCharsets.UTF_8)
        + (ended ? "&told=ended" : "");
  }

  private void signIn(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.SIGN_IN);
    if (!asked.isRead() && !asked.isPost()) {
      asked.refuseMethod("GET, HEAD, POST");
    } else if (provider.isSet()) {
      byProvider(asked);
    } else if (!accounts.areOffered()) {
      asked.refuse(Refusal.SIGN_IN_NOT_CONFIGURED);
    } else if (asked.isRead()) {
      show(asked, OK, said(asked.request(), "to"), said(asked.request(), "told"), "");
    } else if (comesFromElsewhere(asked.request())) {
      refuseOther(asked);
    } else {
      Form.read(
          vertx,
          asked.request(),
          settings.time().body(),
          form -> enter(asked, form),
          asked::refuse);
    }
  }

  /** There and back: who comes back is signed in, and goes on. */
  private void byProvider(OwnPage asked) {
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (Sessions.of(asked.context()).isPresent()) {
      asked.goOn(OwnAddress.of(said(asked.request(), "to")).orElse(Addresses.DESK));
    } else {
      provider
          .send(asked.context())
          .onFailure(away -> {
            LOG.warnf("the identity provider is away: %s", away.getClass().getSimpleName());
            asked.refuse(Refusal.PROVIDER_AWAY);
          });
    }
  }

  /**
   * Nobody is signed in as another by a page of somebody else. A program says nothing of where it
   * comes from, and has no session another could use.
   */
  private static boolean comesFromElsewhere(HttpServerRequest request) {
    Sender sender = Sessions.sender(request);
    return !sender.isOurs() && !sender.isSilent();
  }

  private void refuseOther(OwnPage asked) {
    String account = Sessions.of(asked.context()).map(Session::account).orElse("");
    book.refused(asked.request(), Refusal.CROSS_SITE, account);
    asked.refuse(Refusal.CROSS_SITE);
  }

  private static String said(HttpServerRequest request, String name) {
    List<String> said = request.params().getAll(name);
    return said.size() == 1 ? said.getFirst() : "";
  }

  private void enter(OwnPage asked, Form form) {
    String to = form.once("to").orElse("");
    Optional<String> account = form.once("account");
    accounts
        .token(account.orElse(""))
        .onSuccess(token -> letIn(asked, account.orElseThrow(), token, to))
        .onFailure(unknown -> {
          book.refused(asked.request(), Refusal.ACCOUNT_UNKNOWN, "");
          refuse(asked, to);
        });
  }

  /** It is written down first: nobody is in of whom nothing says so. */
  private void letIn(OwnPage asked, String account, String token, String to) {
    String bureau = Person.of(token).map(Person::bureau).orElse("");
    book.note(Entry.What.SIGNED_IN, asked.request(), account, "", bureau)
        .onSuccess(written -> {
          HttpServerRequest request = asked.request();
          request.response().putHeader("Set-Cookie", sessions.begin(request, account));
          asked.goOn(OwnAddress.of(to).orElse(Addresses.DESK));
        })
        .onFailure(full -> asked.refuse(Refusal.SIGN_IN_NOT_KEPT));
  }

  /** Whoever goes, goes; that nothing says so is told to operations. */
  private void wentOut(HttpServerRequest request, Session session) {
    accounts
        .person(session.account())
        .map(Person::bureau)
        .otherwise("")
        .onSuccess(bureau ->
            book.note(Entry.What.SIGNED_OUT, request, session.account(), session.role(), bureau));
  }

  private void refuse(OwnPage asked, String to) {
    Refusal refusal = Refusal.ACCOUNT_UNKNOWN;
    if (Answers.accepts(asked.request(), "text/html")) {
      show(
          asked,
          refusal.status(),
          to,
          "",
          Look.of(asked.request()).readsEnglish()
              ? refusal.english(Part.PUBLICATION)
              : refusal.text(Part.PUBLICATION));
    } else {
      asked.refuse(refusal);
    }
  }

  /**
   * Somebody who can sign in, as the page shows him.
   *
   * @param role in the reader's language
   */
  record Shown(String account, String name, String unit, String role, boolean inspector) {
    static Shown of(Person person, boolean english) {
      return new Shown(
          person.account(),
          person.name(),
          person.unit(),
          DeskReader.said(person.groups(), english),
          person.isInspector());
    }
  }

  private void show(OwnPage asked, int status, String to, String told, String refusal) {
    Look look = Look.of(asked.request());
    String own = OwnAddress.of(to).orElse("");
    accounts
        .all()
        .map(all ->
            page.data("office", shown(all, look, one -> !one.isPractice() && !one.isInspector()))
                .data("officers", shown(all, look, one -> !one.isPractice() && one.isInspector()))
                .data("practising", shown(all, look, Person::isPractice))
                .data("now", Sessions.of(asked.context()).map(Session::account).orElse(""))
                .data("to", own)
                .data("told", told)
                .data("refusal", refusal)
                .data("english", look.readsEnglish())
                .data("large", look.readsLarge())
                .data("here", here(own))
                .setLocale(look.locale())
                .render())
        .onSuccess(html -> asked.show(status, html))
        .onFailure(asked.context()::fail);
  }

  private static PageAddress here(String to) {
    PageAddress page = PageAddress.of(Addresses.SIGN_IN);
    return to.isEmpty() ? page : page.with("to", to);
  }

  private static List<Shown> shown(List<Person> all, Look look, Predicate<Person> which) {
    return all.stream().filter(which).map(one -> Shown.of(one, look.readsEnglish())).toList();
  }

  private void signOut(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.SIGN_OUT);
    if (!asked.isPost()) {
      asked.refuseMethod("POST");
    } else if (!provider.isSet() && !accounts.areOffered()) {
      asked.refuse(Refusal.SIGN_IN_NOT_CONFIGURED);
    } else if (comesFromElsewhere(asked.request())) {
      refuseOther(asked);
    } else {
      Form.read(
          vertx,
          asked.request(),
          settings.time().body(),
          form -> {
            HttpServerRequest request = asked.request();
            if (provider.isSet()) {
              asked.goOn(Addresses.PROVIDER_OUT);
              return;
            }
            request.response().headers().add("Set-Cookie", SessionCookie.end(request.isSSL()));
            Sessions.of(asked.context())
                .ifPresent(session -> {
                  request.response().headers().add("Set-Cookie", sessions.leave(request, session));
                  wentOut(request, session);
                });
            asked.goOn(Addresses.SIGN_IN + "?told=out");
          },
          asked::refuse);
    }
  }
}
