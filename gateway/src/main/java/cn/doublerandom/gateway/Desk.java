package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Frame;
import cn.doublerandom.pagekit.KitWords;
import cn.doublerandom.pagekit.Menu;
import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The home of who is signed in: who he is, and what waits for him, each service asked for itself so
 * that one which fails leaves the others.
 */
@ApplicationScoped
class Desk {
  private static final int OK = 200;
  private static final Menu MENU = menu();

  private final Vertx vertx;
  private final GatewaySettings settings;
  private final Upstreams upstreams;
  private final Visitors visitors;
  private final Accounts accounts;
  private final Template page;

  Desk(
      Vertx vertx,
      GatewaySettings settings,
      Upstreams upstreams,
      Visitors visitors,
      Accounts accounts,
      @Location("gateway/desk") Template page) {
    this.vertx = vertx;
    this.settings = settings;
    this.upstreams = upstreams;
    this.visitors = visitors;
    this.accounts = accounts;
    this.page = page;
  }

  void routes(@Observes Router router) {
    router.route(Addresses.DESK).handler(this::desk);
  }

  private void desk(RoutingContext context) {
    var asked = new OwnPage(vertx, context, Addresses.DESK);
    Optional<Session> session = Sessions.of(context);
    if (!asked.isRead()) {
      asked.refuseMethod("GET, HEAD");
    } else if (!accounts.areOffered()) {
      asked.refuse(Refusal.SIGN_IN_NOT_CONFIGURED);
    } else if (session.isEmpty()) {
      signInFirst(asked, Sessions.isStale(context));
    } else {
      accounts
          .token(context, session.get())
          .onSuccess(token -> lay(asked, token, session.get()))
          .onFailure(gone -> signInFirst(asked, true));
    }
  }

  private static void signInFirst(OwnPage asked, boolean ended) {
    if (ended) {
      asked
          .request()
          .response()
          .putHeader("Set-Cookie", SessionCookie.end(asked.request().isSSL()));
    }
    asked.goOn(SignIn.address(Addresses.DESK, ended));
  }

  private void lay(OwnPage asked, String token, Session session) {
    Shares.Visitor who = visitors.visitor(asked.request());
    Future<Lent> lent = ask(Lent.QUESTION, Part.REGISTRY, asked, token, session.acting(""), who);
    if (session.principal().isEmpty()) {
      lay(asked, token, session, lent);
    } else {
      lent.onSuccess(said -> lay(asked, token, asHeMay(asked, session, said), lent));
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

  private void lay(OwnPage asked, String token, Session session, Future<Lent> lent) {
    Person whole = Person.of(token).orElseThrow();
    Shares.Visitor who = visitors.visitor(asked.request());
    List<Future<Waiting>> waiting = new ArrayList<>();
    List<Future<Glance>> glances = new ArrayList<>();
    for (Part part : Part.values()) {
      waiting.add(ask(Waiting.QUESTION, part, asked, token, session, who));
      glances.add(ask(Glance.QUESTION, part, asked, token, session, who));
    }
    Future.all(Future.all(waiting), Future.all(glances), lent)
        .map(answers ->
            page(
                asked,
                new Reader(whole, session, lent.result()),
                results(waiting),
                results(glances)))
        .onSuccess(html -> asked.show(OK, html))
        .onFailure(asked.context()::fail);
  }

  private <T> Future<T> ask(
      PartQuestion.About<T> about,
      Part part,
      OwnPage asked,
      String token,
      Session session,
      Shares.Visitor who) {
    return new PartQuestion<>(
            about, vertx, asked.request(), upstreams.of(part), token, session, who)
        .ask(settings.signIn().waiting());
  }

  private static <T> List<T> results(List<Future<T>> futures) {
    return futures.stream().map(Future::result).toList();
  }

  /**
   * Who reads the page.
   *
   * @param whole as his token says
   */
  private record Reader(Person whole, Session session, Lent lent) {
    /** As he acts. */
    Person person() {
      if (session.principal().isEmpty()) {
        return whole.acting(session.role()).in(session.bureau());
      }
      return lent.of(session.principal())
          .map(entry -> whole.lent(entry.unit(), entry.roles()))
          .orElseGet(() -> whole.lent("", List.of()))
          .in(session.bureau());
    }

    /** His roles, or whom he acts for in which. */
    String role(boolean english) {
      return lent.of(session.principal())
          .map(entry -> said(entry, english))
          .orElseGet(() -> said(person().groups(), english));
    }

    List<Choice> roles(boolean english) {
      return Stream.concat(
              whole.groups().stream().map(role -> new Choice(role, said(List.of(role), english))),
              lent.entries().stream()
                  .map(entry -> new Choice(Lent.PREFIX + entry.principal(), said(entry, english))))
          .toList();
    }

    private static String said(List<String> roles, boolean english) {
      return String.join(english ? ", " : "、", MENU.words(roles, english));
    }

    private static String said(Lent.Entry entry, boolean english) {
      KitWords words =
          english
              ? MessageBundles.get(KitWords.class, Localized.Literal.of("en"))
              : MessageBundles.get(KitWords.class);
      return words.actsFor(entry.name());
    }
  }

  private String page(OwnPage asked, Reader reader, List<Waiting> waiting, List<Glance> glances) {
    return page.data("person", reader.person())
        .data("frame", frame(reader, names(glances), asked.request()))
        .data("waiting", waiting.stream().filter(Waiting::isShown).toList())
        .data(
            "home",
            Home.of(glances, waiting.stream().map(Waiting::fault).collect(Collectors.toSet())))
        .setLocale(Look.of(asked.request()).locale())
        .render();
  }

  /** Names of bureaus by their keys, the one he acts in first; the gateway knows none itself. */
  private static Map<String, String> names(List<Glance> glances) {
    Map<String, String> names = new LinkedHashMap<>();
    glances.stream()
        .flatMap(glance -> glance.bureaus().stream())
        .forEach(bureau -> names.putIfAbsent(bureau.key(), bureau.name()));
    return names;
  }

  private static Frame frame(Reader reader, Map<String, String> names, HttpServerRequest request) {
    Person whole = reader.whole();
    Person person = reader.person();
    Look look = Look.of(request);
    boolean english = look.readsEnglish();
    return new Frame(
        bureau(person, names, english),
        person.name(),
        person.unit(),
        reader.role(english),
        reader.roles(english),
        whole.bureaus().stream().map(key -> new Choice(key, names.getOrDefault(key, key))).toList(),
        MENU.shown(person.groups(), Addresses.DESK, english),
        PageAddress.of(Addresses.DESK),
        MENU.searchOf(person.groups()),
        english,
        look.readsLarge(),
        false,
        MENU.helpOf(person.groups(), Addresses.DESK));
  }

  /** Where his token names none it is the one there is, which the services name first. */
  private static String bureau(Person person, Map<String, String> names, boolean english) {
    if (!person.bureau().isEmpty()) {
      return names.getOrDefault(person.bureau(), person.bureau());
    }
    return names.values().stream().findFirst().orElse(english ? "Random inspections" : "双随机、一公开");
  }

  private static Menu menu() {
    try (InputStream table = Desk.class.getClassLoader().getResourceAsStream("desk/menu.txt")) {
      return Menu.read(Objects.requireNonNull(table, "the menu is not packed with the gateway"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
