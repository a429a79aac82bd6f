package cn.doublerandom.gateway;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Frame;
import cn.doublerandom.pagekit.Menu;
import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
    Person whole = Person.of(token).orElseThrow();
    Person person = whole.acting(session.role()).in(session.bureau());
    Shares.Visitor who = visitors.visitor(asked.request());
    List<Future<Waiting>> waiting = new ArrayList<>();
    List<Future<Glance>> glances = new ArrayList<>();
    for (Part part : Part.values()) {
      waiting.add(ask(Waiting.QUESTION, part, asked, token, session, who));
      glances.add(ask(Glance.QUESTION, part, asked, token, session, who));
    }
    Future.all(Future.all(waiting), Future.all(glances))
        .map(answers -> page(asked, whole, person, results(waiting), results(glances)))
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

  private String page(
      OwnPage asked, Person whole, Person person, List<Waiting> waiting, List<Glance> glances) {
    return page.data("person", person)
        .data("frame", frame(whole, person, names(glances), asked.request()))
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

  private static Frame frame(
      Person whole, Person person, Map<String, String> names, HttpServerRequest request) {
    Look look = Look.of(request);
    boolean english = look.readsEnglish();
    return new Frame(
        bureau(person, names, english),
        person.name(),
        person.unit(),
        String.join(english ? ", " : "、", MENU.words(person.groups(), english)),
        whole.groups().stream()
            .map(role -> new Choice(role, MENU.words(List.of(role), english).getFirst()))
            .toList(),
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
