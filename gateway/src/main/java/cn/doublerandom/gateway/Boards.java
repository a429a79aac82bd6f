package cn.doublerandom.gateway;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * 看板: figures of all services side by side for chiefs and operations, each a link to its rows, and
 * live. A service that fails says so and leaves the others (ADR 86).
 */
@ApplicationScoped
class Boards {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;

  /** Bureaus and languages that are looked at in one moment. */
  private static final int MOST_TOPICS = 64;

  private static final Pattern EDITION = Pattern.compile("[0-9a-f]{16}");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private final Vertx vertx;
  private final DeskDoor door;
  private final GatewaySettings.Board settings;
  private final Template page;
  private final Template sheet;
  private final Template role;
  private final Map<String, BoardTopic> topics = new HashMap<>();
  private final Map<String, Integer> listening = new HashMap<>();
  private int all;
  private long ever;

  Boards(
      Vertx vertx,
      DeskDoor door,
      GatewaySettings settings,
      @Location("gateway/board") Template page,
      @Location("gateway/board-sheet") Template sheet,
      @Location("kit/role") Template role) {
    this.role = role;
    this.vertx = vertx;
    this.door = door;
    this.settings = settings.board();
    this.page = page;
    this.sheet = sheet;
  }

  void routes(@Observes Router router) {
    router
        .route(Addresses.BOARD)
        .handler(asked ->
            door.page(asked, Addresses.BOARD, guest -> forWho(guest, this::lay, this::closed)));
    router
        .route(Addresses.BOARD_EVENTS)
        .handler(asked ->
            door.stream(
                asked,
                Addresses.BOARD_EVENTS,
                guest ->
                    forWho(
                        guest,
                        this::listen,
                        seen -> seen.guest().asked().refuse(Refusal.NOT_FOR_ROLE))));
  }

  /** Somebody with whom he is. */
  private record Seen(DeskDoor.Guest guest, DeskReader reader) {
    HttpServerRequest request() {
      return guest.asked().request();
    }

    boolean readsEnglish() {
      return Look.of(request()).readsEnglish();
    }

    /** Who has the same topic is told the same; the roles say what he may open. */
    String topic() {
      return guest.session().bureau()
          + " "
          + String.join(",", reader.person().bureaus())
          + (readsEnglish() ? " en" : " zh");
    }
  }

  private static void forWho(DeskDoor.Guest guest, Consumer<Seen> on, Consumer<Seen> other) {
    guest
        .reader()
        .onSuccess(
            reader -> (reader.opens(Addresses.BOARD) ? on : other).accept(new Seen(guest, reader)))
        .onFailure(guest.asked().context()::fail);
  }

  /** As the services say it: within the frame, in one language, with who may. */
  private void closed(Seen seen) {
    seen.guest()
        .asked()
        .show(
            FORBIDDEN,
            role.data("frame", seen.reader().frame(Addresses.BOARD, Map.of(), seen.request()))
                .data("roles", DeskReader.whoMay(Addresses.BOARD, seen.readsEnglish()))
                .setLocale(Look.of(seen.request()).locale())
                .render());
  }

  private void lay(Seen seen) {
    BoardTopic.all(door, seen.guest(), seen.guest().token())
        .map(said -> page(seen, said))
        .onSuccess(html -> seen.guest().asked().show(OK, html))
        .onFailure(seen.guest().asked().context()::fail);
  }

  private String page(Seen seen, List<BoardSaid> said) {
    boolean english = seen.readsEnglish();
    return page.data("frame", seen.reader().frame(Addresses.BOARD, names(said), seen.request()))
        .data("sheet", BoardSheet.of(said, seen.reader()::opens, english))
        .data("edition", BoardTopic.edition(said))
        .data("topic", seen.topic() + " " + String.join(",", seen.reader().person().groups()))
        .data("heard", clock())
        .setLocale(Look.of(seen.request()).locale())
        .render();
  }

  private static Map<String, String> names(List<BoardSaid> all) {
    Map<String, String> names = new LinkedHashMap<>();
    all.stream()
        .flatMap(said -> said.bureaus().stream())
        .forEach(bureau -> names.putIfAbsent(bureau.key(), bureau.name()));
    return names;
  }

  private void listen(Seen seen) {
    String account = seen.guest().session().account();
    String key = seen.topic();
    if (all >= settings.listeners()
        || listening.getOrDefault(account, 0) >= settings.ofAccount()
        || (!topics.containsKey(key) && topics.size() >= MOST_TOPICS)) {
      seen.guest().asked().refuse(Refusal.STREAMS_FULL);
      return;
    }
    BoardTopic topic = topics.computeIfAbsent(key, none -> topic(key, seen));
    all++;
    listening.merge(account, 1, Integer::sum);
    var listener =
        new BoardListener(
            vertx, seen.guest(), seen.reader(), told(seen.request()), gone -> left(topic, gone));
    if (listener.begin(settings.life(), ever++)) {
      topic.join(listener);
    } else if (!listener.isOver()) {
      left(topic, listener);
    }
  }

  private BoardTopic topic(String key, Seen seen) {
    var locale = Look.of(seen.request()).locale();
    Function<BoardSheet, String> words =
        laid -> sheet.data("sheet", laid).setLocale(locale).render();
    return new BoardTopic(
        vertx, door, settings.every(), seen.readsEnglish(), words, () -> topics.remove(key));
  }

  private void left(BoardTopic topic, BoardListener gone) {
    all--;
    listening.computeIfPresent(gone.account(), (who, count) -> count > 1 ? count - 1 : null);
    topic.leave(gone);
  }

  /** The edition he has: as his browser says it, or the page it listens for. */
  private static String told(HttpServerRequest request) {
    String last = request.getHeader("Last-Event-ID");
    String asked = last == null ? request.getParam("edition") : last;
    return asked != null && EDITION.matcher(asked).matches() ? asked : "";
  }

  /** Who listens now. */
  int listening() {
    return all;
  }

  /** What the clock on the wall says. */
  static String clock() {
    return CLOCK.format(Clock.systemUTC().instant());
  }
}
